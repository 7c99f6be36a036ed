package org.trialseal.core.ots;

import org.trialseal.core.digest.Bytes;

/** One step of a proof: makes a new message out of a message. Immutable, equal by kind and argument. */
public sealed interface Op permits Append, Prepend, HashOp, RewriteOp {
    /** The byte that names the operation in a serialised proof, 0 to 255. */
    int tag();

    /** The word of the reference client, e.g. {@code append}. */
    String word();

    /** The operation's argument: 1 to 4096 bytes, or empty when it takes none. */
    Bytes argument();

    /** Length of the result for a message of {@code length} bytes; 0 when that length cannot be worked on. */
    int resultLength(int length);

    /**
     * The new message, 1 to 4096 bytes.
     *
     * @throws IllegalArgumentException unless {@link #accepts}
     */
    Bytes apply(Bytes message);

    /** Whether evidence may rest on it: on no other hash than SHA-256, and on all that is no hash. */
    default boolean isFirm() {
        return true;
    }

    /** Whether message and result are within {@link Limit#MESSAGE} and the result is not empty. */
    default boolean accepts(Bytes message) {
        int length = message.length();
        return Limit.MESSAGE.allows(length) && resultLength(length) > 0 && Limit.MESSAGE.allows(resultLength(length));
    }
}
