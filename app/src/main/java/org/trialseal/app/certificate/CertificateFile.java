package org.trialseal.app.certificate;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.trialseal.core.evidence.DurableFiles;

/** Writes a certificate to a file, which is there whole or not at all. */
public final class CertificateFile {
    private CertificateFile() {}

    /**
     * Refuses a place where something is already, or that cannot be: before the work is done.
     *
     * @throws FileAlreadyExistsException when something of this name is there
     * @throws NoSuchFileException when its folder is not
     */
    public static void requireFree(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path folder = DurableFiles.parentOf(file);
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
    }

    /** Writes it, in place of what has the name; the person was asked. */
    public static void write(Path file, Certificate certificate) throws IOException {
        DurableFiles.replace(file, CertificatePdf.of(certificate));
    }
}
