package org.trialseal.core.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;

/** Reads fixed-width numbers and byte runs from a stream; whatever ends too early is malformed. Integers are big-endian. */
final class StrictInput {
    private static final int BUFFER = 1 << 13;

    private final String source;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int filled;
    private long before;

    StrictInput(String source, InputStream in) {
        this.source = source;
        this.in = in;
    }

    /** Number of bytes read so far. */
    long offset() {
        return before + next;
    }

    MalformedException error(String reason) {
        return error(MalformedException.Kind.DAMAGED, reason);
    }

    MalformedException error(MalformedException.Kind kind, String reason) {
        return new MalformedException(kind, source, offset(), reason);
    }

    /** Whether the stream has ended. */
    boolean atEnd() throws IOException {
        while (next == filled) {
            int got = in.read(buffer, 0, BUFFER);
            if (got < 0) {
                return true;
            }
            before += filled;
            next = 0;
            filled = got;
        }
        return false;
    }

    void expectEnd() throws IOException, MalformedException {
        if (!atEnd()) {
            throw error("something follows the end");
        }
    }

    /** Up to {@code length} bytes, at least one unless the stream has ended (then -1) or {@code length} is 0. */
    int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (atEnd()) {
            return -1;
        }
        int run = Math.min(length, filled - next);
        System.arraycopy(buffer, next, target, offset, run);
        next += run;
        return run;
    }

    void readInto(byte[] target, int offset, int length) throws IOException, MalformedException {
        int done = 0;
        while (done < length) {
            int got = read(target, offset + done, length - done);
            if (got < 0) {
                throw error(MalformedException.Kind.CUT_OFF, "ends too early");
            }
            done += got;
        }
    }

    /** {@code length} bytes, within some {@link Limit}; memory grows with what is really there. */
    byte[] bytes(int length) throws IOException, MalformedException {
        byte[] bytes = new byte[Math.min(length, BUFFER)];
        int done = 0;
        while (done < length) {
            if (done == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * done));
            }
            readInto(bytes, done, bytes.length - done);
            done = bytes.length;
        }
        return bytes;
    }

    Bytes value(int length) throws IOException, MalformedException {
        return Bytes.copyOf(bytes(length));
    }

    Sha256 hash() throws IOException, MalformedException {
        return Sha256.wrap(bytes(Sha256.LENGTH));
    }

    int octet() throws IOException, MalformedException {
        if (atEnd()) {
            throw error(MalformedException.Kind.CUT_OFF, "ends too early");
        }
        return buffer[next++] & 0xff;
    }

    int u16() throws IOException, MalformedException {
        return octet() << 8 | octet();
    }

    long u32() throws IOException, MalformedException {
        return (long) u16() << 16 | u16();
    }

    /** A {@code u64} that must lie below 2^63. */
    long count() throws IOException, MalformedException {
        long value = u32() << 32 | u32();
        if (value < 0) {
            throw error("a number is 2^63 or more");
        }
        return value;
    }

    /** A {@code u32} that must lie within {@code limit}. */
    int length(Limit limit, String what) throws IOException, MalformedException {
        long value = u32();
        if (!limit.allows(value)) {
            throw error(MalformedException.Kind.TOO_LARGE, what + " is larger than " + limit.max());
        }
        return (int) value;
    }

    void expect(Bytes wanted, String reason) throws IOException, MalformedException {
        if (!value(wanted.length()).equals(wanted)) {
            throw error(reason);
        }
    }
}
