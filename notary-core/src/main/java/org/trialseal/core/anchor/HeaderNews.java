package org.trialseal.core.anchor;

import java.util.Optional;

/**
 * What a source of block headers brought.
 *
 * @param source its name
 * @param tip height of the newest block known afterwards; that of the newest checkpoint when none is known above it
 * @param added how many headers were not known before
 * @param branch where the source follows another branch than the one known before
 */
public record HeaderNews(String source, long tip, long added, Optional<Branch> branch) {

    /**
     * Two branches of the chain.
     *
     * @param fork height of the last block they share
     * @param known how many blocks the branch known before has above it
     * @param offered how many the source's has
     * @param taken whether the source's has more work, and so replaced the other
     */
    public record Branch(long fork, long known, long offered, boolean taken) {
        /** One sentence in plain words. */
        public String sentence() {
            String blocks = "the " + (known == 1 ? "block" : known + " blocks") + " known above block " + fork;
            return taken
                    ? "The chain was reorganised: " + blocks + " gave way to " + offered
                            + " with more work. Proofs in blocks above " + fork + " may have lost their block."
                    : "It follows another branch with no more work than " + blocks + "; the known one is kept.";
        }
    }
}
