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
        BlockHash hash, long time, long blocksOnTop, BigInteger workOnTop, LocalDate notAfter, LocalDate notBefore) {}
