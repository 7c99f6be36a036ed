package org.trialseal.core.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Sha256;

/** Real headers that are not on the main chain, and cheap ones that pretend to be: none of them ever passes. */
final class ForeignHeadersTest {
    private static final Checkpoints SHIPPED = Checkpoints.shipped();

    private static BlockCheck check(HeaderRun run, long height) {
        return HeaderEvidence.examine(AttestationPolicy.standard(SHIPPED), run, null)
                .attestation(height, run.header(height).merkleRoot().bytes());
    }

    private static void assertFault(BlockCheck check, long height, HeaderRule rule) {
        assertThat(check.finding()).isEqualTo(Finding.HEADERS_INVALID);
        assertThat(check.tier()).isEqualTo(Tier.NONE);
        assertThat(check.fault()).isEqualTo(new HeaderFault(height, rule));
    }

    @Test
    void staleBlocks_alone_areOnlySupplied() {
        List<MatchResult> stale = BitcoinVectors.matches("ckb-stale-headers.tsv", "(?m)^(\\d+)\t(\\w{160})\t(\\w{64})");
        assertThat(stale).hasSize(2);
        for (MatchResult line : stale) {
            BlockHeader header = BlockHeader.ofHex(line.group(2));
            assertThat(header.hash().display()).isEqualTo(line.group(3));
            long height = Long.parseLong(line.group(1));
            assertThat(check(HeaderRun.of(height, List.of(header)), height).finding())
                    .isEqualTo(Finding.NOT_LINKED);
        }
    }

    @Test
    void staleBlock_inItsPlaceInTheRun_breaksTheNextLink() throws Exception {
        HeaderRun run = BitcoinVectors.mainRun();
        HeaderRun stale = listedAsStale(823226);
        HeaderRun withStale =
                run.slice(run.startHeight(), 823226).followedBy(stale).followedBy(run.slice(823227, run.endHeight()));
        assertFault(check(withStale, 823226), 823227, HeaderRule.LINK);
        HeaderRun upToStale = run.slice(run.startHeight(), 823226).followedBy(stale);
        assertThat(check(upToStale, 823226).finding()).isEqualTo(Finding.NOT_LINKED);
        BlockCheck known = HeaderEvidence.examine(AttestationPolicy.standard(SHIPPED), stale, run)
                .attestation(823226, stale.last().merkleRoot().bytes());
        assertThat(known.finding()).isEqualTo(Finding.HEAVIER_CHAIN_KNOWN);
    }

    /** The other block listed as stale: the chain that leads to the checkpoints holds it, so it is not. */
    @Test
    void listedAsStaleButOnTheChain_inTheRun_isCheckpointed() throws Exception {
        HeaderRun run = BitcoinVectors.mainRun();
        assertThat(listedAsStale(829613).last()).isEqualTo(run.header(829613));
        assertThat(check(run, 829613).finding()).isEqualTo(Finding.CHECKPOINTED);
    }

    private static HeaderRun listedAsStale(long height) {
        String hex = BitcoinVectors.matches("ckb-stale-headers.tsv", "(?m)^" + height + "\t(\\w{160})\t")
                .get(0)
                .group(1);
        return HeaderRun.of(height, List.of(BlockHeader.ofHex(hex)));
    }

    @Test
    void forkOfJuly2015_failsByItsVersion() throws Exception {
        HeaderRun fork =
                HeaderRun.parse(363731, BitcoinVectors.bytes("btc-invalid-bip66-fork-363731-363736.bin"), "fork");
        for (long height = fork.startHeight(); height < fork.endHeight(); height++) {
            assertFault(check(fork, height), 363731, HeaderRule.VERSION);
        }
        HeaderRun without = fork.slice(363732, 363737);
        assertThat(check(without, 363733).finding()).isEqualTo(Finding.NOT_LINKED);
    }

    @Test
    void testnetHeaders_fail() throws Exception {
        List<BlockHeader> headers = BitcoinVectors.text("core-blockheader_testnet3.hex")
                .lines()
                .filter(line -> line.length() == 160)
                .map(BlockHeader::ofHex)
                .collect(Collectors.toList());
        assertThat(headers.size()).isGreaterThan(500);
        HeaderRun fromOne = HeaderRun.of(1, headers);
        assertFault(check(fromOne, 1), 1, HeaderRule.LINK);
        assertFault(check(HeaderRun.of(900000, headers), 900000), 900000, HeaderRule.TARGET);
        assertThat(check(HeaderRun.of(960000, headers), 960000).outcome()).isNotEqualTo(Outcome.PASSED);
    }

