package org.trialseal.core.bitcoin;

/**
 * A block is judged differently than before: more blocks or checkpoints became known, or the chain was reorganised.
 *
 * @param height height of the block
 * @param before its tier so far
 * @param now its tier from now on
 * @param finding why
 */
public record TierChange(long height, Tier before, Tier now, Finding finding) {
    /** True when the block lost ground: failed, or less firmly tied than before. */
    public boolean isLoss() {
        return finding.outcome() == Outcome.FAILED || now.compareTo(before) > 0;
    }
}
