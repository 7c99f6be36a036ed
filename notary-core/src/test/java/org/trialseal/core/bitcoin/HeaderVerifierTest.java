package org.trialseal.core.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Sha256;

final class HeaderVerifierTest {
    private static final Sha256 ROOT = Sha256.of(new byte[] {9});
    private static final int VERSION = PracticeMiner.VERSION;

    private static HeaderVerifier after(MiniChain chain) {
        HeaderVerifier verifier = HeaderVerifier.startingAt(0, Checkpoints.genesisOnly(chain.parameters()));
        for (int height = 0; height <= chain.height(); height++) {
            assertThat(verifier.accept(chain.at(height))).isEmpty();
        }
        return verifier;
    }

    private static BlockHeader next(MiniChain chain, CompactTarget target) {
        return MiniChain.ground(VERSION, chain.tip().hash(), ROOT, chain.tip().time() + MiniChain.SPACING, target);
    }

    private static void assertBroken(HeaderVerifier verifier, BlockHeader header, HeaderRule rule) {
        long height = verifier.nextHeight();
        assertThat(verifier.accept(header)).contains(new HeaderFault(height, rule));
        assertThat(verifier.nextHeight()).as("a refused header changes nothing").isEqualTo(height);
    }

    @Test
    void accept_fivePeriodsOfUnevenPace_takesEveryRetarget() {
        MiniChain chain = MiniChain.start();
        for (int spacing : new int[] {10, 3, 25, 100, 8}) {
            for (int i = 0; i < MiniChain.INTERVAL; i++) {
                chain.mineAt(chain.tip().time() + spacing, 0);
            }
        }
        HeaderVerifier verifier = after(chain);
        assertThat(verifier.tip()).contains(chain.tip().hash());
        assertThat(chain.at(20).target()).isNotEqualTo(chain.at(40).target());
    }

    @Test
    void accept_afterARefusal_takesTheRightHeader() {
        MiniChain chain = MiniChain.start().mine(5, 0);
        HeaderVerifier verifier = after(chain);
        assertBroken(verifier, chain.at(2), HeaderRule.LINK);
        assertThat(verifier.accept(next(chain, chain.nextTarget()))).isEmpty();
    }

    @Test
    void accept_anotherGenesis_isRefused() {
        MiniChain chain = MiniChain.start();
        BlockHeader other = MiniChain.ground(
                VERSION,
                BlockHash.ZERO,
                ROOT,
                MiniChain.START_TIME + 1,
                chain.at(0).target());
        HeaderVerifier verifier = HeaderVerifier.startingAt(0, Checkpoints.genesisOnly(chain.parameters()));
        assertBroken(verifier, other, HeaderRule.CHECKPOINT);
    }

    @Test
    void accept_bitsOffByOneInsideAPeriod_isRefused() {
        MiniChain chain = MiniChain.start().mine(5, 0);
        int bits = chain.nextTarget().bits();
        assertBroken(after(chain), next(chain, CompactTarget.ofBits(bits - 1)), HeaderRule.TARGET);
        assertBroken(after(chain), next(chain, CompactTarget.ofBits(bits + 1)), HeaderRule.TARGET);
    }

    @Test
    void accept_bitsOffByOneAtARetarget_isRefused() {
        MiniChain chain = MiniChain.start().mine(31, 0);
        int bits = chain.nextTarget().bits();
        assertThat(bits).isNotEqualTo(chain.tip().bits());
        for (int wrong : new int[] {bits - 1, bits + 1, chain.tip().bits()}) {
            assertBroken(after(chain), next(chain, CompactTarget.ofBits(wrong)), HeaderRule.TARGET);
        }
        assertThat(after(chain).nextTarget()).contains(chain.nextTarget());
    }

    @Test
    void accept_measureOverAWholeIntervalMore_isNotTheRule() {
        MiniChain chain = MiniChain.start().mine(31, 0);
        CompactTarget mended = chain.parameters()
                .retarget(chain.tip().target(), chain.at(15).time(), chain.tip().time());
        assertThat(mended).isNotEqualTo(chain.nextTarget());
        assertBroken(after(chain), next(chain, mended), HeaderRule.TARGET);
    }

