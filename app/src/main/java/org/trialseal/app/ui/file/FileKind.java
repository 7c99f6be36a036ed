package org.trialseal.app.ui.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trialseal.app.work.prove.PackageFile;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.evidence.EvidenceFolder;

/** What a file from outside is, by its first bytes and never by its name. */
public enum FileKind {
    /** A proof package. */
    PACKAGE,
    /** An OpenTimestamps proof. */
    TIMESTAMP,
    /** An evidence folder. */
    EVIDENCE,
    /** Any other folder. */
    FOLDER,
    /** Anything else: data, or a document. */
    DATA;

    private static final int HEAD = 64;

    private static final Bytes TIMESTAMP_MAGIC = Bytes.copyOf("\0OpenTimestamps".getBytes(StandardCharsets.US_ASCII));

    /** What {@code path} is. */
    public static FileKind of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return EvidenceFolder.isOne(path) ? EVIDENCE : FOLDER;
        }
        // A pipe would be waited for; who seals or compares refuses it.
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return DATA;
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(HEAD);
        }
        if (begins(TIMESTAMP_MAGIC, head)) {
            return TIMESTAMP;
        }
        return PackageFile.isOne(path) ? PACKAGE : DATA;
    }

    /** The files among {@code paths}, and those that lie in folders among them, in the order of their names. */
    public static List<Path> files(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> inside = Files.list(path)) {
                inside.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private static boolean begins(Bytes expected, byte[] in) {
        return in.length >= expected.length()
                && Bytes.copyOf(in, 0, expected.length()).equals(expected);
    }
}
