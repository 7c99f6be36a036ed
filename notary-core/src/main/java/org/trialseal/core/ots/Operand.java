package org.trialseal.core.ots;

import org.trialseal.core.digest.Bytes;

/** The preconditions that operations share. */
final class Operand {
    private Operand() {}

    static void requireArgument(Bytes argument) {
        if (argument.length() == 0 || !Limit.MESSAGE.allows(argument.length())) {
            throw new IllegalArgumentException("an argument has 1 to 4096 bytes, not " + argument.length());
        }
    }

    static void require(Op op, Bytes message) {
        if (!op.accepts(message)) {
            throw new IllegalArgumentException(op.word() + " cannot be applied to " + message.length() + " bytes");
        }
    }
}
