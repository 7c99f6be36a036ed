package org.trialseal.core.anchor;

/**
 * A calendar gave nothing that counts.
 *
 * @param cause for programs
 * @param reason for people, as {@link CalendarText} leaves it
 */
public record Failed(Cause cause, String reason) implements SubmitAnswer, UpgradeAnswer {
    /** Keeps only what is safe to show. */
    public Failed {
        reason = CalendarText.sanitised(reason);
    }

    /** With the standard reason of the cause. */
    public static Failed because(Cause cause) {
        return new Failed(cause, cause.reason);
    }

    /** Why an answer does not count. */
    public enum Cause {
        /** No connection, or it broke. */
        UNREACHABLE("the calendar cannot be reached"),
        /** The connection cannot be trusted. */
        INSECURE("no secure connection to the calendar"),
        /** Nothing whole in time. */
        TIMED_OUT("no answer in time"),
        /** An answer in time that says no. */
        REFUSED("the calendar refused"),
        /** More than {@link CalendarAnswer#MAX_BYTES}. */
        TOO_LARGE("the answer is too large"),
        /** Not a well-formed timestamp of what was sent. */
        MALFORMED("the answer is not a timestamp of what was sent"),
        /** A timestamp of another message. */
        WRONG_MESSAGE("the answer is a timestamp of something else"),
        /** A timestamp without any attestation that counts. */
        NO_ATTESTATION("the answer attests nothing that can be followed up"),
        /** The block that the answer names does not hold the message. */
        CONTRADICTED("the block that the answer names does not confirm it"),
        /** More commitments than one call asks for. */
        NOT_ASKED("too many to ask for at once"),
        /** The asking thread was interrupted. */
        INTERRUPTED("interrupted"),
        /** A fault of this program. */
        FAULT("an internal error");

        private final String reason;

        Cause(String reason) {
            this.reason = reason;
        }

        /** What happened, for people. */
        public String reason() {
            return reason;
        }
    }
}
