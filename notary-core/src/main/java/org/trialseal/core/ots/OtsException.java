package org.trialseal.core.ots;

import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;

/** A proof is not well formed, or lies outside a {@link Limit}. */
public final class OtsException extends MalformedException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    OtsException(Kind kind, String source, long offset) {
        super(source, offset, Phrase.of(kind));
        this.kind = kind;
    }

    /** What is wrong, for programs. */
    public Kind kind() {
        return kind;
    }

    /** Everything that can be wrong with a proof. */
    public enum Kind implements Phrase.Code {
        /** Outside {@link Limit#TIMESTAMP} or {@link Limit#FILE}. */
        TOO_LARGE("the proof is larger than 1 MiB"),
        /** A detached file does not begin with its magic bytes. */
        BAD_MAGIC("not an OpenTimestamps proof file"),
        /** The major version is not 1. */
        UNSUPPORTED_VERSION("a version of the OpenTimestamps format other than 1"),
        /** The first operation of a detached file is not a hash. */
        UNSUPPORTED_FILE_HASH("the file's digest is of an unknown kind"),
        /** The input ends inside a proof. */
        TRUNCATED("the proof ends too early"),
        /** Something follows a proof. */
        TRAILING_BYTES("something follows the end of the proof"),
        /** A number does not end within 63 bits. */
        NUMBER_TOO_LARGE("a number of more than 63 bits"),
        /** Outside {@link Limit#HEIGHT}. */
        HEIGHT_TOO_LARGE("a block height of more than 32 bits"),
        /** A tag that names no operation. */
        UNKNOWN_OPERATION("an unknown operation"),
        /** The argument of an operation has no bytes. */
        ARGUMENT_EMPTY("an operation's argument is empty"),
        /** The argument of an operation is outside {@link Limit#MESSAGE}. */
        ARGUMENT_TOO_LONG("an operation's argument has more than 4096 bytes"),
        /** The message, or what an operation makes of it, is outside {@link Limit#MESSAGE}. */
        MESSAGE_TOO_LONG("a message has more than 4096 bytes"),
        /** An operation that cannot be applied to the empty message. */
        MESSAGE_EMPTY("an operation on an empty message"),
        /** Outside {@link Limit#DEPTH}. */
        TOO_DEEP("more than 255 operations in a row"),
        /** Outside {@link Limit#ELEMENTS}. */
        TOO_MANY_ELEMENTS("more than 10000 operations and attestations"),
        /** Outside {@link Limit#PAYLOAD}. */
        PAYLOAD_TOO_LONG("an attestation has more than 8192 bytes"),
        /** A known attestation ends before its payload does. */
        PAYLOAD_TRAILING("something follows an attestation inside its payload"),
        /** A known attestation does not end within its payload. */
        PAYLOAD_TRUNCATED("an attestation ends too early"),
        /** Outside {@link Limit#URI}. */
        URI_TOO_LONG("a calendar's address has more than 1000 bytes"),
        /** A byte outside {@link PendingAttestation#URI_CHARACTERS}. */
        URI_CHARACTER("a calendar's address holds a character that is not allowed");

        private final String reason;

        Kind(String reason) {
            this.reason = reason;
        }

        @Override
        public String pattern() {
            return reason;
        }
    }
}
