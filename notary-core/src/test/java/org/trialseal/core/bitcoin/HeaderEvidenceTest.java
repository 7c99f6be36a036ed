package org.trialseal.core.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;

/** Every tier and every finding, on a small chain under the rules of the main one. */
final class HeaderEvidenceTest {
    private static final MiniChain CHAIN = MiniChain.start().mine(60, 0);
    private static final Checkpoints TWO = CHAIN.checkpoints(2);
    private static final int NEWEST = 31;

    private static AttestationPolicy policy() {
        return AttestationPolicy.standard(TWO);
    }

    private static Bytes root(MiniChain chain, int height) {
        return chain.at(height).merkleRoot().bytes();
    }

    private static BlockCheck check(
            AttestationPolicy policy,
            @Nullable HeaderRun given,
            @Nullable HeaderRun known,
            MiniChain chain,
            int height) {
        return HeaderEvidence.examine(policy, given, known).attestation(height, root(chain, height));
    }

    private static BlockCheck check(@Nullable HeaderRun given, int height) {
        return check(policy(), given, null, CHAIN, height);
    }

    private static void assertIs(BlockCheck check, Finding finding, Tier tier) {
        assertThat(check.finding()).as(check.sentence()).isEqualTo(finding);
        assertThat(check.tier()).isEqualTo(tier);
        assertThat(check.outcome()).isEqualTo(finding.outcome());
    }

    @Test
    void attestation_linkedForwardToACheckpoint_isCheckpointed() {
        BlockCheck check = check(CHAIN.run(20, 32), 25);
        assertIs(check, Finding.CHECKPOINTED, Tier.CHECKPOINTED);
        BlockFacts facts = check.block().orElseThrow();
        assertThat(facts.hash()).isEqualTo(CHAIN.at(25).hash());
        assertThat(facts.blocksOnTop()).isEqualTo(6);
        assertThat(check.height()).isEqualTo(25);
    }

    @Test
    void attestation_checkpointItselfAlone_isCheckpointed() {
        assertIs(check(CHAIN.run(NEWEST, 32), NEWEST), Finding.CHECKPOINTED, Tier.CHECKPOINTED);
        assertIs(check(CHAIN.run(0, 1), 0), Finding.CHECKPOINTED, Tier.CHECKPOINTED);
    }

    @Test
    void attestation_linkedBackToACheckpointOnly_isSuppliedHeader() {
        assertIs(check(CHAIN.run(16, 31), 20), Finding.NOT_LINKED, Tier.SUPPLIED_HEADER);
    }

    @Test
    void attestation_headerAlone_isSuppliedHeader() {
        assertIs(check(CHAIN.run(20, 21), 20), Finding.NOT_LINKED, Tier.SUPPLIED_HEADER);
        assertIs(check(CHAIN.run(40, 60), 45), Finding.NOT_LINKED, Tier.SUPPLIED_HEADER);
    }

    @Test
    void attestation_noHeaderOfTheHeight_isNone() {
        assertIs(check(null, 20), Finding.NO_HEADER, Tier.NONE);
        assertIs(check(CHAIN.run(16, 20), 20), Finding.NO_HEADER, Tier.NONE);
        BlockCheck beyond =
                HeaderEvidence.examine(policy(), CHAIN.run(16, 20), null).attestation(0xffffffffL, root(CHAIN, 1));
        assertIs(beyond, Finding.NO_HEADER, Tier.NONE);
    }

    @Test
    void attestation_anotherCommitment_fails() {
        HeaderEvidence evidence = HeaderEvidence.examine(policy(), CHAIN.run(20, 32), null);
        assertIs(evidence.attestation(25, root(CHAIN, 26)), Finding.MERKLE_ROOT_DIFFERS, Tier.NONE);
        Bytes internal = root(CHAIN, 25);
        assertIs(evidence.attestation(25, internal.slice(0, 31)), Finding.MERKLE_ROOT_DIFFERS, Tier.NONE);
        assertIs(evidence.attestation(25, internal.concat(internal)), Finding.MERKLE_ROOT_DIFFERS, Tier.NONE);
        assertIs(evidence.attestation(25, Bytes.empty()), Finding.MERKLE_ROOT_DIFFERS, Tier.NONE);
        HeaderEvidence alone = HeaderEvidence.examine(policy(), CHAIN.run(50, 51), null);
        assertIs(alone.attestation(50, root(CHAIN, 51)), Finding.MERKLE_ROOT_DIFFERS, Tier.NONE);
    }

