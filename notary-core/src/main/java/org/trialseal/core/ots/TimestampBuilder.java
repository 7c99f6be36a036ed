package org.trialseal.core.ots;

import org.trialseal.core.digest.Bytes;

/** Builds a timestamp along one path, from a first message forward. Paths that fork are built apart and merged. */
public final class TimestampBuilder {
    private final Draft root;
    private Draft at;

    private TimestampBuilder(Draft root) {
        this.root = root;
        this.at = root;
    }

    /**
     * Begins at a message.
     *
     * @throws OtsException when it has more than 4096 bytes
     */
    public static TimestampBuilder from(Bytes message) throws OtsException {
        return new TimestampBuilder(Draft.root(message, Budget.ofBuilding()));
    }

    /** The message that the path has reached. */
    public Bytes message() {
        return at.message();
    }

    /**
     * Goes on by one operation.
     *
     * @throws OtsException when the path or a message gets too long, or the operation cannot work on an empty message
     */
    public TimestampBuilder then(Op op) throws OtsException {
        at = at.branch(op);
        return this;
    }

    /**
     * Goes on by appending {@code suffix}.
     *
     * @throws OtsException when path or message gets too long
     * @throws IllegalArgumentException when the suffix is empty or has more than 4096 bytes
     */
    public TimestampBuilder append(Bytes suffix) throws OtsException {
        return then(new Append(suffix));
    }

    /**
     * Goes on by prepending {@code prefix}.
     *
     * @throws OtsException when path or message gets too long
     * @throws IllegalArgumentException when the prefix is empty or has more than 4096 bytes
     */
    public TimestampBuilder prepend(Bytes prefix) throws OtsException {
        return then(new Prepend(prefix));
    }

    /**
     * Goes on by SHA-256.
     *
     * @throws OtsException when the path gets too long
     */
    public TimestampBuilder sha256() throws OtsException {
        return then(HashOp.SHA256);
    }

    /**
     * Goes on by writing the message as lower-case hexadecimal digits.
     *
     * @throws OtsException when path or message gets too long, or the message is empty
     */
    public TimestampBuilder hexlify() throws OtsException {
        return then(RewriteOp.HEXLIFY);
    }

    /**
     * Attests the message reached.
     *
     * @throws OtsException when the proof gets too large
     */
    public TimestampBuilder attest(Attestation attestation) throws OtsException {
        at.attest(attestation);
        return this;
    }

    /**
     * Merges a timestamp of the message reached in here.
     *
     * @throws OtsException when the whole is outside a {@link Limit}
     * @throws IllegalArgumentException when it is a timestamp of another message
     */
    public TimestampBuilder graft(Timestamp other) throws OtsException {
        at.merge(other);
        return this;
    }

    /** What has been built so far, from the first message on. */
    public Timestamp build() {
        return root.freeze();
    }
}
