package org.trialseal.core.bitcoin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of judging one block of the chain: by an attestation that commits to its Merkle root, or by a statement
 * that names it as a block that was already there.
 *
 * @param finding why it came out as it did, and with it passed, failed or indeterminate
 * @param tier how firmly the block is tied to the chain; {@link Tier#NONE} when failed
 * @param height the height that was asked for, [0, 2^32)
 * @param facts what the headers say of the block, or null when none was given or the check failed
 * @param fault the header that breaks a rule, or null
 */
public record BlockCheck(
        Finding finding,
        Tier tier,
        long height,
        @Nullable BlockFacts facts,
        @Nullable HeaderFault fault) {
    /** Passed, failed or indeterminate. */
    public Outcome outcome() {
        return finding.outcome();
    }

    /** The reason in plain words, with the fault when there is one. */
    public String sentence() {
        return fault == null ? finding.sentence() : finding.sentence() + " " + fault.sentence();
    }

    /** What the headers say of the block. */
    public Optional<BlockFacts> block() {
        return Optional.ofNullable(facts);
    }

    /** How this result differs from an earlier one of the same question, when the outcome, tier or block changed. */
    public Optional<TierChange> since(BlockCheck earlier) {
        boolean same = tier == earlier.tier
                && outcome() == earlier.outcome()
                && block().map(BlockFacts::hash).equals(earlier.block().map(BlockFacts::hash));
        return same ? Optional.empty() : Optional.of(new TierChange(earlier, this));
    }

    static BlockCheck failed(Finding finding, long height) {
        return new BlockCheck(finding, Tier.NONE, height, null, null);
    }
}
