package org.trialseal.core.digest;

/**
 * Input from outside does not have the form it must have. Carries where it was found, so that a person can be told what
 * to mend: a source (a file or entry name), an offset, and a reason in plain words.
 */
public class MalformedException extends PhrasedException {
    private static final long serialVersionUID = 1L;

    /** The offset of an error that belongs to no single place. */
    public static final long NO_OFFSET = -1;

    private final String source;
    private final long offset;

    /**
     * What is wrong, in general, where the reason is one of the many that are said in English only: it is the value of the
     * phrase.
     */
    public enum Kind implements Phrase.Code {
        /** It has not the form that it must have. */
        DAMAGED,
        /** It ends too early. */
        CUT_OFF,
        /** It is larger, or holds more, than is allowed. */
        TOO_LARGE,
        /** It is of a version that this program does not know. */
        NEWER,
        /** A file is not there that belongs to an evidence folder or a study store. */
        MISSING,
        /** A file of an evidence folder or a study store is not what was written there. */
        ALTERED,
        /** It is well formed, and about something else than what it stands beside. */
        OTHER;

        @Override
        public String pattern() {
            return "{0}";
        }
    }

    /**
     * @param source what was read, e.g. {@code seal.json.ots}
     * @param offset byte offset in it, or {@link #NO_OFFSET}
     * @param reason what is wrong, without any value from the input
     */
    public MalformedException(String source, long offset, Phrase reason) {
        super(offset == NO_OFFSET ? source + ": " : source + ", byte " + offset + ": ", reason);
        this.source = source;
        this.offset = offset;
    }

    /** The same with a reason that only its kind says in other languages. */
    public MalformedException(Kind kind, String source, long offset, String reason) {
        this(source, offset, Phrase.of(kind, reason));
    }

    /** The same for an error that belongs to no single place of {@code source}. */
    public MalformedException(Kind kind, String source, String reason) {
        this(kind, source, NO_OFFSET, reason);
    }

    /** The same for input that has not the form that it must have. */
    public MalformedException(String source, long offset, String reason) {
        this(Kind.DAMAGED, source, offset, reason);
    }

    /** The same for an error that belongs to no single place of {@code source}. */
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

    /** What is wrong, in English. */
    public String reason() {
        return phrase().english();
    }
}
