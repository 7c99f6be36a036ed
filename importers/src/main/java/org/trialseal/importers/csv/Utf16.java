package org.trialseal.importers.csv;

import java.io.IOException;
import java.io.InputStream;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.fault.DataFault;

/** A file in UTF-16, as UTF-8. Lone surrogates and half characters are refused; a byte order mark is skipped. */
final class Utf16 implements Utf8Source {
    private static final int MARK = 0xFEFF;

    private final InputStream input;
    private final String file;
    private final boolean bigEndian;
    private final byte[] raw = new byte[1 << 13];
    private final LineCount lines = new LineCount();
    private int rawUsed;
    private int rawRead;
    private long rawStart;
    private long characterStart;
    private boolean started;

    Utf16(InputStream input, String file, boolean bigEndian) {
        this.input = input;
        this.file = file;
        this.bigEndian = bigEndian;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException, MalformedException {
        int at = offset;
        while (at <= offset + length - MIN_READ) {
            if (rawUsed - rawRead < 2 * Character.BYTES && !fill()) {
                return at == offset ? -1 : at - offset;
            }
            int character = next();
            if (started || character != MARK) {
                lines.add(character);
                at = Utf8.put(character, target, at);
            }
            started = true;
        }
        return at - offset;
    }

    /** Tops up the raw bytes; false when there are none left. */
    private boolean fill() throws IOException {
        int kept = rawUsed - rawRead;
        System.arraycopy(raw, rawRead, raw, 0, kept);
        rawStart += rawRead;
        rawRead = 0;
        rawUsed = kept + input.readNBytes(raw, kept, raw.length - kept);
        return rawUsed > 0;
    }

    private int next() throws MalformedException {
        characterStart = rawStart + rawRead;
        char first = unit();
        if (!Character.isSurrogate(first)) {
            return first;
        }
        if (Character.isHighSurrogate(first) && rawUsed - rawRead >= Character.BYTES) {
            char second = unit();
            if (Character.isLowSurrogate(second)) {
                return Character.toCodePoint(first, second);
            }
        }
        throw refuse(DataFault.NOT_UTF_16_SURROGATE);
    }

    private char unit() throws MalformedException {
        if (rawUsed - rawRead < Character.BYTES) {
            throw refuse(DataFault.NOT_UTF_16_END);
        }
        int high = raw[bigEndian ? rawRead : rawRead + 1] & 0xFF;
        int low = raw[bigEndian ? rawRead + 1 : rawRead] & 0xFF;
        rawRead += Character.BYTES;
        return (char) (high << 8 | low);
    }

    private MalformedException refuse(DataFault what) {
        return what.at(file, characterStart, lines.line());
    }

    @Override
    public long firstOffset() {
        return -1;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
