package org.trialseal.core.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.DataFile;

/** A file whose length and digest are taken from the very bytes that are read from it; it can be opened once. */
final class DigestingFile implements DataFile {
    private static final int BUFFER = 1 << 16;

    private final DataFile file;
    private final MessageDigest sha256 = Sha256.newDigest();
    private long length;
    private boolean opened;

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
        if (opened) {
            throw new IllegalStateException("the file is sealed in one pass");
        }
        opened = true;
        return new FilterInputStream(file.open()) {
            private final byte[] skipped = new byte[BUFFER];

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
                return Math.max(0, read(skipped, 0, (int) Math.min(skipped.length, count)));
            }

            @Override
            public boolean markSupported() {
                return false;
            }

            @Override
            public void close() throws IOException {
                super.close();
            }
        };
    }

    long length() {
        return length;
    }

    Sha256 digest() {
        return Sha256.wrap(sha256.digest());
    }
}
