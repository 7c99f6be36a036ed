package org.trialseal.core.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.testing.Seeded;

/** Real headers against the shipped checkpoints. */
final class MainChainTest {
    private static final int OLD_NEWEST = 822527;

    private static HeaderEvidence evidence(Checkpoints checkpoints, HeaderRun run) {
        return HeaderEvidence.examine(AttestationPolicy.standard(checkpoints), run, null);
    }

    private static BlockCheck check(Checkpoints checkpoints, HeaderRun run, long height) {
        Bytes root = run.header(height).merkleRoot().bytes();
        return evidence(checkpoints, run).attestation(height, root);
    }

    @Test
    void verifier_fourRealRetargets_hitsTheLaterCheckpoints() throws Exception {
        HeaderRun run = BitcoinVectors.mainRun();
        HeaderVerifier verifier = HeaderVerifier.afterNewest(BitcoinVectors.shippedUpTo(OLD_NEWEST));
        Checkpoints shipped = Checkpoints.shipped();
        int hit = 0;
        for (long height = run.startHeight(); height < run.endHeight(); height++) {
            BlockHeader header = run.header(height);
            assertThat(verifier.accept(header)).isEmpty();
            if (shipped.at(height).isPresent()) {
                assertThat(shipped.at(height).orElseThrow().hash()).isEqualTo(header.hash());
                assertThat(verifier.nextTarget())
                        .contains(shipped.at(height).orElseThrow().nextTarget());
                hit++;
            }
        }
        assertThat(hit).isEqualTo(4);
        BigInteger work = BigInteger.ZERO;
        for (long height = run.startHeight(); height < run.endHeight(); height++) {
            work = work.add(run.header(height).target().work());
        }
        assertThat(verifier.work()).isEqualTo(work);
    }

    @Test
    void attestation_realBlock_isCheckpointedOrProvenByWhatWasKnown() throws Exception {
        HeaderRun run = BitcoinVectors.mainRun();
        BlockCheck now = check(Checkpoints.shipped(), run, 830000);
        assertThat(now.tier()).isEqualTo(Tier.CHECKPOINTED);
        assertThat(now.block().orElseThrow().hash().display())
                .isEqualTo("000000000000000000011d55599ed27d7efca05f5849b755319c89eb2cffbc1f");
        assertThat(now.block().orElseThrow().notAfter()).hasToString("2024-02-11");
        BlockCheck then = check(BitcoinVectors.shippedUpTo(OLD_NEWEST), run, 830000);
        assertThat(then.finding()).isEqualTo(Finding.PROVEN_BY_WORK);
        assertThat(then.block()).isEqualTo(now.block());
        assertThat(check(Checkpoints.shipped(), run, 830592).finding()).isEqualTo(Finding.NOT_LINKED);
        assertThat(check(BitcoinVectors.shippedUpTo(OLD_NEWEST), run, 830592).finding())
                .isEqualTo(Finding.TOO_FEW_BLOCKS);
    }

    @Test
    void attestation_helloWorldsHeaderAlone_isSuppliedHeader() {
        String hex = BitcoinVectors.matches("mainnet-header-358391.json", "\"hex\": \"(\\w{160})\"")
                .get(0)
                .group(1);
        BlockCheck check = check(Checkpoints.shipped(), HeaderRun.of(358391, List.of(BlockHeader.ofHex(hex))), 358391);
        assertThat(check.finding()).isEqualTo(Finding.NOT_LINKED);
        assertThat(check.tier()).isEqualTo(Tier.SUPPLIED_HEADER);
        assertThat(check.block().orElseThrow().notAfter()).hasToString("2015-05-28");
    }

    @Test
    void examine_anySingleBitOfTheRunFlipped_isNoticed() throws Exception {
        Random random = Seeded.random("flipped bits of real headers");
        HeaderRun run = BitcoinVectors.mainRun().slice(830000, 830592);
        byte[] clean = run.bytes().toArray();
        for (int i = 0; i < 400; i++) {
            byte[] flipped = clean.clone();
            int bit = random.nextInt(flipped.length * 8);
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            HeaderRun other = HeaderRun.parse(830000, flipped, "flipped");
            assertThat(evidence(Checkpoints.shipped(), other).givenFault())
                    .as("bit %d", bit)
                    .isPresent();
        }
    }

    @Test
    void examine_realHeaderReplacedDroppedOrRepeated_isNoticed() throws Exception {
        HeaderRun run = BitcoinVectors.mainRun();
        List<BlockHeader> headers = new ArrayList<>();
        run.forEachWhile(headers::add);
        List<BlockHeader> dropped = new ArrayList<>(headers);
        dropped.remove(4000);
        assertFault(dropped, 822528 + 4000, HeaderRule.LINK);
        List<BlockHeader> repeated = new ArrayList<>(headers);
        repeated.add(4000, headers.get(4000));
        assertFault(repeated, 822528 + 4001, HeaderRule.LINK);
    }

    private static void assertFault(List<BlockHeader> headers, long height, HeaderRule rule) {
        assertThat(evidence(Checkpoints.shipped(), HeaderRun.of(822528, headers))
                        .givenFault())
                .contains(new HeaderFault(height, rule));
    }

    @Test
    void examine_twentyTwoThousandHeaders_takesUnderThreeTenthsOfASecond() throws Exception {
        HeaderRun run = BitcoinVectors.mainRun();
        Checkpoints checkpoints = BitcoinVectors.shippedUpTo(OLD_NEWEST);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            assertThat(check(checkpoints, run, 830000).outcome()).isEqualTo(Outcome.PASSED);
            best = Math.min(best, System.nanoTime() - start);
        }
        Duration each22k = Duration.ofNanos(best * 22_000 / run.count());
        System.out.println("22,000 headers: " + each22k.toMillis() + " ms");
        assertThat(each22k).isLessThan(Duration.ofMillis(300));
    }
}
