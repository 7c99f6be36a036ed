package org.trialseal.importers.datasetjson;

import java.io.Closeable;
import java.io.IOException;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.importers.fault.DataFault;
import org.trialseal.importers.fault.Part;

/** The bytes of a JSON text in order, with their offsets; what was read too far can be given back. */
final class JsonText implements Closeable {
    private static final int BLOCK = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Unpacked input;
    private final String file;
    private byte[] held = {};
    private int at;
    private long offset;

    JsonText(Unpacked input, String file) {
        this.input = input;
        this.file = file;
    }

    /** The file's name. */
    String file() {
        return file;
    }

    /** Offset of the next byte. */
    long offset() {
        return offset;
    }

    /** The next byte without reading it; -1 at the end. */
    int peek() throws IOException, MalformedException {
        if (at == held.length) {
            byte[] block = new byte[BLOCK];
            int count = input.read(block, 0, BLOCK);
            held = count == BLOCK ? block : java.util.Arrays.copyOf(block, count);
            at = 0;
        }
        return at == held.length ? -1 : held[at] & 0xFF;
    }

    /** The next byte; -1 at the end. */
    int next() throws IOException, MalformedException {
        int value = peek();
        at += value < 0 ? 0 : 1;
        offset += value < 0 ? 0 : 1;
        return value;
    }

    /** The next byte that is no white space, without reading it; -1 at the end. */
    int peekToken() throws IOException, MalformedException {
        int value = peek();
        while (isWhite(value)) {
            next();
            value = peek();
        }
        return value;
    }

    static boolean isWhite(int value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    /** Passes over a byte order mark. */
    void skipByteOrderMark() throws IOException, MalformedException {
        for (byte b : BYTE_ORDER_MARK) {
            if (peek() != (b & 0xFF)) {
                return;
            }
            next();
        }
    }

    /** Reads the byte that must come next, white space aside. */
    void expect(char wanted, Part what) throws IOException, MalformedException {
        if (peekToken() != wanted) {
            throw malformed(peek() < 0 ? DataFault.CUT_OFF : DataFault.NOT_JSON, what.of());
        }
        next();
    }

    /** Reads up to {@code length} bytes, fewer only at the end. */
    int read(byte[] target, int from, int length) throws IOException, MalformedException {
        int again = Math.min(held.length - at, length);
        System.arraycopy(held, at, target, from, again);
        at += again;
        int count = again + (again < length ? input.read(target, from + again, length - again) : 0);
        offset += count;
        return count;
    }

    /** Gives back the bytes read last: they will be read again. */
    void unread(byte[] bytes, int from, int to) {
        byte[] kept = new byte[to - from + held.length - at];
        System.arraycopy(bytes, from, kept, 0, to - from);
        System.arraycopy(held, at, kept, to - from, held.length - at);
        held = kept;
        at = 0;
        offset -= to - from;
    }

    /** An error at the next byte. */
    MalformedException malformed(DataFault fault, Object... values) {
        return malformedAt(offset, fault, values);
    }

    MalformedException malformedAt(long where, DataFault fault, Object... values) {
        return input.isCompressed()
                ? DataFault.UNPACKED.at(file, where, Phrase.of(fault, values))
                : fault.at(file, where, values);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