    @Test
    void attestation_sixBlocksAboveTheNewest_isProofOfWorkAndFiveAreNot() {
        assertIs(check(CHAIN.run(32, 39), 32), Finding.PROVEN_BY_WORK, Tier.PROOF_OF_WORK);
        assertIs(check(CHAIN.run(32, 38), 32), Finding.TOO_FEW_BLOCKS, Tier.SUPPLIED_HEADER);
        assertIs(check(CHAIN.run(20, 60), 53), Finding.PROVEN_BY_WORK, Tier.PROOF_OF_WORK);
        assertIs(check(CHAIN.run(20, 60), 54), Finding.TOO_FEW_BLOCKS, Tier.SUPPLIED_HEADER);
        assertIs(check(CHAIN.run(20, 60), 31), Finding.CHECKPOINTED, Tier.CHECKPOINTED);
    }

    @Test
    void attestation_privateBranchOfSevenBlocks_passesWithItsCostAndNotAboveAMinimum() {
        MiniChain forged = CHAIN.forkAt(NEWEST).mine(7, 1);
        BlockCheck check = check(policy(), forged.runFrom(32), null, forged, 32);
        assertIs(check, Finding.PROVEN_BY_WORK, Tier.PROOF_OF_WORK);
        BlockFacts facts = check.block().orElseThrow();
        BigInteger cost = forged.tip().target().work().multiply(BigInteger.valueOf(6));
        assertThat(facts.workOnTop()).isEqualTo(cost);
        assertThat(facts.cost())
                .isEqualTo("6 blocks on top, " + cost + " expected hashes (at least 2^" + (cost.bitLength() - 1) + ")");
        AttestationPolicy exact = policy().withMinimumWork(cost);
        assertIs(check(exact, forged.runFrom(32), null, forged, 32), Finding.PROVEN_BY_WORK, Tier.PROOF_OF_WORK);
        AttestationPolicy more = policy().withMinimumWork(cost.add(BigInteger.ONE));
        assertIs(check(more, forged.runFrom(32), null, forged, 32), Finding.TOO_LITTLE_WORK, Tier.PROOF_OF_WORK);
        assertIs(check(more, CHAIN.run(20, 32), null, CHAIN, 25), Finding.CHECKPOINTED, Tier.CHECKPOINTED);
    }

    @Test
    void attestation_privateBranchBelowTheNewest_fails() {
        MiniChain forged = CHAIN.forkAt(24).mine(12, 1);
        BlockCheck check = check(policy(), forged.runFrom(20), null, forged, 26);
        assertIs(check, Finding.HEADERS_INVALID, Tier.NONE);
        assertThat(check.fault()).isEqualTo(new HeaderFault(31, HeaderRule.CHECKPOINT));
        assertThat(check.sentence()).endsWith("differs from the block that is known at its height.");
        assertThat(check.block()).isEmpty();
    }

    @Test
    void attestation_faultAnywhereInTheRun_failsEveryBlock() {
        List<BlockHeader> headers = new ArrayList<>();
        for (int height = 20; height < 45; height++) {
            headers.add(CHAIN.at(height == 40 ? 41 : height));
        }
        BlockCheck check = check(HeaderRun.of(20, headers), 25);
        assertIs(check, Finding.HEADERS_INVALID, Tier.NONE);
        assertThat(check.fault()).isEqualTo(new HeaderFault(40, HeaderRule.LINK));
    }

    @Test
    void attestation_headerAtAnotherHeight_fails() {
        assertIs(check(HeaderRun.of(25, List.of(CHAIN.at(5))), 25), Finding.HEADERS_INVALID, Tier.NONE);
    }

    @Test
    void attestation_heavierChainKnown_fails() {
        MiniChain forged = CHAIN.forkAt(35).mine(10, 1);
        assertIs(
                check(policy(), forged.runFrom(32), CHAIN.runFrom(32), forged, 38),
                Finding.HEAVIER_CHAIN_KNOWN,
                Tier.NONE);
        assertIs(
                check(policy(), CHAIN.runFrom(32), forged.runFrom(32), CHAIN, 38),
                Finding.PROVEN_BY_WORK,
                Tier.PROOF_OF_WORK);
    }

