package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/** Writes the anchors of an evidence folder, one program at a time, each file replaced atomically. */
public final class AnchorFiles {
    /** Whoever writes anchors has asked for them before, and writes a few small files. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final EvidenceFiles files;

    /** The anchors of a folder. */
    public AnchorFiles(EvidenceFolder folder) {
        this.files = folder.files();
    }

    /**
     * Begins to write; waits two seconds for another program that is writing.
     *
     * @throws FolderInUseException when it does not end
     */
    public Writing begin() throws IOException {
        DurableFiles.createFolders(files.anchors());
        Writing writing = new Writing(files, FolderLock.acquire(files.anchors(), PATIENCE));
        try {
            DurableFiles.removeUnfinished(files.anchors());
            return writing;
        } catch (IOException e) {
            writing.close();
            throw e;
        }
    }

    /** Anchors being written, under a lock. */
    public static final class Writing implements Closeable {
        private final EvidenceFiles files;
        private final FolderLock lock;

        private Writing(EvidenceFiles files, FolderLock lock) {
            this.files = files;
            this.lock = lock;
        }

        /** Replaces {@code seal.json.ots}. */
        public void timestamp(byte[] proof) throws IOException {
            DurableFiles.replace(files.timestamp(), proof);
        }

        /** Replaces {@code headers.bin}. */
        public void headers(byte[] packed) throws IOException {
            DurableFiles.replace(files.headers(), packed);
        }

        @Override
        public void close() throws IOException {
            lock.close();
        }
    }
}
