package org.trialseal.importers.csv;

import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.importers.fault.DataFault;

/** A file read as UTF-8 is not UTF-8. */
final class NotUtf8Exception extends MalformedException {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final boolean surrogate;
    private final boolean afterUtf8;

    /**
     * @param line the 1-based line of the first invalid byte
     * @param surrogate whether the bytes encode half of a surrogate pair
     * @param afterUtf8 whether valid characters beyond ASCII stand before
     */
    NotUtf8Exception(String source, long offset, long line, boolean surrogate, boolean afterUtf8) {
        super(source, offset, Phrase.of(surrogate ? DataFault.NOT_UTF_8_SURROGATE : DataFault.NOT_UTF_8, line));
        this.line = line;
        this.surrogate = surrogate;
        this.afterUtf8 = afterUtf8;
    }

    long line() {
        return line;
    }

    boolean surrogate() {
        return surrogate;
    }

    boolean afterUtf8() {
        return afterUtf8;
    }
}
