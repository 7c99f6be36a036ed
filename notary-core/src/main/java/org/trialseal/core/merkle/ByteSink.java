package org.trialseal.core.merkle;

import java.io.IOException;

/** Takes bytes, one run after the other. */
@FunctionalInterface
public interface ByteSink {
    /** Appends {@code source[offset, offset + length)}, whole or with an exception. */
    void write(byte[] source, int offset, int length) throws IOException;
}