    @Test
    void attestation_blockBelowTheFork_standsOnTheHeavierChain() {
        MiniChain forged = CHAIN.forkAt(35).mine(10, 1);
        BlockCheck check = check(policy(), forged.runFrom(32), CHAIN.runFrom(32), forged, 34);
        assertIs(check, Finding.PROVEN_BY_WORK, Tier.PROOF_OF_WORK);
        assertThat(check.block().orElseThrow().blocksOnTop()).isEqualTo(60 - 34);
    }

    @Test
    void attestation_heavierButShorterChainKnown_decidesByWork() {
        MiniChain slow = CHAIN.forkAt(NEWEST);
        MiniChain fast = CHAIN.forkAt(NEWEST);
        for (int i = 0; i < 40; i++) {
            slow.mineAt(slow.tip().time() + 40, 1);
        }
        for (int i = 0; i < 32; i++) {
            fast.mineAt(fast.tip().time() + 3, 2);
        }
        assertThat(fast.height()).isLessThan(slow.height());
        BlockCheck late = check(policy(), slow.runFrom(32), fast.runFrom(32), slow, 65);
        assertIs(late, Finding.HEAVIER_CHAIN_KNOWN, Tier.NONE);
        assertIs(
                check(policy(), fast.runFrom(32), slow.runFrom(32), fast, 40),
                Finding.PROVEN_BY_WORK,
                Tier.PROOF_OF_WORK);
    }

    @Test
    void attestation_equallyHeavyChainKnown_isIndeterminate() {
        MiniChain one = CHAIN.forkAt(40).mine(10, 1);
        MiniChain two = CHAIN.forkAt(40).mine(10, 2);
        assertIs(
                check(policy(), one.runFrom(32), two.runFrom(32), one, 42),
                Finding.EQUAL_CHAIN_KNOWN,
                Tier.SUPPLIED_HEADER);
    }

    @Test
    void attestation_knownChainIsAPrefix_doesNotConflict() {
        assertIs(
                check(policy(), CHAIN.run(32, 60), CHAIN.run(32, 40), CHAIN, 50),
                Finding.PROVEN_BY_WORK,
                Tier.PROOF_OF_WORK);
    }

    @Test
    void attestation_givenAndKnownOnTheSameChain_countsTheBlocksOfTheLonger() {
        BlockCheck given = check(policy(), CHAIN.run(32, 60), CHAIN.run(32, 45), CHAIN, 40);
        assertThat(given.block().orElseThrow().blocksOnTop()).isEqualTo(59 - 40);
        BlockCheck known = check(policy(), CHAIN.run(32, 45), CHAIN.run(32, 60), CHAIN, 40);
        assertThat(known.block().orElseThrow().blocksOnTop()).isEqualTo(59 - 40);
    }

    @Test
    void attestation_knownChainEndsAtTheNewestCheckpoint_saysNothingAboveIt() {
        assertIs(
                check(policy(), CHAIN.run(32, 60), CHAIN.run(16, 32), CHAIN, 50),
                Finding.PROVEN_BY_WORK,
                Tier.PROOF_OF_WORK);
    }

    @Test
    void attestation_unlinkedHeadersKnownWithMoreWork_doNotLowerTheTier() {
        assertIs(
                check(policy(), CHAIN.run(32, 49), CHAIN.run(41, 60), CHAIN, 42),
                Finding.PROVEN_BY_WORK,
                Tier.PROOF_OF_WORK);
    }

    @Test
    void attestation_onlyTheKnownChainHoldsTheBlock_passesByIt() {
        assertIs(check(policy(), null, CHAIN.run(16, 60), CHAIN, 20), Finding.CHECKPOINTED, Tier.CHECKPOINTED);
        assertIs(check(policy(), null, CHAIN.run(32, 60), CHAIN, 40), Finding.PROVEN_BY_WORK, Tier.PROOF_OF_WORK);
        assertIs(
                check(policy(), CHAIN.run(16, 20), CHAIN.run(32, 60), CHAIN, 40),
                Finding.PROVEN_BY_WORK,
                Tier.PROOF_OF_WORK);
    }

