package org.trialseal.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trialseal.core.anchor.Failed.Cause;
import org.trialseal.core.anchor.StampResult.Status;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.Attested;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.Timestamp;
import org.trialseal.core.ots.TimestampBuilder;
import org.trialseal.core.testing.Seeded;

@Timeout(30)
class StamperTest {
    private static final Random NONCES = Seeded.random("StamperTest");
    private static final String ONE = "https://one.example.org";
    private static final String TWO = "https://two.example.org";
    private static final String THREE = "https://three.example.org";
    private static final List<Sha256> DIGESTS = Stream.of("a", "b", "c")
            .map(text -> Sha256.of(text.getBytes(StandardCharsets.UTF_8)))
            .toList();
    private static final StampPolicy POLICY =
            new StampPolicy(2, Duration.ofSeconds(3), Duration.ofMillis(400), Duration.ofMillis(200));

    private final FakeCalendar one = new FakeCalendar("Operator 1", ONE);
    private final FakeCalendar two = new FakeCalendar("Operator 2", TWO);
    private final FakeCalendar three = new FakeCalendar("Operator 3", THREE);

    private static Stamper stamper(Calendar... calendars) {
        AllowList allowList = AllowList.of(List.of(ONE, TWO, THREE));
        return new Stamper(List.of(calendars), allowList, POLICY, NONCES);
    }

    private static List<String> promises(Timestamp timestamp) {
        return timestamp.attestations().stream()
                .map(Attested::attestation)
                .filter(PendingAttestation.class::isInstance)
                .map(at -> ((PendingAttestation) at).uri())
                .toList();
    }

    private static Cause causeOf(StampResult result, int calendar) {
        SubmitAnswer answer = result.calendars().get(calendar).answer();
        assertThat(answer).isInstanceOf(Failed.class);
        return ((Failed) answer).cause();
    }

