package org.trialseal.core.ots;

import java.io.ByteArrayOutputStream;
import org.trialseal.core.digest.Bytes;

/** Writes the primitives of the format. */
final class OtsOutput {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    OtsOutput octet(int value) {
        out.write(value);
        return this;
    }

    OtsOutput bytes(Bytes value) {
        out.writeBytes(value.toArray());
        return this;
    }

    /** Seven bits a byte, lowest first, in as few bytes as possible. */
    OtsOutput number(long value) {
        long rest = value;
        while (rest > 0x7f) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    OtsOutput op(Op op) {
        octet(op.tag());
        Bytes argument = op.argument();
        return argument.length() == 0 ? this : number(argument.length()).bytes(argument);
    }

    OtsOutput attestation(Attestation attestation) {
        Bytes payload = attestation.payload();
        return octet(TimestampReader.ATTESTATION)
                .bytes(attestation.tag())
                .number(payload.length())
                .bytes(payload);
    }

    int length() {
        return out.size();
    }

    byte[] toArray() {
        return out.toByteArray();
    }

    Bytes bytes() {
        return Bytes.copyOf(toArray());
    }
}
