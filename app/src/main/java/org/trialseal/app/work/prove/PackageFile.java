package org.trialseal.app.work.prove;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trialseal.core.digest.Bytes;

/** Tells a proof package from other files by its first bytes. */
public final class PackageFile {
    /** A package begins with the local header of its first entry, whose name stands at this offset. */
    private static final int NAME_OFFSET = 30;

    private static final Bytes ARCHIVE = Bytes.copyOf(new byte[] {'P', 'K', 3, 4});
    private static final Bytes FIRST_ENTRY = Bytes.copyOf("bagit.txt".getBytes(StandardCharsets.US_ASCII));

    private PackageFile() {}

    /** Whether a file begins as a package does. */
    public static boolean isOne(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(NAME_OFFSET + FIRST_ENTRY.length());
        }
        return head.length == NAME_OFFSET + FIRST_ENTRY.length()
                && Bytes.copyOf(head, 0, ARCHIVE.length()).equals(ARCHIVE)
                && Bytes.copyOf(head, NAME_OFFSET, head.length).equals(FIRST_ENTRY);
    }
}
