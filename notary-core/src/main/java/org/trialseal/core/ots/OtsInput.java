package org.trialseal.core.ots;

import org.trialseal.core.digest.Bytes;
import org.trialseal.core.ots.OtsException.Kind;

/** Reads the primitives of the format from {@code [offset, end)} of an array, and says where it stopped. */
final class OtsInput {
    private static final int NUMBER_BITS = 63;

    private final String source;
    private final byte[] content;
    private final int end;
    private final Kind atEnd;
    private int offset;

    OtsInput(String source, byte[] content) {
        this(source, content, 0, content.length, Kind.TRUNCATED);
    }

    private OtsInput(String source, byte[] content, int offset, int end, Kind atEnd) {
        this.source = source;
        this.content = content;
        this.offset = offset;
        this.end = end;
        this.atEnd = atEnd;
    }

    int remaining() {
        return end - offset;
    }

    OtsException error(Kind kind) {
        return new OtsException(kind, source, offset);
    }

    int octet() throws OtsException {
        if (offset == end) {
            throw error(atEnd);
        }
        return content[offset++] & 0xff;
    }

    Bytes bytes(int length) throws OtsException {
        skip(length);
        return Bytes.copyOf(content, offset - length, offset);
    }

    /** The next {@code length} bytes as an input of their own. */
    OtsInput part(int length) throws OtsException {
        skip(length);
        return new OtsInput(source, content, offset - length, offset, Kind.PAYLOAD_TRUNCATED);
    }

    /** Reads exactly these bytes; stops at the first that differs. */
    void expect(Bytes expected, Kind different) throws OtsException {
        for (int i = 0; i < expected.length(); i++) {
            if (octet() != (expected.at(i) & 0xff)) {
                offset--;
                throw error(different);
            }
        }
    }

    /** Reads on from here without moving this. */
    OtsInput ahead() {
        return new OtsInput(source, content, offset, end, atEnd);
    }

    /** At most nine bytes, that is 63 bits. Leading zeros are allowed, as in the reference. */
    long number() throws OtsException {
        long value = 0;
        for (int shift = 0; shift < NUMBER_BITS; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw error(Kind.NUMBER_TOO_LARGE);
    }

    /** A length within a limit. */
    int length(Limit limit, Kind tooLong) throws OtsException {
        long length = number();
        if (!limit.allows(length)) {
            throw error(tooLong);
        }
        return (int) length;
    }

    void expectEnd(Kind trailing) throws OtsException {
        if (offset != end) {
            throw error(trailing);
        }
    }

    private void skip(int length) throws OtsException {
        if (length > end - offset) {
            throw error(atEnd);
        }
        offset += length;
    }
}
