package org.trialseal.core.bitcoin;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The consensus rules of one chain, as far as headers show them.
 *
 * @param network what the chain counts as
 * @param genesis the header at height 0
 * @param limit the largest target allowed, at least that of the genesis
 * @param retargetInterval blocks in a period, at least 2
 * @param retargetTimespan seconds that a period should take, at least 4; one step changes the target at most four-fold
 * @param retargeting false when every block keeps the target of the genesis
 * @param minimumVersions from each height on, the lowest block version allowed
 */
public record ChainParameters(
        Network network,
        BlockHeader genesis,
        BigInteger limit,
        int retargetInterval,
        long retargetTimespan,
        boolean retargeting,
        SortedMap<Long, Integer> minimumVersions) {
    private static final int BLOCKS_OF_TWO_WEEKS = 2016;
    private static final long TWO_WEEKS_SECONDS = 14L * 24 * 60 * 60;
    private static final long MAX_TIMESPAN_SECONDS = 1L << 32;
    private static final String GENESIS_START =
            "01000000" + "00".repeat(32) + "3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a";
    private static final String MAIN_GENESIS = GENESIS_START + "29ab5f49ffff001d1dac2b7c";
    private static final String REGTEST_GENESIS = GENESIS_START + "dae5494dffff7f2002000000";

    /** @throws IllegalArgumentException when a component is out of its range */
    public ChainParameters {
        if (retargetInterval < 2 || retargetTimespan < 4 || retargetTimespan > MAX_TIMESPAN_SECONDS) {
            throw new IllegalArgumentException("a retarget period has at least 2 blocks and 4 to 2^32 seconds");
        }
        CompactTarget start = genesis.target();
        if (!start.isUsable() || start.value().compareTo(limit) > 0 || limit.bitLength() > 256) {
            throw new IllegalArgumentException("the target of the genesis must be usable and within the limit");
        }
        minimumVersions = Collections.unmodifiableSortedMap(new TreeMap<>(minimumVersions));
    }

    /** The Bitcoin main chain, with the version rules of BIP 34, 66 and 65. */
    public static ChainParameters main() {
        return new ChainParameters(
                Network.BITCOIN,
                BlockHeader.ofHex(MAIN_GENESIS),
                BigInteger.ONE.shiftLeft(224).subtract(BigInteger.ONE),
                BLOCKS_OF_TWO_WEEKS,
                TWO_WEEKS_SECONDS,
                true,
                new TreeMap<>(Map.of(227931L, 2, 363725L, 3, 388381L, 4)));
    }

    /** The practice network: the rules and the genesis of Bitcoin Core's regtest, without retargeting. */
    public static ChainParameters practice() {
        return new ChainParameters(
                Network.PRACTICE,
                BlockHeader.ofHex(REGTEST_GENESIS),
                BigInteger.ONE.shiftLeft(255).subtract(BigInteger.ONE),
                BLOCKS_OF_TWO_WEEKS,
                TWO_WEEKS_SECONDS,
                false,
                new TreeMap<>());
    }

    /** True on the practice network, whose blocks are never evidence. */
    public boolean isPractice() {
        return network == Network.PRACTICE;
    }

    /** True when {@code height} is the first of a period. */
    public boolean startsPeriod(long height) {
        return height % retargetInterval == 0;
    }

    boolean allows(CompactTarget target) {
        return target.isUsable() && target.value().compareTo(limit) <= 0;
    }

    /**
     * The target of the next period: the last one times the period's measured seconds, held within a quarter and four
     * times of the nominal ones, divided by the nominal ones. The measure runs from the first to the last block of the
     * period, one interval too few, as in Bitcoin Core. On the main chain the product stays below 2^256, so that the
     * unbounded arithmetic here and Core's 256 bits agree.
     *
     * @param last the target of the ending period
     * @param firstTime time of the period's first block, seconds
     * @param lastTime time of the period's last block, seconds
     */
    public CompactTarget retarget(CompactTarget last, long firstTime, long lastTime) {
        if (!retargeting) {
            return last;
        }
        long measured = Math.max(retargetTimespan / 4, Math.min(retargetTimespan * 4, lastTime - firstTime));
        BigInteger next =
                last.value().multiply(BigInteger.valueOf(measured)).divide(BigInteger.valueOf(retargetTimespan));
        return CompactTarget.encode(next.min(limit));
    }

    /** The lowest version a block at {@code height} may have. */
    public int minimumVersion(long height) {
        return minimumVersions.headMap(height + 1).values().stream()
                .reduce((lower, higher) -> higher)
                .orElse(Integer.MIN_VALUE);
    }
}
