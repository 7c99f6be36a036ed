package org.trialseal.core.bitcoin;

/** What a check came to, the best first. */
public enum Outcome {
    /** It holds. */
    PASSED,
    /** It cannot be decided from what was given. */
    INDETERMINATE,
    /** It does not hold. */
    FAILED
}
