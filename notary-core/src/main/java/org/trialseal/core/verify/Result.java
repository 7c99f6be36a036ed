package org.trialseal.core.verify;

/** What a check, or all of them together, came to. */
public enum Result {
    /** It holds. */
    PASSED("passed"),
    /** It does not hold. */
    FAILED("failed"),
    /** It cannot be decided from what was given. */
    INDETERMINATE("indeterminate");

    private final String word;

    Result(String word) {
        this.word = word;
    }

    /** The word in reports. */
    public String word() {
        return word;
    }
}