    private static Duration timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static StampResult stamp(Stamper stamper) {
        try {
            return stamper.stamp(DIGESTS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void stamp_twoOperators_everyDigestLeadsToBothPromises() throws InterruptedException {
        StampResult result = stamper(one, two).stamp(DIGESTS);

        assertThat(result.status()).isEqualTo(Status.STAMPED);
        assertThat(result.operators()).isEqualTo(2);
        assertThat(result.timestamps()).hasSize(3);
        for (int i = 0; i < DIGESTS.size(); i++) {
            Timestamp timestamp = result.timestamps().get(i);
            assertThat(timestamp.message()).isEqualTo(DIGESTS.get(i).bytes());
            assertThat(promises(timestamp)).containsExactlyInAnyOrder(ONE, TWO);
        }
    }

    @Test
    void stamp_severalDigests_oneSubmissionThatShowsNone() throws InterruptedException {
        Stamper stamper = stamper(one, two);
        stamper.stamp(DIGESTS);
        stamper.stamp(DIGESTS);
        stamper.stamp(DIGESTS.subList(0, 1));

        assertThat(one.submitted()).hasSize(3).doesNotHaveDuplicates().doesNotContainAnyElementsOf(DIGESTS);
        assertThat(two.submitted()).isEqualTo(one.submitted());
    }

    @Test
    void stamp_oneOfThreeHangs_quorumEndsTheWaitingAfterTheGrace() {
        three.hanging();
        List<StampResult> results = new ArrayList<>();
        Duration taken = timed(() -> results.add(stamp(stamper(three, one, two))));

        assertThat(taken).isBetween(Duration.ofMillis(150), Duration.ofMillis(1500));
        assertThat(results.get(0).status()).isEqualTo(Status.STAMPED);
        assertThat(causeOf(results.get(0), 0)).isEqualTo(Cause.TIMED_OUT);
    }

    @Test
    void stamp_hangingCalendar_isInterruptedAfterwards() throws InterruptedException {
        three.hanging();
        stamper(one, two, three).stamp(DIGESTS);
        for (int i = 0; i < 100 && !three.wasInterrupted(); i++) {
            Thread.sleep(10);
        }
        assertThat(three.wasInterrupted()).as("the asking thread is let go").isTrue();
    }

    @Test
    void stamp_oneOfThreeHonest_endsAfterThePatienceBelowQuorum() {
        two.hanging();
        three.submitting((digest, deadline) -> Failed.because(Cause.REFUSED));
        List<StampResult> results = new ArrayList<>();
        Duration taken = timed(() -> results.add(stamp(stamper(one, two, three))));

        assertThat(taken).isBetween(Duration.ofMillis(350), Duration.ofMillis(2000));
        assertThat(results.get(0).status()).isEqualTo(Status.BELOW_QUORUM);
        assertThat(results.get(0).timestamps())
                .allSatisfy(at -> assertThat(promises(at)).containsExactly(ONE));
    }

    @Test
    void stamp_allHang_endsAtTheDeadlineWithNothing() {
        one.hanging();
        two.hanging();
        List<StampResult> results = new ArrayList<>();
        Duration taken = timed(() -> results.add(stamp(stamper(one, two))));

        assertThat(taken).isBetween(Duration.ofMillis(2900), Duration.ofSeconds(5));
        assertThat(results.get(0).status()).isEqualTo(Status.NONE);
        assertThat(results.get(0).timestamps()).isEmpty();
    }

    @Test
    void stamp_twoCalendarsOfOneOperatorAndOneSilent_isBelowQuorum() throws InterruptedException {
        FakeCalendar twin = new FakeCalendar("Operator 1", TWO);
        three.submitting((digest, deadline) -> Failed.because(Cause.UNREACHABLE));
        StampResult result = stamper(one, twin, three).stamp(DIGESTS);

        assertThat(result.operators()).isEqualTo(1);
        assertThat(result.required()).isEqualTo(2);
        assertThat(result.status()).isEqualTo(Status.BELOW_QUORUM);
    }

    @Test
    void stamp_singleConfiguredOperator_isEnoughAndSaysSo() throws InterruptedException {
        StampResult result = stamper(one).stamp(DIGESTS);

        assertThat(result.status()).isEqualTo(Status.STAMPED);
        assertThat(result.required()).isEqualTo(1);
        assertThat(result.configuredOperators()).isEqualTo(1);
    }

    @Test
    void stamp_slowHonestCalendarWithinGrace_isIncluded() throws InterruptedException {
        three.submitting((digest, deadline) -> {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return three.promise(digest, deadline);
        });
        StampResult result = stamper(one, two, three).stamp(DIGESTS);
        assertThat(promises(result.timestamps().get(0))).containsExactlyInAnyOrder(ONE, TWO, THREE);
    }

    private StampResult withLiar(FakeCalendar.Submitting lie) throws InterruptedException {
        three.submitting(lie);
        StampResult result = stamper(three, one, two).stamp(DIGESTS);
        assertThat(result.status()).isEqualTo(Status.STAMPED);
        assertThat(result.timestamps())
                .allSatisfy(at -> assertThat(promises(at)).containsExactlyInAnyOrder(ONE, TWO));
        return result;
    }

    @Test
    void stamp_timestampOfAnotherMessage_isRefused() throws InterruptedException {
        Bytes other = DIGESTS.get(0).bytes();
        StampResult result = withLiar((digest, deadline) -> new Stamped(FakeCalendar.promiseOf(other, THREE)));
        assertThat(causeOf(result, 0)).isEqualTo(Cause.WRONG_MESSAGE);
    }

    @Test
    void stamp_promiseThatCannotBeFollowedUp_isRefused() throws InterruptedException {
        StampResult result = withLiar(
                (digest, deadline) -> new Stamped(FakeCalendar.promiseOf(digest.bytes(), "https://else.example.org")));
        assertThat(causeOf(result, 0)).isEqualTo(Cause.NO_ATTESTATION);
    }

    @Test
    void stamp_blockSecondsAfterTheDigest_isRefused() throws InterruptedException {
        StampResult result = withLiar((digest, deadline) -> new Stamped(FakeCalendar.blockOf(digest.bytes(), 840_000)));
        assertThat(causeOf(result, 0)).isEqualTo(Cause.CONTRADICTED);
    }

    @Test
    void stamp_timestampWithoutAttestation_isRefused() throws InterruptedException {
        StampResult result = withLiar((digest, deadline) -> new Stamped(Timestamp.of(digest.bytes())));
        assertThat(causeOf(result, 0)).isEqualTo(Cause.MALFORMED);
    }

    @Test
    void stamp_pathThatIsTooLongOnlyTogetherWithOurs_spoilsNoOther() throws InterruptedException {
        StampResult result = withLiar((digest, deadline) -> new Stamped(deep(digest.bytes(), 255)));
        assertThat(causeOf(result, 0)).isEqualTo(Cause.TOO_LARGE);
    }

    @Test
    void stamp_thousandsOfPromises_areRefused() throws InterruptedException {
        StampResult result = withLiar((digest, deadline) -> new Stamped(wide(digest.bytes(), 1200)));
        assertThat(causeOf(result, 0)).isEqualTo(Cause.TOO_LARGE);
    }

    @Test
    void stamp_fewBytesWithThousandsOfOperations_areRefused() throws InterruptedException {
        StampResult result = withLiar((digest, deadline) -> new Stamped(manyDeepPaths(digest.bytes())));
        assertThat(causeOf(result, 0)).isEqualTo(Cause.TOO_LARGE);
    }

    @Test
    void stamp_calendarThatThrows_isAFaultOfItsOwn() throws InterruptedException {
        StampResult result = withLiar((digest, deadline) -> {
            throw new IllegalStateException("boom");
        });
        assertThat(causeOf(result, 0)).isEqualTo(Cause.FAULT);
    }

    @Test
    void stamp_afterAFailure_recoversByItself() throws InterruptedException {
        two.submitting((digest, deadline) -> Failed.because(Cause.UNREACHABLE));
        Stamper stamper = stamper(one, two);
        assertThat(stamper.stamp(DIGESTS).status()).isEqualTo(Status.BELOW_QUORUM);
        two.submitting(two::promise);
        assertThat(stamper.stamp(DIGESTS).status()).isEqualTo(Status.STAMPED);
    }

    @Test
    void stamp_interrupted_throwsAtOnce() {
        one.hanging();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> stamper(one).stamp(DIGESTS)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void stamper_withoutCalendars_isACallersBug() {
        assertThatThrownBy(() -> stamper())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no calendar");
    }

    private static Timestamp deep(Bytes message, int depth) {
        try {
            TimestampBuilder builder = TimestampBuilder.from(message);
            for (int i = 0; i < depth; i++) {
                builder.sha256();
            }
            return builder.attest(new PendingAttestation(THREE)).build();
        } catch (OtsException e) {
            throw new AssertionError(e);
        }
    }

    private static Timestamp manyDeepPaths(Bytes message) {
        try {
            Timestamp all = Timestamp.of(message);
            for (int i = 1; i <= 6; i++) {
                TimestampBuilder builder = TimestampBuilder.from(message).append(Bytes.copyOf(new byte[] {(byte) i}));
                all = all.merge(builder.graft(deep(builder.message(), 200)).build());
            }
            assertThat(all.toBytes()).hasSizeLessThan(CalendarAnswer.MAX_BYTES);
            return all;
        } catch (OtsException e) {
            throw new AssertionError(e);
        }
    }

    private static Timestamp wide(Bytes message, int promises) {
        try {
            Timestamp all = FakeCalendar.promiseOf(message, THREE);
            TimestampBuilder builder = TimestampBuilder.from(message);
            for (int i = 0; i < promises; i++) {
                builder.attest(new PendingAttestation("a:" + i));
            }
            return all.merge(builder.build());
        } catch (OtsException e) {
            throw new AssertionError(e);
        }
    }
}
