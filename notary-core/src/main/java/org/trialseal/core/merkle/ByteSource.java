package org.trialseal.core.merkle;

import java.io.IOException;

/** Bytes of a known number that can be read at any position and do not change while they are read. */
public interface ByteSource {
    /** Number of bytes. */
    long size();

    /**
     * Copies the {@code length} bytes from {@code position} on to {@code target} from {@code offset} on, all of them or
     * with an exception.
     *
     * @throws java.io.EOFException when fewer bytes are there
     */
    void read(long position, byte[] target, int offset, int length) throws IOException;
}
