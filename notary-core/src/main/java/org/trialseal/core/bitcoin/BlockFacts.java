package org.trialseal.core.bitcoin;

import java.math.BigInteger;
import java.time.LocalDate;

/**
 * What the headers say of one block.
 *
 * @param hash its hash
 * @param time its own time, seconds since 1970
 * @param blocksOnTop how many headers follow it
 * @param workOnTop the expected number of hashes to make those that follow it: the cost of a forgery by a private branch
 * @param notAfter the UTC day of the largest time among the block and its ancestors given, plus two hours
 * @param notBefore the UTC day of the block's time minus two hours
 */
public record BlockFacts(
        BlockHash hash, long time, long blocksOnTop, BigInteger workOnTop, LocalDate notAfter, LocalDate notBefore) {
    /** What stands on top of the block, in words: the cost at which a private branch could be made to look the same. */
    public String cost() {
        String blocks = blocksOnTop == 1 ? "1 block" : blocksOnTop + " blocks";
        int power = Math.max(0, workOnTop.bitLength() - 1);
        return blocks + " on top, " + workOnTop + " expected hashes (at least 2^" + power + ")";
    }
}
