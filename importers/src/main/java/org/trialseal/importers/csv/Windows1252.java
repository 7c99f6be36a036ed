package org.trialseal.importers.csv;

import java.io.IOException;
import java.io.InputStream;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.fault.DataFault;

/**
 * A file in windows-1252, as UTF-8. The five bytes that windows-1252 leaves undefined (81, 8D, 8F, 90, 9D) are refused.
 */
final class Windows1252 implements Utf8Source {
    /** Unicode values of bytes 0x80 to 0x9F; 0 where undefined (Unicode Consortium, CP1252.TXT). */
    private static final String HIGH =
            "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
                    + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    private static final int LONGEST = 3;

    private final InputStream input;
    private final String file;
    private final byte[] raw = new byte[1 << 13];
    private final LineCount lines = new LineCount();
    private int rawUsed;
    private int rawRead;
    private long rawStart;

    Windows1252(InputStream input, String file) {
        this.input = input;
        this.file = file;
    }

    /** Whether windows-1252 defines this byte, 0 to 255. */
    static boolean defines(int value) {
        return value < 0x80 || value > 0x9F || HIGH.charAt(value - 0x80) != 0;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException, MalformedException {
        int at = offset;
        while (at == offset) {
            if (rawRead == rawUsed && !fill()) {
                return -1;
            }
            while (rawRead < rawUsed && at <= offset + length - LONGEST) {
                at = put(raw[rawRead] & 0xFF, target, at);
                rawRead++;
            }
        }
        return at - offset;
    }

    private boolean fill() throws IOException {
        rawStart += rawUsed;
        rawRead = 0;
        rawUsed = Math.max(0, input.read(raw, 0, raw.length));
        return rawUsed > 0;
    }

    private int put(int value, byte[] target, int at) throws MalformedException {
        if (value < 0x80) {
            target[at] = (byte) value;
            lines.add(value);
            return at + 1;
        }
        return Utf8.put(character(value), target, at);
    }

    private int character(int value) throws MalformedException {
        if (!defines(value)) {
            throw DataFault.NOT_WINDOWS_1252.at(file, rawStart + rawRead, lines.line(), Integer.toHexString(value));
        }
        return value > 0x9F ? value : HIGH.charAt(value - 0x80);
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
