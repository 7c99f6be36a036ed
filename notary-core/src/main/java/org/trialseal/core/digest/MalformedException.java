package org.trialseal.core.digest;

/**
 * Input from outside does not have the form it must have. Carries where it was found, so that a person can be told what
 * to mend: a source (a file or entry name), an offset, and a reason in plain words.
 */
public class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The offset of an error that belongs to no single place. */
    public static final long NO_OFFSET = -1;

    private final String source;
    private final long offset;
    private final String reason;

    /**
     * @param source what was read, e.g. {@code seal.json.ots}
     * @param offset byte offset in it, or {@link #NO_OFFSET}
     * @param reason what is wrong, without any value from the input
     */
    public MalformedException(String source, long offset, String reason) {
        super(offset == NO_OFFSET ? source + ": " + reason : source + ", byte " + offset + ": " + reason);
        this.source = source;
        this.offset = offset;
        this.reason = reason;
    }

    /** An error that belongs to no single place of {@code source}. */
    public MalformedException(String source, String reason) {
        this(source, NO_OFFSET, reason);
    }

    /** What was read. */
    public String source() {
        return source;
    }

    /** Byte offset of the error, or {@link #NO_OFFSET}. */
    public long offset() {
        return offset;
    }

    /** What is wrong. */
    public String reason() {
        return reason;
    }
}
