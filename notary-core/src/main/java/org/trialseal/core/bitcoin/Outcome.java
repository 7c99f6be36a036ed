package org.trialseal.core.bitcoin;

/** What a check came to. */
public enum Outcome {
    /** It holds. */
    PASSED,
    /** It does not hold. */
    FAILED,
    /** It cannot be decided from what was given. */
    INDETERMINATE
}
