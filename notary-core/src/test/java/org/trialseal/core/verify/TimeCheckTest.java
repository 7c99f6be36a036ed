package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Tier;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.HashOp;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.Timestamp;
import org.trialseal.core.ots.TimestampBuilder;
import org.trialseal.core.ots.UnknownAttestation;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.testing.SpecAnchor;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** The tiers of time. */
final class TimeCheckTest extends SmallTime {
    @Test
    void verify_linkedForwardToCheckpoint_isCheckpointed() throws Exception {
        SpecAnchor anchor = anchor(LOW, 3);
        VerificationReport report = verify(anchor, made(anchor, LOW, PERIOD));

        assertTime(report, Result.PASSED, "checkpointed", Tier.CHECKPOINTED);
        assertThat(report.time().notAfter().orElseThrow()).hasToString("2011-02-03");
        assertThat(report.time().block().orElseThrow().height()).isEqualTo(LOW);
        assertThat(Packages.check(report, "time").detail())
                .isEqualTo("The statement existed no later than 2011-02-03. Bitcoin block 5: The block is linked to a"
                        + " checkpoint shipped with this program.");
    }

    @Test
    void verify_sixBlocksOnTopAboveCheckpoint_isProofOfWorkAndTellsItsCost() throws Exception {
        SpecAnchor anchor = anchor(HIGH, 6);
        VerificationReport report = verify(anchor, made(anchor, PERIOD, HIGH + 7));

        assertTime(report, Result.PASSED, "proven-by-work", Tier.PROOF_OF_WORK);
        assertThat(Packages.check(report, "time").detail()).endsWith("6 blocks; making them took about 2^3 hashes.");
    }

    @Test
    void verify_fiveBlocksOnTop_isIndeterminate() throws Exception {
        SpecAnchor anchor = anchor(HIGH, 5);
        assertTime(
                verify(anchor, made(anchor, PERIOD, HIGH + 6)),
                Result.INDETERMINATE,
                "too-few-blocks",
                Tier.SUPPLIED_HEADER);
    }

    @Test
    void verify_lessWorkThanDemanded_isIndeterminate() throws Exception {
        SpecAnchor anchor = anchor(HIGH, 6);
        Verifier demanding = new Verifier(policy(anchor).withMinimumWork(BigInteger.TEN.pow(20)));
        assertTime(
                demanding.verify(made(anchor, PERIOD, HIGH + 7).file()),
                Result.INDETERMINATE,
                "too-little-work",
                Tier.PROOF_OF_WORK);
    }

    @Test
    void verify_headerNotLinked_isIndeterminate() throws Exception {
        SpecAnchor anchor = anchor(HIGH, 6);
        assertTime(
                verify(anchor, made(anchor, HIGH, HIGH + 7)), Result.INDETERMINATE, "not-linked", Tier.SUPPLIED_HEADER);
    }

    @Test
    void verify_noHeaders_isIndeterminate() throws Exception {
        SpecAnchor anchor = anchor(LOW, 3);
        SpecPackage made = made(anchor, LOW, PERIOD).remove(SpecPackage.HEADERS);
        VerificationReport report = verify(anchor, made);

        assertTime(report, Result.INDETERMINATE, "no-header", Tier.NONE);
        assertThat(Packages.check(report, "time").detail())
                .startsWith("Bitcoin block 5: ")
                .hasSizeGreaterThan(30);
    }

    @Test
    void verify_headersOfAnotherHeight_isIndeterminate() throws Exception {
        SpecAnchor anchor = anchor(LOW, 3);
        assertTime(verify(anchor, made(anchor, LOW + 1, PERIOD)), Result.INDETERMINATE, "no-header", Tier.NONE);
    }

    @Test
    void verify_knownHeadersInsteadOfGivenOnes_pass() throws Exception {
        SpecAnchor anchor = anchor(LOW, 3);
        SpecPackage made = made(anchor, LOW, PERIOD).remove(SpecPackage.HEADERS);
        Verifier knowing = new Verifier(policy(anchor).knowing(anchor.run(LOW, PERIOD)));
        assertTime(knowing.verify(made.file()), Result.PASSED, "checkpointed", Tier.CHECKPOINTED);
    }

