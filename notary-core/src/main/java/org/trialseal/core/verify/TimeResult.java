package org.trialseal.core.verify;

import java.time.LocalDate;
import java.util.Optional;
import org.trialseal.core.bitcoin.BlockFacts;
import org.trialseal.core.bitcoin.Tier;

/**
 * Since when a statement exists, as days in UTC.
 *
 * @param notAfter it existed no later than on this day; present when the time check passed
 * @param notBefore it was made no earlier than on this day, which says nothing about the data; present when the block that
 *     it names was tied to the chain
 * @param tier how firmly
 * @param block the attesting block, when a header of it was there
 */
public record TimeResult(
        Optional<LocalDate> notAfter, Optional<LocalDate> notBefore, Tier tier, Optional<AttestingBlock> block) {
    static final TimeResult NONE = new TimeResult(Optional.empty(), Optional.empty(), Tier.NONE, Optional.empty());

    /**
     * A block that attests a statement.
     *
     * @param height its height
     * @param facts what the headers say of it
     */
    public record AttestingBlock(long height, BlockFacts facts) {}

    static TimeResult of(Tier tier) {
        return new TimeResult(Optional.empty(), Optional.empty(), tier, Optional.empty());
    }
}