    @Test
    void accept_lowDifficultyForgery_isRefused() {
        MiniChain chain = MiniChain.start();
        for (int i = 0; i < 2 * MiniChain.INTERVAL; i++) {
            chain.mineAt(chain.tip().time() + 2, 0);
        }
        assertThat(chain.tip().target().work()).isGreaterThan(MiniChain.EASY.work());
        assertBroken(after(chain), next(chain, MiniChain.EASY), HeaderRule.TARGET);
    }

    @Test
    void accept_targetThatIsNotAllowed_isRefused() {
        MiniChain chain = MiniChain.start().mine(3, 0);
        for (int bits : new int[] {0, 0x207fffff, 0x04923456, 0xff123456, 0x1d800001}) {
            BlockHeader header = BlockHeader.of(
                    VERSION, chain.tip().hash(), ROOT, chain.tip().time() + 10, CompactTarget.ofBits(bits), 0);
            assertBroken(after(chain), header, HeaderRule.TARGET_RANGE);
        }
    }

    @Test
    void accept_hashAboveTheTarget_isRefused() {
        MiniChain chain = MiniChain.start().mine(3, 0);
        CompactTarget target = chain.nextTarget();
        BlockHeader header =
                BlockHeader.of(VERSION, chain.tip().hash(), ROOT, chain.tip().time() + 10, target, 1);
        assertThat(target.isMetBy(header.hash())).isFalse();
        assertBroken(after(chain), header, HeaderRule.PROOF_OF_WORK);
    }

    @Test
    void accept_timeAtTheMedian_isRefusedAndOneSecondLaterTaken() {
        MiniChain chain = MiniChain.start().mine(14, 0);
        long median = chain.at(9).time();
        BlockHeader at = MiniChain.ground(VERSION, chain.tip().hash(), ROOT, median, chain.nextTarget());
        BlockHeader later = MiniChain.ground(VERSION, chain.tip().hash(), ROOT, median + 1, chain.nextTarget());
        HeaderVerifier verifier = after(chain);
        assertThat(verifier.medianTimePast()).hasValue(median);
        assertBroken(verifier, at, HeaderRule.MEDIAN_TIME);
        assertThat(verifier.accept(later)).isEmpty();
    }

    @Test
    void medianTimePast_fewAncestors_isTheUpperMiddleOne() {
        MiniChain chain = MiniChain.start().mine(3, 0);
        assertThat(after(chain).medianTimePast()).hasValue(chain.at(2).time());
        assertThat(after(chain.forkAt(0)).medianTimePast()).hasValue(MiniChain.START_TIME);
    }

    @Test
    void medianTimePast_unknownTimesBeforeTheStart_isWhatItMustAtLeastBe() {
        MiniChain chain = MiniChain.start().mine(40, 0);
        Checkpoint bare =
                new Checkpoint(31, chain.at(31).hash(), chain.checkpoint(31).nextTarget(), List.of());
        Checkpoints checkpoints = Checkpoints.of(chain.parameters(), List.of(bare));
        HeaderVerifier verifier = HeaderVerifier.afterNewest(checkpoints);
        for (int height = 32; height < 37; height++) {
            assertThat(verifier.medianTimePast()).isEmpty();
            assertThat(verifier.accept(chain.at(height))).isEmpty();
        }
        assertThat(verifier.medianTimePast()).isEmpty();
        assertThat(verifier.accept(chain.at(37))).isEmpty();
        assertThat(verifier.medianTimePast()).hasValue(chain.at(32).time());
        BlockHeader early = MiniChain.ground(
                VERSION,
                chain.at(37).hash(),
                ROOT,
                chain.at(32).time(),
                chain.at(37).target());
        assertBroken(verifier, early, HeaderRule.MEDIAN_TIME);
    }

    @Test
    void medianTimePast_timesOfTheCheckpoint_countFromTheFirstHeader() {
        MiniChain chain = MiniChain.start().mine(40, 0);
        HeaderVerifier verifier = HeaderVerifier.afterNewest(chain.checkpoints(2));
        assertThat(verifier.medianTimePast()).hasValue(chain.at(26).time());
        MiniChain old = chain.forkAt(31);
        old.mineAt(chain.at(26).time(), 1);
        assertBroken(verifier, old.tip(), HeaderRule.MEDIAN_TIME);
    }

