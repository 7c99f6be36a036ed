package org.trialseal.core.anchor;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A source of block headers cannot be reached, or does not answer properly; the message says which, and how. */
public final class HeaderSourceException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param source the source's name
     * @param words what it does wrong, as the rest of a sentence; words of its own only as {@link CalendarText} leaves
     *     them
     */
    public HeaderSourceException(String source, String words) {
        this(source, words, null);
    }

    /** The same with what led to it. */
    public HeaderSourceException(String source, String words, @Nullable Throwable cause) {
        super(source + " " + words, cause);
    }
}