    @Test
    void verify_heavierChainKnown_fails() throws Exception {
        SpecAnchor anchor = anchor(HIGH, 6);
        SpecAnchor fork = new SpecAnchor(chain, study.digest(), LOW, 20);
        SpecAnchor shared = anchor(PERIOD + 3, 6);
        assertThat(fork.block(PERIOD)).isNotEqualTo(anchor.block(PERIOD));
        Verifier knowing = new Verifier(policy(anchor).knowing(heavier(anchor).run(PERIOD, PERIOD + 15)));
        assertThat(shared.block(PERIOD - 1)).isEqualTo(anchor.block(PERIOD - 1));
        assertTime(
                knowing.verify(made(anchor, PERIOD, HIGH + 7).file()), Result.FAILED, "heavier-chain-known", Tier.NONE);
    }

    /** Equal to {@code anchor}'s chain below its attesting block, and longer. */
    private SpecAnchor heavier(SpecAnchor anchor) {
        SpecAnchor other = new SpecAnchor(chain, Sha256.of().toArray(), HIGH, 15);
        assertThat(other.block(HIGH - 1)).isEqualTo(anchor.block(HIGH - 1));
        assertThat(other.block(HIGH)).isNotEqualTo(anchor.block(HIGH));
        return other;
    }

    @Test
    void verify_headerWithoutItsWork_fails() throws Exception {
        SpecAnchor anchor = anchor(LOW, 3);
        byte[] headers = anchor.headers(LOW, PERIOD);
        byte[] broken = Damage.at(headers, headers.length - 1, 0x40);
        assertTime(
                verify(anchor, made(anchor, LOW, PERIOD).put(SpecPackage.HEADERS, broken)),
                Result.FAILED,
                "headers-invalid",
                Tier.NONE);
    }

    @Test
    void verify_attestationContradictedByItsHeader_failsDespiteAGoodOne() throws Exception {
        SpecAnchor anchor = anchor(LOW, 3);
        Timestamp lie = TimestampBuilder.from(Bytes.copyOf(study.digest()))
                .sha256()
                .attest(new BitcoinAttestation(LOW + 1))
                .build();
        SpecPackage made = made(anchor, LOW, PERIOD)
                .put(
                        SpecPackage.OTS,
                        DetachedTimestamp.ofSha256(anchor.path().merge(lie)).toBytes());
        assertTime(verify(anchor, made), Result.FAILED, "merkle-root-differs", Tier.NONE);
    }

    @Test
    void verify_furtherAttestationWithoutHeader_countsTheBestOne() throws Exception {
        SpecAnchor anchor = anchor(LOW, 3);
        Timestamp more = TimestampBuilder.from(Bytes.copyOf(study.digest()))
                .sha256()
                .attest(new BitcoinAttestation(1))
                .attest(new BitcoinAttestation(900_000))
                .attest(new PendingAttestation("https://calendar.example"))
                .build();
        SpecPackage made = made(anchor, LOW, PERIOD)
                .put(
                        SpecPackage.OTS,
                        DetachedTimestamp.ofSha256(anchor.path().merge(more)).toBytes());
        assertTime(verify(anchor, made), Result.PASSED, "checkpointed", Tier.CHECKPOINTED);
    }

    private SpecPackage with(byte[] timestamp) {
        return study.show(SpecStudy.LB, study.dataset(SpecStudy.LB).everything(2))
                .put(SpecPackage.OTS, timestamp);
    }

    @Test
    void verify_onlyPending_isPendingAndNeverPassed() throws Exception {
        Timestamp pending =
                Timestamp.of(Bytes.copyOf(study.digest())).attest(new PendingAttestation("https://calendar.example"));
        assertTime(
                verify(anchor(LOW, 3), with(DetachedTimestamp.ofSha256(pending).toBytes())),
                Result.INDETERMINATE,
                "pending",
                Tier.PENDING);
    }

    @Test
    void verify_onlyUnknownAttestations_isIndeterminate() throws Exception {
        Timestamp unknown = Timestamp.of(Bytes.copyOf(study.digest()))
                .attest(new UnknownAttestation(Bytes.ofHex("0102030405060708"), Bytes.ofHex("00")));
        assertTime(
                verify(anchor(LOW, 3), with(DetachedTimestamp.ofSha256(unknown).toBytes())),
                Result.INDETERMINATE,
                "unknown-attestations",
                Tier.NONE);
    }

    @Test
    void verify_noTimestamp_isIndeterminate() throws Exception {
        SpecAnchor anchor = anchor(LOW, 3);
        assertTime(
                verify(anchor, made(anchor, LOW, PERIOD).remove(SpecPackage.OTS)),
                Result.INDETERMINATE,
                "no-timestamp",
                Tier.NONE);
    }

