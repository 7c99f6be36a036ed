package org.trialseal.importers.csv;

import java.io.Reader;

/** Bytes as characters U+0000 to U+00FF, without copying them first. */
final class ByteCharacters extends Reader {
    private final byte[] source;
    private final int to;
    private int at;

    ByteCharacters(byte[] source, int from, int to) {
        this.source = source;
        this.at = from;
        this.to = to;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        int count = Math.min(length, to - at);
        if (count <= 0) {
            return length == 0 ? 0 : -1;
        }
        for (int i = 0; i < count; i++) {
            target[offset + i] = (char) (source[at + i] & 0xFF);
        }
        at += count;
        return count;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
