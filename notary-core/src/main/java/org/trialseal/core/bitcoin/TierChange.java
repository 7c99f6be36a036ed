package org.trialseal.core.bitcoin;

/**
 * A block is judged differently than before: more blocks or checkpoints became known, the chain was reorganised, or the
 * verifier asks for more.
 *
 * @param before the result so far
 * @param now the result from now on
 */
public record TierChange(BlockCheck before, BlockCheck now) {
    /** True when the block lost ground: a worse outcome than before, or less firmly tied. */
    public boolean isLoss() {
        return now.outcome().compareTo(before.outcome()) > 0 || now.tier().compareTo(before.tier()) > 0;
    }
}