    @Test
    void attestation_suppliedHeaderOnTheKnownChain_isLiftedByIt() {
        assertIs(
                check(policy(), CHAIN.run(40, 41), CHAIN.runFrom(32), CHAIN, 40),
                Finding.PROVEN_BY_WORK,
                Tier.PROOF_OF_WORK);
        assertIs(
                check(policy(), CHAIN.run(20, 21), CHAIN.run(16, 32), CHAIN, 20),
                Finding.CHECKPOINTED,
                Tier.CHECKPOINTED);
    }

    @Test
    void attestation_suppliedHeaderNotOnTheKnownChain_fails() {
        MiniChain stale = CHAIN.forkAt(39).mine(1, 1);
        assertIs(
                check(policy(), stale.run(40, 41), CHAIN.runFrom(32), stale, 40),
                Finding.HEAVIER_CHAIN_KNOWN,
                Tier.NONE);
        MiniChain old = CHAIN.forkAt(19).mine(1, 1);
        assertIs(check(policy(), old.run(20, 21), CHAIN.run(16, 32), old, 20), Finding.HEAVIER_CHAIN_KNOWN, Tier.NONE);
    }

    @Test
    void attestation_suppliedHeaderThatTheKnownChainDoesNotReach_isNoConflict() {
        assertIs(
                check(policy(), CHAIN.run(50, 51), CHAIN.run(32, 40), CHAIN, 50),
                Finding.NOT_LINKED,
                Tier.SUPPLIED_HEADER);
        assertIs(
                check(policy(), CHAIN.run(50, 51), CHAIN.run(45, 60), CHAIN, 50),
                Finding.NOT_LINKED,
                Tier.SUPPLIED_HEADER);
    }

    @Test
    void attestation_knownChainThatIsInvalidOrUnlinked_isLeftOut() {
        List<BlockHeader> broken = List.of(CHAIN.at(32), CHAIN.at(34));
        HeaderEvidence evidence = HeaderEvidence.examine(policy(), CHAIN.run(32, 45), HeaderRun.of(32, broken));
        assertThat(evidence.knownFault()).contains(new HeaderFault(33, HeaderRule.LINK));
        assertThat(evidence.givenFault()).isEmpty();
        assertIs(evidence.attestation(34, root(CHAIN, 34)), Finding.PROVEN_BY_WORK, Tier.PROOF_OF_WORK);
        MiniChain other = CHAIN.forkAt(39).mine(20, 1);
        assertIs(
                check(policy(), CHAIN.run(32, 49), other.run(41, 59), CHAIN, 42),
                Finding.PROVEN_BY_WORK,
                Tier.PROOF_OF_WORK);
        assertIs(check(policy(), null, other.run(41, 59), CHAIN, 42), Finding.NO_HEADER, Tier.NONE);
    }

    @Test
    void since_chainReorganised_tellsTheLoss() {
        MiniChain first = CHAIN.forkAt(40).mine(8, 1);
        HeaderRun given = first.runFrom(32);
        BlockCheck before = check(policy(), given, null, first, 42);
        BlockCheck shallow = check(policy(), first.run(32, 45), null, first, 42);
        BlockCheck after = check(policy(), given, CHAIN.runFrom(32), first, 42);
        assertChange(before, after, true);
        assertChange(shallow, before, false);
        assertThat(before.since(check(policy(), given, null, first, 42))).isEmpty();
    }

    private static void assertChange(BlockCheck before, BlockCheck after, boolean loss) {
        TierChange change = after.since(before).orElseThrow();
        assertThat(change).isEqualTo(new TierChange(before, after));
        assertThat(change.isLoss()).isEqualTo(loss);
    }

    @Test
    void since_newerOrOlderCheckpointsShipped_tellsGainOrLoss() {
        AttestationPolicy newer = AttestationPolicy.standard(CHAIN.checkpoints(3));
        BlockCheck byWork = check(CHAIN.run(32, 50), 40);
        BlockCheck checkpointed = check(newer, CHAIN.run(32, 50), null, CHAIN, 40);
        assertChange(byWork, checkpointed, false);
        assertChange(checkpointed, byWork, true);
    }

