package org.trialseal.core.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.testing.Shared;

final class PracticeChainTest {
    private static final ChainParameters PRACTICE = ChainParameters.practice();
    private static final AttestationPolicy REFUSING = AttestationPolicy.standard(Checkpoints.genesisOnly(PRACTICE));
    private static final Sha256 COMMITMENT = Sha256.of(new byte[] {1, 2, 3});

    private static List<BlockHeader> chain(int blocks, int branch) {
        List<BlockHeader> headers = new ArrayList<>();
        BlockHeader tip = PRACTICE.genesis();
        for (int height = 1; height <= blocks; height++) {
            PracticeTransaction transaction =
                    PracticeTransaction.committing(Sha256.of(COMMITMENT.toArray(), new byte[branch]), height);
            tip = PracticeMiner.on(PRACTICE)
                    .mine(tip.hash(), transaction.merkleRoot(), 1_800_000_000L + 600L * height)
                    .orElseThrow();
            headers.add(tip);
        }
        return headers;
    }

    private static BlockCheck check(AttestationPolicy policy, HeaderRun run, long height) {
        return HeaderEvidence.examine(policy, run, null)
                .attestation(height, run.header(height).merkleRoot().bytes());
    }

    @Test
    void transaction_openTimestampsPath_leadsToTheMerkleRoot() {
        PracticeTransaction transaction = PracticeTransaction.committing(COMMITMENT, 300);
        Bytes path = transaction.prefix().concat(COMMITMENT.bytes()).concat(transaction.suffix());
        assertThat(path.sha256().bytes().sha256()).isEqualTo(transaction.merkleRoot());
        assertThat(transaction.bytes()).isEqualTo(path);
    }

