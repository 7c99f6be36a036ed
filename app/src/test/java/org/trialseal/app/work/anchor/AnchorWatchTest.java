package org.trialseal.app.work.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.testing.SmallChain;
import org.trialseal.app.testing.SmallNetwork;
import org.trialseal.app.testing.SmallStudies;
import org.trialseal.core.anchor.RetryPolicy;
import org.trialseal.core.evidence.EvidenceFolder;

/** The thread that asks, with rounds of its own and with a calendar that hangs. */
@Timeout(60)
final class AnchorWatchTest {
    private static final AnchorRound NOTHING = new AnchorRound(0, 0, List.of(), List.of(), false);
    private static final AnchorRound BUSY = new AnchorRound(
            0,
            0,
            List.of(AnchorFault.of(Path.of("x"), AnchorFault.Kind.IN_USE, new IOException("x"))),
            List.of(),
            false);

    private final BlockingQueue<AnchorRound> heard = new LinkedBlockingQueue<>();
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        for (int i = 0; i < 100 && threads() > 0; i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(threads()).as("threads that are left").isZero();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("trialseal-") && thread.isAlive())
                .count();
    }

    private static RetryPolicy policy(Duration first) {
        return new RetryPolicy(first, first.multipliedBy(4), 0, Duration.ofDays(7), Duration.ofDays(400));
    }

    private AnchorWatch watch(AnchorWatch.Rounds rounds, Duration first) {
        return new AnchorWatch(
                () -> {
                    asked.incrementAndGet();
                    return rounds.once();
                },
                policy(first),
                new Random(1),
                heard::add);
    }

    private AnchorRound next() throws InterruptedException {
        AnchorRound round = heard.poll(20, TimeUnit.SECONDS);
        assertThat(round).as("a round within twenty seconds").isNotNull();
        return round;
    }

    @Test
    void ask_begins_asksAtOnceAndThenAgainAndAgain() throws Exception {
        try (AnchorWatch watch = watch(() -> NOTHING, Duration.ofMillis(20))) {
            watch.ask();
            for (int i = 0; i < 4; i++) {
                assertThat(next()).isEqualTo(NOTHING);
            }
        }
        int atTheEnd = asked.get();
        TimeUnit.MILLISECONDS.sleep(200);
        assertThat(asked.get()).as("nothing is asked when it is closed").isEqualTo(atTheEnd);
    }

    @Test
    void ask_quietChain_waitsForTheNextAttempt() throws Exception {
        try (AnchorWatch watch = watch(() -> NOTHING, Duration.ofHours(1))) {
            watch.ask();
            next();
            assertThat(heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
            watch.ask();
            next();
            assertThat(asked.get()).isEqualTo(2);
        }
    }

    @Test
    void ask_anotherProgramWasWriting_asksAgainMuchSooner() throws Exception {
        AtomicInteger rounds = new AtomicInteger();
        try (AnchorWatch watch = watch(() -> rounds.getAndIncrement() == 0 ? BUSY : NOTHING, Duration.ofMinutes(1))) {
            watch.ask();
            assertThat(next()).isEqualTo(BUSY);
            assertThat(next()).as("after three seconds, not after a minute").isEqualTo(NOTHING);
            assertThat(heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @Test
    void ask_failures_areToldAndItGoesOn() throws Exception {
        AtomicInteger rounds = new AtomicInteger();
        try (AnchorWatch watch = watch(
                () -> {
                    switch (rounds.getAndIncrement()) {
                        case 0:
                            throw new IOException("the disk is gone");
                        case 1:
                            throw new IllegalStateException("a bug");
                        default:
                            return NOTHING;
                    }
                },
                Duration.ofMillis(20))) {
            watch.ask();
            AnchorFault fault = next().faults().get(0);
            assertThat(fault.isAboutAll()).isTrue();
            assertThat(fault.kind()).isEqualTo(AnchorFault.Kind.DAMAGED);
            assertThat(fault.failure().orElseThrow()).hasMessage("the disk is gone");
            AnchorFault bug = next().faults().get(0);
            assertThat(bug.isAboutAll()).isTrue();
            assertThat(bug.kind()).isEqualTo(AnchorFault.Kind.UNEXPECTED);
            assertThat(next()).isEqualTo(NOTHING);
        }
    }

    @Test
    void close_whileARoundWaits_endsItWithinTheBound() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AnchorWatch watch = watch(
                () -> {
                    begun.countDown();
                    TimeUnit.HOURS.sleep(1);
                    return NOTHING;
                },
                Duration.ofMillis(20));
        watch.ask();
        begun.await();
        assertThat(closing(watch)).isLessThan(AnchorWatch.LONGEST_CLOSING);
        watch.ask();
        assertThat(asked.get()).isEqualTo(1);
        assertThat(heard).isEmpty();
    }

    @Test
    void close_whileACalendarHangs_endsWithinTheBoundAndHarmsNothing(@TempDir Path home) throws Exception {
        Clock clock = Clock.systemUTC();
        try (SmallNetwork network = new SmallNetwork(SmallChain.mined(20))) {
            SmallStudies studies = new SmallStudies(home, network);
            EvidenceFolder folder = studies.seal("seal", "S", "lock", Optional.empty(), clock);
            studies.stamp(folder, clock);
            int before = network.asked();
            network.hangCalendar();
            AnchorWatch watch = watch(studies.upkeep(clock), Duration.ofHours(1));
            watch.ask();
            while (network.asked() == before) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            assertThat(closing(watch)).isLessThan(AnchorWatch.LONGEST_CLOSING);
            assertThat(AnchorState.of(folder)).isEqualTo(AnchorState.PENDING);
        }
    }

    @Test
    void close_whileAServerOfHeadersHangs_endsWithinTheBound(@TempDir Path home) throws Exception {
        Clock clock = Clock.systemUTC();
        try (SmallNetwork network = new SmallNetwork(SmallChain.mined(20))) {
            SmallStudies studies = new SmallStudies(home, network);
            studies.nameServer();
            EvidenceFolder folder = studies.seal("seal", "S", "lock", Optional.empty(), clock);
            studies.stamp(folder, clock);
            network.confirm(6);
            network.hang();
            AnchorWatch watch = watch(studies.upkeep(clock), Duration.ofHours(1));
            watch.ask();
            while (AnchorState.of(folder) != AnchorState.IN_BLOCK) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            TimeUnit.MILLISECONDS.sleep(200);
            assertThat(closing(watch)).isLessThan(AnchorWatch.LONGEST_CLOSING);
            assertThat(heard).as("the round was given up").isEmpty();
        }
    }

    private static Duration closing(AnchorWatch watch) {
        long start = System.nanoTime();
        watch.close();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
