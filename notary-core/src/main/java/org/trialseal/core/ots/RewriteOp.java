package org.trialseal.core.ots;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;

/** Operations that write the message in another way. Neither works on an empty message. */
public enum RewriteOp implements Op {
    /** The bytes of the message from last to first. */
    REVERSE(0xf2, "reverse") {
        @Override
        public int resultLength(int length) {
            return length;
        }

        @Override
        Bytes rewrite(Bytes message) {
            byte[] reversed = new byte[message.length()];
            for (int i = 0; i < reversed.length; i++) {
                reversed[i] = message.at(reversed.length - 1 - i);
            }
            return Bytes.copyOf(reversed);
        }
    },
    /** The message as lower-case hexadecimal digits in ASCII. */
    HEXLIFY(0xf3, "hexlify") {
        @Override
        public int resultLength(int length) {
            return 2 * length;
        }

        @Override
        Bytes rewrite(Bytes message) {
            return Bytes.copyOf(message.hex().getBytes(StandardCharsets.US_ASCII));
        }
    };

    private final int tag;
    private final String word;

    RewriteOp(int tag, String word) {
        this.tag = tag;
        this.word = word;
    }

    static Optional<RewriteOp> ofTag(int tag) {
        for (RewriteOp op : values()) {
            if (op.tag == tag) {
                return Optional.of(op);
            }
        }
        return Optional.empty();
    }

    @Override
    public int tag() {
        return tag;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public Bytes argument() {
        return Bytes.empty();
    }

    @Override
    public Bytes apply(Bytes message) {
        Operand.require(this, message);
        return rewrite(message);
    }

    abstract Bytes rewrite(Bytes message);
}
