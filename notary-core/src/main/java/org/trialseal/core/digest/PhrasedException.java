package org.trialseal.core.digest;

/** Something cannot go on. The message is a phrase in English; the phrase lets a face say it in another language. */
public abstract class PhrasedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;

    /** The message is the phrase in English. */
    protected PhrasedException(Phrase phrase) {
        this("", phrase);
    }

    /**
     * @param where stands in the message before the phrase; may be empty
     * @param phrase what happened, and what to do
     */
    protected PhrasedException(String where, Phrase phrase) {
        super(where + phrase.english());
        this.phrase = phrase;
    }

    /** What happened, and what to do. */
    public final Phrase phrase() {
        return phrase;
    }
}
