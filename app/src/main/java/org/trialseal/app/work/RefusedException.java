package org.trialseal.app.work;

/** Something cannot go on; the message says what happened and what to do. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What was wrong. */
    public enum Kind {
        /** What was asked for makes no sense. */
        USAGE,
        /** A file does not have its form. */
        MALFORMED_INPUT,
        /** Something needed is not there. */
        NO_INPUT,
        /** The study store, which holds the subjects' secrets, is not there. */
        NO_STORE
    }

    /**
     * @param kind what was wrong
     * @param message what happened and what to do, for people
     */
    public RefusedException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What was asked for makes no sense; {@code message} says what to do. */
    public static RefusedException usage(String message) {
        return new RefusedException(Kind.USAGE, message);
    }

    /** What was wrong. */
    public Kind kind() {
        return kind;
    }
}
