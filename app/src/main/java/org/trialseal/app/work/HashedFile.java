package org.trialseal.app.work;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.DataFile;

/**
 * A file whose bytes are hashed while somebody reads them, so that the digest is that of the very bytes that were read. What
 * the reader leaves is read when it closes the stream. One thread at a time.
 */
public final class HashedFile implements DataFile {
    private final DataFile file;
    private @Nullable Read last;

    /** @param file what is read */
    public HashedFile(DataFile file) {
        this.file = file;
    }

    /**
     * What was read.
     *
     * @param digest of all bytes
     * @param length how many they were
     */
    public record Read(Sha256 digest, long length) {}

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public InputStream open() throws IOException {
        last = null;
        return new Hashing(file.open());
    }

    /** What the last reading came to; empty before its stream was closed. */
    public Optional<Read> read() {
        return Optional.ofNullable(last);
    }

    private final class Hashing extends FilterInputStream {
        private static final int BUFFER = 1 << 16;

        private final MessageDigest sha = Sha256.newDigest();
        private long length;
        private boolean closed;

        Hashing(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            if (next >= 0) {
                sha.update((byte) next);
                length++;
            }
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            int read = in.read(bytes, offset, count);
            if (read > 0) {
                sha.update(bytes, offset, read);
                length += read;
            }
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            byte[] skipped = new byte[(int) Math.min(Math.max(count, 0), BUFFER)];
            return Math.max(0, read(skipped, 0, skipped.length));
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            try (InputStream rest = in) {
                byte[] buffer = new byte[BUFFER];
                for (int read = rest.read(buffer); read >= 0; read = rest.read(buffer)) {
                    sha.update(buffer, 0, read);
                    length += read;
                }
            }
            last = new Read(Sha256.wrap(sha.digest()), length);
        }
    }
}