    @Test
    void since_outcomeChangesWithinATier_isTold() {
        BlockCheck before = check(CHAIN.run(32, 50), 40);
        AttestationPolicy more = policy().withMinimumWork(BigInteger.ONE.shiftLeft(60));
        assertChange(before, check(more, CHAIN.run(32, 50), null, CHAIN, 40), true);
        BlockCheck none = check(null, 40);
        BlockCheck failed =
                HeaderEvidence.examine(policy(), CHAIN.run(32, 50), null).attestation(40, root(CHAIN, 41));
        assertChange(none, failed, true);
    }

    @Test
    void since_anotherBlockAtTheHeight_isTold() {
        MiniChain other = CHAIN.forkAt(35).mine(12, 1);
        BlockCheck before = check(CHAIN.run(32, 50), 38);
        assertChange(before, check(policy(), other.runFrom(32), null, other, 38), false);
    }

    @Test
    void earlierBlock_linked_boundsTheTimeFromBelow() {
        HeaderEvidence evidence = HeaderEvidence.examine(policy(), CHAIN.run(20, 50), null);
        BlockCheck check = evidence.earlierBlock(25, CHAIN.at(25).hash());
        assertIs(check, Finding.CHECKPOINTED, Tier.CHECKPOINTED);
        assertThat(check.block().orElseThrow().notBefore()).hasToString("2023-11-14");
        assertIs(evidence.earlierBlock(40, CHAIN.at(40).hash()), Finding.PROVEN_BY_WORK, Tier.PROOF_OF_WORK);
    }

    @Test
    void earlierBlock_anotherHash_fails() {
        HeaderEvidence evidence = HeaderEvidence.examine(policy(), CHAIN.run(20, 50), null);
        assertIs(evidence.earlierBlock(25, CHAIN.at(26).hash()), Finding.BLOCK_DIFFERS, Tier.NONE);
        assertIs(evidence.earlierBlock(15, CHAIN.at(25).hash()), Finding.BLOCK_DIFFERS, Tier.NONE);
        assertIs(evidence.earlierBlock(15, CHAIN.at(15).hash()), Finding.NO_HEADER, Tier.NONE);
        assertIs(evidence.earlierBlock(60, CHAIN.at(60).hash()), Finding.NO_HEADER, Tier.NONE);
    }

    @Test
    void notAfter_ancestorWithALaterTime_counts() {
        long lastOfDay = MiniChain.START_TIME / 86_400 * 86_400 + 2 * 86_400 - 7_201;
        MiniChain chain = MiniChain.start().mine(2, 0);
        chain.mineAt(lastOfDay, 0).mineAt(lastOfDay + 1, 0).mineAt(lastOfDay, 0);
        HeaderEvidence evidence = HeaderEvidence.examine(
                AttestationPolicy.standard(Checkpoints.genesisOnly(chain.parameters())), chain.runFrom(1), null);
        assertThat(day(evidence, chain, 1)).isEqualTo("2023-11-15");
        assertThat(day(evidence, chain, 3)).isEqualTo("2023-11-15");
        assertThat(day(evidence, chain, 4)).isEqualTo("2023-11-16");
        assertThat(day(evidence, chain, 5)).isEqualTo("2023-11-16");
    }

    private static String day(HeaderEvidence evidence, MiniChain chain, int height) {
        BlockFacts facts =
                evidence.attestation(height, root(chain, height)).block().orElseThrow();
        return facts.notAfter().toString();
    }

    @Test
    void policy_negativeMinimum_isACallersBug() {
        assertThatThrownBy(() -> policy().withMinimumWork(BigInteger.ONE.negate()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void attestation_severalKnownRuns_eachAnswersForItsBlocks() {
        HeaderEvidence evidence = HeaderEvidence.examine(
                policy(), java.util.Optional.empty(), List.of(CHAIN.runFrom(32), CHAIN.run(16, 32), CHAIN.run(3, 5)));
        assertThat(evidence.attestation(20, root(CHAIN, 20)).finding()).isEqualTo(Finding.CHECKPOINTED);
        assertThat(evidence.attestation(40, root(CHAIN, 40)).finding()).isEqualTo(Finding.PROVEN_BY_WORK);
        assertThat(evidence.attestation(4, root(CHAIN, 4)).finding()).isEqualTo(Finding.NO_HEADER);
        assertThat(evidence.attestation(20, root(CHAIN, 21)).finding()).isEqualTo(Finding.MERKLE_ROOT_DIFFERS);
    }
}
