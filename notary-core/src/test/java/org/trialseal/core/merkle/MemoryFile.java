package org.trialseal.core.merkle;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;

/** A file in memory, written once and then read. */
final class MemoryFile implements ByteSink, ByteSource {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private byte[] content = new byte[0];

    @Override
    public void write(byte[] source, int offset, int length) {
        written.write(source, offset, length);
    }

    @Override
    public long size() {
        return written.size();
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) throws IOException {
        if (position < 0 || position + length > size()) {
            throw new EOFException("the file ends at byte " + size());
        }
        System.arraycopy(content(), (int) position, target, offset, length);
    }

    /** The bytes themselves, for a test to damage. */
    byte[] content() {
        if (content.length != written.size()) {
            content = written.toByteArray();
        }
        return content;
    }

    /** A file with the first {@code length} bytes of this one. */
    MemoryFile truncated(int length) {
        MemoryFile shorter = new MemoryFile();
        shorter.write(content(), 0, length);
        return shorter;
    }
}
