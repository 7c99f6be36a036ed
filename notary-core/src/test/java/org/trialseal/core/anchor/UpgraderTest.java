package org.trialseal.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trialseal.core.anchor.Failed.Cause;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.Attested;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.Timestamp;
import org.trialseal.core.ots.TimestampBuilder;

@Timeout(30)
class UpgraderTest {
    private static final String ONE = "https://one.example.org";
    private static final String TWO = "https://two.example.org";
    private static final long HEIGHT = 840_000;
    private static final Bytes DIGEST =
            Sha256.of("record".getBytes(StandardCharsets.UTF_8)).bytes();

    private final FakeCalendar one = new FakeCalendar("Operator 1", ONE);
    private final FakeCalendar two = new FakeCalendar("Operator 2", TWO);
    private final DetachedTimestamp proof = pending(DIGEST);

    private static DetachedTimestamp pending(Bytes digest) {
        try {
            Timestamp byOne = FakeCalendar.promiseOf(digest, ONE);
            Timestamp byTwo = TimestampBuilder.from(digest)
                    .sha256()
                    .attest(new PendingAttestation(TWO))
                    .build();
            return DetachedTimestamp.ofSha256(byOne.merge(byTwo));
        } catch (OtsException e) {
            throw new AssertionError(e);
        }
    }

    private static Bytes commitmentOf(Timestamp timestamp, String uri) {
        return timestamp.attestations().stream()
                .filter(at -> at.attestation().equals(new PendingAttestation(uri)))
                .map(Attested::message)
                .findFirst()
                .orElseThrow();
    }

    private Calendar at(String uri) {
        return uri.equals(ONE) ? one : two;
    }

    private Upgrader upgrader(Optional<HeaderSource> headers) {
        return new Upgrader(AllowList.of(List.of(ONE, TWO)), this::at, headers);
    }

    private UpgradeResult upgrade(Optional<HeaderSource> headers) throws InterruptedException {
        return upgrader(headers).upgrade(proof, Deadline.in(Duration.ofSeconds(3)));
    }