    @Test
    void accept_versionBelowTheSoftFork_isRefusedFromItsHeightOn() {
        MiniChain mini = MiniChain.start();
        ChainParameters p = mini.parameters();
        ChainParameters forked = new ChainParameters(
                p.network(),
                p.genesis(),
                p.limit(),
                p.retargetInterval(),
                p.retargetTimespan(),
                true,
                new TreeMap<>(Map.of(2L, 3)));
        HeaderVerifier verifier = HeaderVerifier.startingAt(1, Checkpoints.genesisOnly(forked));
        BlockHeader one = MiniChain.ground(2, mini.at(0).hash(), ROOT, MiniChain.START_TIME + 1, MiniChain.EASY);
        BlockHeader old = MiniChain.ground(2, one.hash(), ROOT, MiniChain.START_TIME + 2, MiniChain.EASY);
        BlockHeader negative = MiniChain.ground(-1, one.hash(), ROOT, MiniChain.START_TIME + 2, MiniChain.EASY);
        BlockHeader fresh = MiniChain.ground(3, one.hash(), ROOT, MiniChain.START_TIME + 2, MiniChain.EASY);
        assertThat(verifier.accept(one)).isEmpty();
        assertBroken(verifier, old, HeaderRule.VERSION);
        assertBroken(verifier, negative, HeaderRule.VERSION);
        assertThat(verifier.accept(fresh)).isEmpty();
    }

    @Test
    void startingAt_middleOfAPeriod_knowsTheTargetFromTheCheckpointBelow() {
        MiniChain chain = MiniChain.start().mine(45, 0);
        HeaderVerifier verifier = HeaderVerifier.startingAt(37, chain.checkpoints(2));
        assertThat(verifier.nextTarget()).contains(chain.at(37).target());
        assertThat(verifier.tip()).isEmpty();
        assertThat(verifier.accept(chain.at(37))).isEmpty();
        assertThat(verifier.checkpointReached()).isEmpty();
    }

    @Test
    void startingAt_heightNothingIsKnownOf_learnsTheRulesAsItGoes() {
        MiniChain chain = MiniChain.start().mine(70, 0);
        HeaderVerifier verifier = HeaderVerifier.startingAt(37, Checkpoints.genesisOnly(chain.parameters()));
        assertThat(verifier.nextTarget()).isEmpty();
        for (int height = 37; height < 64; height++) {
            assertThat(verifier.accept(chain.at(height))).isEmpty();
        }
        assertThat(verifier.nextTarget())
                .as("the period from 48 on was seen")
                .contains(chain.at(64).target());
        int wrong = chain.at(64).bits() + 1;
        assertBroken(verifier, next(chain.forkAt(63), CompactTarget.ofBits(wrong)), HeaderRule.TARGET);
    }

    @Test
    void accept_anotherBlockAtACheckpoint_isRefused() {
        MiniChain chain = MiniChain.start().mine(20, 0);
        MiniChain other = chain.forkAt(10).mine(5, 1);
        HeaderVerifier verifier = HeaderVerifier.startingAt(1, chain.checkpoints(1));
        for (int height = 1; height < 15; height++) {
            assertThat(verifier.accept(other.at(height))).isEmpty();
        }
        assertBroken(verifier, other.at(15), HeaderRule.CHECKPOINT);
        assertThat(verifier.checkpointReached()).hasValue(0);
    }

    @Test
    void work_passingACheckpoint_countsFromIt() {
        MiniChain chain = MiniChain.start().mine(18, 0);
        HeaderVerifier verifier = HeaderVerifier.startingAt(0, chain.checkpoints(1));
        for (int height = 0; height <= 18; height++) {
            Optional<HeaderFault> fault = verifier.accept(chain.at(height));
            assertThat(fault).isEmpty();
        }
        assertThat(verifier.checkpointReached()).hasValue(15);
        assertThat(verifier.work()).isEqualTo(chain.at(16).target().work().multiply(BigInteger.valueOf(3)));
    }

    @Test
    void startingAt_negativeHeight_isACallersBug() {
        Checkpoints checkpoints = Checkpoints.genesisOnly(ChainParameters.practice());
        assertThatThrownBy(() -> HeaderVerifier.startingAt(-1, checkpoints))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
