package org.trialseal.importers.csv;

import java.io.IOException;
import java.io.InputStream;

/** A file that is declared to be UTF-8: its own bytes, without the byte order mark. */
final class PlainUtf8 implements Utf8Source {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream input;
    private boolean started;
    private byte[] head = {};
    private int headRead;
    private int skipped;

    PlainUtf8(InputStream input) {
        this.input = input;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!started) {
            started = true;
            readHead();
        }
        if (headRead < head.length) {
            int count = Math.min(length, head.length - headRead);
            System.arraycopy(head, headRead, target, offset, count);
            headRead += count;
            return count;
        }
        return input.read(target, offset, length);
    }

    private void readHead() throws IOException {
        byte[] first = input.readNBytes(MARK.length);
        if (java.util.Arrays.equals(first, MARK)) {
            skipped = MARK.length;
        } else {
            head = first;
        }
    }

    @Override
    public long firstOffset() {
        return skipped;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