    private static UpgradeOutcome outcome(UpgradeResult result, String uri) {
        return result.attestations().stream()
                .filter(report -> report.uri().equals(uri))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static UpgradeAnswer block(Bytes commitment, Deadline deadline) {
        return new Upgraded(FakeCalendar.blockOf(commitment, HEIGHT));
    }

    private static FakeHeaders headersFor(Bytes commitment) {
        return FakeHeaders.with(HEIGHT, commitment.sha256());
    }

    @Test
    void upgrade_onePromiseKept_isMergedAndNothingLost() throws InterruptedException {
        one.upgrading(UpgraderTest::block);
        UpgradeResult result = upgrade(Optional.empty());

        assertThat(result.changed()).isTrue();
        assertThat(result.namesBlock()).isTrue();
        assertThat(outcome(result, ONE)).isInstanceOf(Upgraded.class);
        assertThat(outcome(result, TWO)).isEqualTo(new StillPending("Pending"));
        assertThat(result.proof().timestamp().attestations())
                .containsAll(proof.timestamp().attestations())
                .hasSize(3);
    }

    @Test
    void upgrade_asksForTheDerivedCommitment() throws InterruptedException {
        upgrade(Optional.empty());
        assertThat(one.asked())
                .containsExactly(commitmentOf(proof.timestamp(), ONE))
                .doesNotContain(DIGEST);
    }

    @Test
    void upgrade_samePromiseInTwoProofs_isAskedOnceAndMergedIntoBoth() throws InterruptedException, OtsException {
        one.upgrading(UpgraderTest::block);
        Timestamp elsewhere = TimestampBuilder.from(Sha256.of(new byte[1]).bytes())
                .append(Bytes.ofHex("ff"))
                .sha256()
                .attest(new PendingAttestation(ONE))
                .build();
        List<DetachedTimestamp> proofs = List.of(proof, proof, DetachedTimestamp.ofSha256(elsewhere));
        List<UpgradeResult> results = upgrader(Optional.empty()).upgrade(proofs, Deadline.in(Duration.ofSeconds(3)));

        assertThat(one.asked()).hasSize(2).doesNotHaveDuplicates();
        assertThat(results).hasSize(3).allMatch(UpgradeResult::namesBlock);
        assertThat(results.get(0)).isEqualTo(results.get(1));
    }

    @Test
    void upgrade_addressNotOnTheList_isNeverContacted() throws InterruptedException {
        Upgrader upgrader = new Upgrader(AllowList.of(List.of(TWO)), this::at, Optional.empty());
        UpgradeResult result = upgrader.upgrade(proof, Deadline.in(Duration.ofSeconds(3)));

        assertThat(outcome(result, ONE)).isEqualTo(new NotAllowed());
        assertThat(one.asked()).isEmpty();
        assertThat(two.asked()).hasSize(1);
    }

    @Test
    void upgrade_answerForAnotherCommitment_changesNothing() throws InterruptedException {
        one.upgrading((commitment, deadline) -> new Upgraded(FakeCalendar.blockOf(DIGEST, HEIGHT)));
        assertUnchanged(upgrade(Optional.empty()), Cause.WRONG_MESSAGE);
    }

    @Test
    void upgrade_answerWithoutABlock_changesNothing() throws InterruptedException {
        one.upgrading((commitment, deadline) -> new Upgraded(FakeCalendar.promiseOf(commitment, ONE)));
        assertUnchanged(upgrade(Optional.empty()), Cause.NO_ATTESTATION);
    }

    @Test
    void upgrade_blockThatHoldsSomethingElse_changesNothing() throws InterruptedException {
        one.upgrading(UpgraderTest::block);
        assertUnchanged(upgrade(Optional.of(headersFor(DIGEST))), Cause.CONTRADICTED);
    }

    private void assertUnchanged(UpgradeResult result, Cause cause) {
        assertThat(result.changed()).isFalse();
        assertThat(result.proof()).isEqualTo(proof);
        assertThat(outcome(result, ONE)).isEqualTo(Failed.because(cause));
    }

    @Test
    void upgrade_blockConfirmedByHeaders_isMerged() throws InterruptedException {
        one.upgrading(UpgraderTest::block);
        Bytes commitment = commitmentOf(proof.timestamp(), ONE);
        UpgradeResult result = upgrade(Optional.of(headersFor(commitment)));
        assertThat(outcome(result, ONE)).isInstanceOf(Upgraded.class);
    }

    @Test
    void upgrade_headersUnreachable_areAskedOnceAndAccountForNothing() throws InterruptedException {
        one.upgrading(UpgraderTest::block);
        two.upgrading(UpgraderTest::block);
        FakeHeaders failing = FakeHeaders.failing();
        UpgradeResult result = upgrade(Optional.of(failing));

        assertThat(result.attestations()).allMatch(report -> report.outcome() instanceof Upgraded);
        assertThat(failing.calls()).isBetween(1, 2);
    }

    @Test
    void upgrade_promiseKeptBefore_isNotAskedAgain() throws InterruptedException {
        one.upgrading(UpgraderTest::block);
        UpgradeResult first = upgrade(Optional.empty());
        UpgradeResult second = upgrader(Optional.empty()).upgrade(first.proof(), Deadline.in(Duration.ofSeconds(3)));

        assertThat(outcome(second, ONE)).isEqualTo(new Confirmed());
        assertThat(second.changed()).isFalse();
        assertThat(one.asked()).hasSize(1);
    }

    @Test
    void upgrade_earlierLieFoundOutByHeaders_isAskedAgainAndRecovers() throws InterruptedException {
        one.upgrading((commitment, deadline) -> new Upgraded(FakeCalendar.blockOf(commitment, HEIGHT - 1)));
        DetachedTimestamp deceived = upgrade(Optional.empty()).proof();
        one.upgrading(UpgraderTest::block);
        Bytes commitment = commitmentOf(proof.timestamp(), ONE);
        FakeHeaders headers = FakeHeaders.with(HEIGHT - 1, Sha256.of(new byte[1]));
        UpgradeResult result = upgrader(Optional.of(headers)).upgrade(deceived, Deadline.in(Duration.ofSeconds(3)));

        assertThat(outcome(result, ONE)).isInstanceOf(Upgraded.class);
        assertThat(result.proof().timestamp().attestations())
                .contains(new Attested(commitment.sha256().bytes(), new BitcoinAttestation(HEIGHT)));
    }

    @Test
    void upgrade_hangingCalendar_holdsUpNobodyBeyondTheDeadline() throws InterruptedException {
        two.upgrading(UpgraderTest::block);
        one.upgrading((commitment, deadline) -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                return Failed.because(Cause.INTERRUPTED);
            }
            return Failed.because(Cause.FAULT);
        });
        long start = System.nanoTime();
        UpgradeResult result = upgrader(Optional.empty()).upgrade(proof, Deadline.in(Duration.ofMillis(500)));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2500));
        assertThat(outcome(result, ONE)).isEqualTo(Failed.because(Cause.TIMED_OUT));
        assertThat(outcome(result, TWO)).isInstanceOf(Upgraded.class);
    }

    @Test
    void upgrade_thousandsOfPromises_asksOnlySoMany() throws InterruptedException, OtsException {
        Timestamp many = Timestamp.of(DIGEST);
        for (int i = 1; i <= 100; i++) {
            many = many.merge(TimestampBuilder.from(DIGEST)
                    .append(Bytes.copyOf(new byte[] {(byte) i}))
                    .attest(new PendingAttestation(ONE))
                    .build());
        }
        UpgradeResult result = upgrader(Optional.empty())
                .upgrade(DetachedTimestamp.ofSha256(many), Deadline.in(Duration.ofSeconds(3)));

        assertThat(one.asked()).hasSize(Upgrader.MAX_REQUESTS);
        assertThat(result.attestations())
                .filteredOn(report -> report.outcome().equals(Failed.because(Cause.NOT_ASKED)))
                .hasSize(100 - Upgrader.MAX_REQUESTS);
    }

    @Test
    void upgrade_calendarThatThrows_isAFaultOfItsOwn() throws InterruptedException {
        one.upgrading((commitment, deadline) -> {
            throw new IllegalStateException("boom");
        });
        two.upgrading(UpgraderTest::block);
        UpgradeResult result = upgrade(Optional.empty());
        assertThat(outcome(result, ONE)).isEqualTo(Failed.because(Cause.FAULT));
        assertThat(outcome(result, TWO)).isInstanceOf(Upgraded.class);
    }
}
