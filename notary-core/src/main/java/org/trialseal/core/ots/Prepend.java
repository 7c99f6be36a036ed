package org.trialseal.core.ots;

import org.trialseal.core.digest.Bytes;

/**
 * Puts the argument before the message.
 *
 * @param argument 1 to 4096 bytes
 */
public record Prepend(Bytes argument) implements Op {
    static final int TAG = 0xf1;

    /**
     * An operation with this argument.
     *
     * @throws IllegalArgumentException when the argument is empty or longer than 4096 bytes
     */
    public Prepend {
        Operand.requireArgument(argument);
    }

    @Override
    public int tag() {
        return TAG;
    }

    @Override
    public String word() {
        return "prepend";
    }

    @Override
    public int resultLength(int length) {
        return length + argument.length();
    }

    @Override
    public Bytes apply(Bytes message) {
        Operand.require(this, message);
        return argument.concat(message);
    }
}