    @Test
    void regtestHeaders_fail() {
        List<BlockHeader> fork =
                BitcoinVectors.matches("electrum-regtest-fork-headers.json", "\"hex\": \"(\\w{160})\"").stream()
                        .map(hex -> BlockHeader.ofHex(hex.group(1)))
                        .collect(Collectors.toList());
        assertThat(fork).hasSize(24);
        for (BlockHeader header : fork) {
            for (long height : new long[] {0, 1, 100, 830000, 953568, 970000}) {
                assertFault(check(HeaderRun.of(height, List.of(header)), height), height, HeaderRule.TARGET_RANGE);
            }
        }
    }

    @Test
    void regtestForkTree_onThePracticeNetwork_isNeverEvidence() {
        List<BlockHeader> straight = new ArrayList<>();
        for (MatchResult entry : BitcoinVectors.matches(
                "electrum-regtest-fork-headers.json",
                "\"name\": \"([A-L])\",\\s*\"height\": \\d+,\\s*\"hex\": \"(\\w{160})\"")) {
            straight.add(BlockHeader.ofHex(entry.group(2)));
        }
        assertThat(straight).hasSize(12);
        Checkpoints practice = Checkpoints.genesisOnly(ChainParameters.practice());
        HeaderRun run = HeaderRun.of(0, straight);
        BlockCheck check = HeaderEvidence.examine(AttestationPolicy.standard(practice), run, null)
                .attestation(5, straight.get(5).merkleRoot().bytes());
        assertThat(check.outcome()).isNotEqualTo(Outcome.PASSED);
    }

    @Test
    void lowDifficultyForgery_onTheRealTip_failsWhateverItsBits() {
        long height = SHIPPED.newestHeight() + 1;
        for (int bits : new int[] {0x207fffff, 0x1f00ffff}) {
            CompactTarget easy = CompactTarget.ofBits(bits);
            BlockHeader forged =
                    MiniChain.ground(PracticeMiner.VERSION, SHIPPED.newestHash(), Sha256.of(), 1_790_000_000L, easy);
            assertFault(check(HeaderRun.of(height, List.of(forged)), height), height, HeaderRule.TARGET_RANGE);
        }
    }

    @Test
    void lowDifficultyForgery_statingTheDueBits_lacksTheWork() {
        long height = SHIPPED.newestHeight() + 1;
        CompactTarget due = SHIPPED.targetAt(height).orElseThrow();
        BlockHeader forged =
                BlockHeader.of(PracticeMiner.VERSION, SHIPPED.newestHash(), Sha256.of(), 1_790_000_000L, due, 7);
        assertFault(check(HeaderRun.of(height, List.of(forged)), height), height, HeaderRule.PROOF_OF_WORK);
    }

    @Test
    void oldHeader_atALaterHeight_statesTheWrongTarget() {
        BlockHeader one = BlockHeader.ofHex(BitcoinVectors.text("btcd-blockheaders-mainnet-1-11.txt")
                .lines()
                .findFirst()
                .orElseThrow());
        long unlinked = SHIPPED.newestHeight() + 2;
        assertFault(check(HeaderRun.of(unlinked, List.of(one)), unlinked), unlinked, HeaderRule.TARGET);
        long far = SHIPPED.newestHeight() + 3000;
        assertFault(check(HeaderRun.of(far, List.of(one)), far), far, HeaderRule.VERSION);
    }

    @Test
    void bitsOffByOne_atARealRetarget_isNoticed() throws Exception {
        HeaderRun run = BitcoinVectors.mainRun();
        BlockHeader real = run.header(824544);
        for (int off : new int[] {-1, 1}) {
            BlockHeader changed = BlockHeader.of(
                    real.version(),
                    real.previous(),
                    real.merkleRoot(),
                    real.time(),
                    CompactTarget.ofBits(real.bits() + off),
                    real.nonce());
            HeaderRun run2 = run.slice(822528, 824544).followedBy(HeaderRun.of(824544, List.of(changed)));
            HeaderVerifier verifier = HeaderVerifier.afterNewest(BitcoinVectors.shippedUpTo(822527));
            assertThat(run2.forEachWhile(header -> verifier.accept(header).isEmpty()))
                    .isFalse();
            assertThat(verifier.accept(changed)).contains(new HeaderFault(824544, HeaderRule.TARGET));
            assertThat(verifier.accept(real)).isEmpty();
        }
    }
}
