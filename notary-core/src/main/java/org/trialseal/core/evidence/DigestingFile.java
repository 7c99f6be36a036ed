package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.DataFile;

/**
 * A file whose length and digest are taken from the very bytes that are read from it. It can be opened once. Closing the
 * stream it gives leaves the file open, so that what a reader had no use for can be read, too.
 */
final class DigestingFile implements DataFile, Closeable {
    private static final int BUFFER = 1 << 16;

    private final DataFile file;
    private final MessageDigest sha256 = Sha256.newDigest();
    private @Nullable InputStream stream;
    private long length;

    DigestingFile(DataFile file) {
        this.file = file;
    }

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
        if (stream != null) {
            throw new IllegalStateException("the file is sealed in one pass");
        }
        InputStream opened = new Digesting(file.open());
        stream = opened;
        return new FilterInputStream(opened) {
            @Override
            public int read(byte[] target, int offset, int count) throws IOException {
                return opened.read(target, offset, count);
            }

            @Override
            public void close() {
                // What is left is read by readToEnd.
            }
        };
    }

    /** Reads what has not been read yet. */
    void readToEnd() throws IOException {
        if (stream == null) {
            open();
        }
        InputStream rest = stream;
        if (rest != null) {
            rest.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Number of bytes read. */
    long length() {
        return length;
    }

    /** Digest of the bytes read; to be asked for once. */
    Sha256 digest() {
        return Sha256.wrap(sha256.digest());
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
    }

    private final class Digesting extends FilterInputStream {
        private final byte[] skipped = new byte[BUFFER];

        Digesting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            int read = super.read(target, offset, count);
            if (read > 0) {
                sha256.update(target, offset, read);
                length += read;
            }
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            return Math.max(0, read(skipped, 0, (int) Math.max(0, Math.min(skipped.length, count))));
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
