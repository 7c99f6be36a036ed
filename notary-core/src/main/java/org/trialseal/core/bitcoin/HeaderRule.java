package org.trialseal.core.bitcoin;

/** The rules that a header must obey, in the order in which they are checked. */
public enum HeaderRule {
    /** nBits is negative, zero, wider than 256 bits or above the limit of the chain. */
    TARGET_RANGE("target-range", "states a proof-of-work target that this chain never allows"),
    /** The header names the hash of the block before it. */
    LINK("link", "does not follow the header before it"),
    /** nBits is exactly what the retarget rule gives for its height. */
    TARGET("target", "states another proof-of-work target than the rules give for its height"),
    /** The hash is at most the stated target. */
    PROOF_OF_WORK("proof-of-work", "does not carry the proof of work that it states"),
    /** The time lies above the median of the eleven blocks before. */
    MEDIAN_TIME("median-time", "has a time that is not later than the median of the eleven blocks before it"),
    /** The version is at least what the soft forks up to its height demand. */
    VERSION("version", "has a version that its height no longer allows"),
    /** The hash is the known one where a block is given by the program. */
    CHECKPOINT("checkpoint", "differs from the block that is known at its height");

    private final String code;
    private final String words;

    HeaderRule(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** A stable word for machines. */
    public String code() {
        return code;
    }

    /** What a header that breaks the rule does, as the rest of a sentence. */
    public String words() {
        return words;
    }
}
