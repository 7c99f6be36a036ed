package org.trialseal.core.compare;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.seal.Opening;

/** Whether a later file has the very bytes of the sealed one. */
enum FileBytes {
    SAME,
    DIFFERENT,
    /** What opens the sealed file's digest is not at hand. */
    UNKNOWN;

    private static final int BUFFER = 1 << 16;

    /**
     * Compares; reads the file only when its length is the sealed one.
     *
     * @param sealed the commitment in the entry
     * @param opening what is said to open it
     */
    static FileBytes of(LaterFile file, Sha256 sealed, Optional<Opening> opening) throws IOException {
        if (opening.isEmpty() || !opening.get().commitment().equals(sealed)) {
            return UNKNOWN;
        }
        if (file instanceof ShownDataset shown) {
            return shown.source().map(later -> of(later, opening.get())).orElse(UNKNOWN);
        }
        DataFile content = file.content();
        if (opening.get().fileLength() != content.size()) {
            return DIFFERENT;
        }
        return digest(content).equals(opening.get().fileDigest()) ? SAME : DIFFERENT;
    }

    private static FileBytes of(Opening later, Opening sealed) {
        boolean same =
                later.fileLength() == sealed.fileLength() && later.fileDigest().equals(sealed.fileDigest());
        return same ? SAME : DIFFERENT;
    }

    private static Sha256 digest(DataFile file) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = file.open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return Sha256.wrap(digest.digest());
    }
}