    @Test
    void transaction_bytes_areAMinimalCoinbase() {
        String hex = PracticeTransaction.committing(COMMITMENT, 300).bytes().hex();
        assertThat(hex)
                .isEqualTo("01000000" + "01" + "00".repeat(32) + "ffffffff" + "05" + "042c010000" + "ffffffff" + "01"
                        + "0000000000000000" + "22" + "6a20" + COMMITMENT.hex() + "00000000");
        assertThat(PracticeTransaction.committing(COMMITMENT, 301).merkleRoot())
                .isNotEqualTo(PracticeTransaction.committing(COMMITMENT, 300).merkleRoot());
        assertThat(PracticeTransaction.committing(COMMITMENT, Integer.MAX_VALUE).merkleRoot())
                .isNotEqualTo(PracticeTransaction.committing(COMMITMENT, 0).merkleRoot());
        assertThatThrownBy(() -> PracticeTransaction.committing(COMMITMENT, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PracticeTransaction.committing(COMMITMENT, 1L << 31))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mine_onTheGenesis_isDeterministicAndCheap() {
        BlockHeader one = PracticeMiner.on(PRACTICE)
                .mine(PRACTICE.genesis().hash(), COMMITMENT, 1_800_000_000L)
                .orElseThrow();
        assertThat(PracticeMiner.on(PRACTICE).mine(PRACTICE.genesis().hash(), COMMITMENT, 1_800_000_000L))
                .contains(one);
        assertThat(one.target().isMetBy(one.hash())).isTrue();
        assertThat(one.merkleRoot()).isEqualTo(COMMITMENT);
        assertThat(one.nonce()).isLessThan(64);
        assertThatThrownBy(() -> new PracticeMiner(CompactTarget.ofBits(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no hash meets the target 00000000");
    }

    @Test
    void attestation_practiceBlock_isIndeterminateUnlessAccepted() {
        HeaderRun run = HeaderRun.of(1, chain(10, 0));
        BlockCheck refused = check(REFUSING, run, 3);
        assertThat(refused.finding()).isEqualTo(Finding.PRACTICE_NETWORK);
        assertThat(refused.outcome()).isEqualTo(Outcome.INDETERMINATE);
        assertThat(refused.tier()).isEqualTo(Tier.PRACTICE);
        BlockCheck accepted = check(REFUSING.acceptingPractice(), run, 3);
        assertThat(accepted.finding()).isEqualTo(Finding.PRACTICE_ACCEPTED);
        assertThat(accepted.tier()).isEqualTo(Tier.PRACTICE);
        assertThat(accepted.block().orElseThrow().blocksOnTop()).isEqualTo(7);
        assertThat(check(REFUSING.acceptingPractice(), run, 10).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void attestation_practiceBlocksNotLinkedToTheGenesis_neverPass() {
        List<BlockHeader> headers = chain(10, 0);
        BlockCheck check = check(REFUSING.acceptingPractice(), HeaderRun.of(3, headers.subList(2, 10)), 5);
        assertThat(check.finding()).isEqualTo(Finding.NOT_LINKED);
        assertThat(check.tier()).isEqualTo(Tier.PRACTICE);
        BlockCheck moved = check(REFUSING.acceptingPractice(), HeaderRun.of(1, headers.subList(2, 10)), 5);
        assertThat(moved.fault()).isEqualTo(new HeaderFault(1, HeaderRule.LINK));
    }

    @Test
    void attestation_practiceBlockWithoutWork_fails() {
        CompactTarget target = PRACTICE.genesis().target();
        BlockHeader lazy = PRACTICE.genesis();
        for (int nonce = 0; target.isMetBy(lazy.hash()); nonce++) {
            lazy = BlockHeader.of(4, PRACTICE.genesis().hash(), COMMITMENT, 1_800_000_000L, target, nonce);
        }
        BlockCheck check = check(REFUSING.acceptingPractice(), HeaderRun.of(1, List.of(lazy)), 1);
        assertThat(check.fault()).isEqualTo(new HeaderFault(1, HeaderRule.PROOF_OF_WORK));
    }

    @Test
    void attestation_longerPracticeChainKnown_fails() {
        HeaderRun given = HeaderRun.of(1, chain(5, 0));
        HeaderRun known = HeaderRun.of(1, chain(6, 1));
        BlockCheck check = HeaderEvidence.examine(REFUSING.acceptingPractice(), given, known)
                .attestation(2, given.header(2).merkleRoot().bytes());
        assertThat(check.finding()).isEqualTo(Finding.HEAVIER_CHAIN_KNOWN);
    }

    @Test
    void attestation_practiceBlocksUnderMainRules_fail() {
        BlockCheck check = check(
                AttestationPolicy.standard(Checkpoints.shipped()).acceptingPractice(), HeaderRun.of(1, chain(8, 0)), 1);
        assertThat(check.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(check.fault()).isEqualTo(new HeaderFault(1, HeaderRule.TARGET_RANGE));
    }

    @Test
    void attestation_mainBlocksUnderPracticeRules_fail() throws Exception {
        HeaderRun run = BitcoinVectors.mainRun().slice(830000, 830020);
        assertThat(check(REFUSING.acceptingPractice(), run, 830000).fault())
                .isEqualTo(new HeaderFault(830000, HeaderRule.TARGET));
    }

    @Test
    void verifier_regtestChainOfTheReferenceNode_isTaken() throws Exception {
        String text = Files.readString(Shared.require("vectors/ots/regtest-peer/regtest-headers-0-173.tsv"));
        List<BlockHeader> headers = Pattern.compile("(?m)^\\d+\t\\w{64}\t(\\w{160})$")
                .matcher(text)
                .results()
                .map(line -> BlockHeader.ofHex(line.group(1)))
                .collect(Collectors.toList());
        assertThat(headers).hasSize(174);
        BlockCheck check = check(REFUSING.acceptingPractice(), HeaderRun.of(0, headers), 151);
        assertThat(check.sentence()).isEqualTo(Finding.PRACTICE_ACCEPTED.sentence());
        assertThat(check.block().orElseThrow().blocksOnTop()).isEqualTo(22);
    }
}