    @Test
    void verify_timestampOfAnotherStatement_fails() throws Exception {
        SpecAnchor other = new SpecAnchor(chain, Sha256.of().toArray(), LOW, 3);
        assertTime(verify(other, made(other, LOW, PERIOD)), Result.FAILED, "other-statement", Tier.NONE);
    }

    @Test
    void verify_timestampOfWeakDigest_fails() throws Exception {
        Bytes digest = HashOp.SHA1.apply(Bytes.copyOf(study.statements.get(2)));
        DetachedTimestamp weak =
                new DetachedTimestamp(HashOp.SHA1, Timestamp.of(digest).attest(new BitcoinAttestation(LOW)));
        assertTime(verify(anchor(LOW, 3), with(weak.toBytes())), Result.FAILED, "weak-digest", Tier.NONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = HashOp.class,
            names = {"SHA1", "RIPEMD160", "KECCAK256"})
    void verify_blockBeyondAnotherHash_doesNotCount(HashOp weak) throws Exception {
        Timestamp promise = TimestampBuilder.from(Bytes.copyOf(study.digest()))
                .then(weak)
                .sha256()
                .attest(new PendingAttestation("https://calendar.example"))
                .build();
        byte[] held = promise.attestations().get(0).message().toArray();
        SpecAnchor anchor = new SpecAnchor(chain, held, LOW, 3);
        Timestamp timestamp = promise.graft(anchor.path());
        SpecPackage made = made(anchor, LOW, PERIOD)
                .put(SpecPackage.OTS, DetachedTimestamp.ofSha256(timestamp).toBytes());

        assertThat(timestamp.attestations()).hasSize(2);
        assertThat(timestamp.blocks()).isEmpty();
        assertTime(verify(anchor, made), Result.INDETERMINATE, "unknown-attestations", Tier.NONE);
    }

    @Test
    void verify_timestampMalformed_isMalformed() {
        assertThatThrownBy(() -> verify(anchor(LOW, 3), with(new byte[] {1, 2, 3})))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("seal.json.ots");
    }

    @Test
    void time_statementInNoPackage_isJudgedAsInOne() throws Exception {
        SpecAnchor anchor = anchor(LOW, 3);
        TimeFinding found = new Verifier(policy(anchor))
                .time(
                        Statement.parse("seal.json", study.statements.get(2)),
                        Sha256.wrap(study.digest()),
                        Optional.of(DetachedTimestamp.read("seal.json.ots", anchor.timestamp())),
                        Optional.of(anchor.run(LOW, PERIOD)));
        VerificationReport report = verify(anchor, made(anchor, LOW, PERIOD));

        assertThat(found.check()).isEqualTo(Packages.check(report, "time"));
        assertThat(found.time()).isEqualTo(report.time());
        assertThat(found.check().passed()).isTrue();
    }

    @Test
    void verify_practiceStatementOnMainLikeChain_isNotJudgedByIt() throws Exception {
        SpecAnchor anchor = anchor(LOW, 3);
        VerificationPolicy policy = policy(anchor);
        study.reseal("practice", Map.of());
        SpecAnchor onPractice = new SpecAnchor(ChainParameters.practice(), study.digest(), 1, 1);
        SpecPackage made = study.show(SpecStudy.LB, study.dataset(SpecStudy.LB).everything(2))
                .put(SpecPackage.OTS, onPractice.timestamp())
                .put(SpecPackage.HEADERS, onPractice.headers());
        assertTime(new Verifier(policy).verify(made.file()), Result.INDETERMINATE, "practice-network", Tier.PRACTICE);
        assertTime(
                new Verifier(policy.acceptingPractice()).verify(made.file()),
                Result.PASSED,
                "practice-accepted",
                Tier.PRACTICE);
    }

    @Test
    void verify_bitcoinStatementAnchoredOnPractice_neverPasses() throws Exception {
        SpecAnchor onPractice = SpecAnchor.practice(study.digest());
        SpecPackage made = study.show(SpecStudy.LB, study.dataset(SpecStudy.LB).everything(2))
                .put(SpecPackage.OTS, onPractice.timestamp())
                .put(SpecPackage.HEADERS, onPractice.headers());
        assertTime(Packages.practice().verify(made.file()), Result.FAILED, "headers-invalid", Tier.NONE);
    }
}
