package org.trialseal.core.merkle;

/** What became of checking a Merkle proof. Only {@link #VALID} is a pass. */
public enum ProofResult {
    /** The proof has the exact length for its position and leads to the expected root. */
    VALID("the proof leads to the root"),
    /** There is no proof; an empty one is something else. */
    MISSING("there is no proof"),
    /** A size is negative, or an older size is greater than the newer one. */
    BAD_SIZE("the tree sizes cannot be"),
    /** The index is negative or not below the size. */
    BAD_INDEX("the index lies outside the tree"),
    /** The range is not one that a subtree can have. */
    BAD_SUBTREE("the range is not a subtree"),
    /** The older tree is empty: everything is consistent with it, so that a proof means nothing. */
    EMPTY_OLDER_TREE("consistency with an empty tree means nothing"),
    /** The proof has not exactly the number of hashes that its position asks for. */
    BAD_LENGTH("the proof has the wrong number of hashes"),
    /** A hash does not have 32 bytes. */
    BAD_HASH_LENGTH("a hash does not have 32 bytes"),
    /** The proof leads to another root of the older tree or of the subtree. */
    OLDER_ROOT_DIFFERS("the proof leads to another root of the older tree"),
    /**
     * The proof leads to another root. Where the root of the older tree or of the subtree is itself the first hash used,
     * it may be the one that is wrong.
     */
    ROOT_DIFFERS("the proof leads to another root");

    private final String words;

    ProofResult(String words) {
        this.words = words;
    }

    /** Whether the proof holds. */
    public boolean valid() {
        return this == VALID;
    }

    /** The reason in plain words, without any value. */
    public String words() {
        return words;
    }
}
