package org.trialseal.app.ui.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The test's thread stands for the interface thread: it runs what the jobs send to it. */
@Timeout(20)
final class JobsTest {
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final Jobs jobs = Jobs.onThreads(screen::add);
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void close() {
        jobs.close();
    }

    private void runNext() throws InterruptedException {
        Runnable next = screen.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("something for the interface thread").isNotNull();
        next.run();
    }

    @Test
    void then_afterTheWork_runsOnTheInterfaceThread() throws InterruptedException {
        Job job = jobs.of(meter -> "result").then(heard::add).start();
        runNext();
        assertThat(heard).containsExactly("result");
        assertThat(job.stateProperty().get()).isEqualTo(Job.State.DONE);
    }

    @Test
    void otherwise_afterAFailure_receivesIt() throws InterruptedException {
        Job job = jobs.of(meter -> {
                    throw new java.io.IOException("broken");
                })
                .otherwise(failure -> heard.add(failure.getMessage()))
                .start();
        runNext();
        assertThat(heard).containsExactly("broken");
        assertThat(job.stateProperty().get()).isEqualTo(Job.State.FAILED);
    }

    @Test
    void cancel_whileItWorks_interruptsItAndTellsNobody() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Job job = jobs.of(meter -> {
                    begun.countDown();
                    try {
                        Thread.sleep(60_000);
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return "late";
                })
                .then(heard::add)
                .start();
        begun.await();
        job.cancel();
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).as("interrupted").isTrue();
        runNext();
        assertThat(heard).isEmpty();
        assertThat(job.stateProperty().get()).isEqualTo(Job.State.CANCELLED);
    }

    @Test
    void pause_holdsTheWork_untilResume() throws InterruptedException {
        AtomicLong rows = new AtomicLong();
        Job job = jobs.of(meter -> {
                    while (rows.get() < 2_000) {
                        meter.done(1);
                        rows.incrementAndGet();
                        Thread.sleep(1);
                    }
                    return "end";
                })
                .then(heard::add)
                .start();
        job.pause();
        Thread.sleep(50);
        long held = rows.get();
        Thread.sleep(200);
        assertThat(rows.get()).as("rows while paused").isBetween(held, held + 1);
        job.resume();
        while (job.isOpen()) {
            runNext();
        }
        assertThat(heard).containsExactly("end");
    }

    @Test
    void cancel_whilePaused_endsTheWork() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Job job = jobs.of(meter -> {
                    begun.countDown();
                    try {
                        while (!Thread.currentThread().isInterrupted()) {
                            meter.done(1);
                        }
                    } finally {
                        ended.countDown();
                    }
                    return "";
                })
                .start();
        begun.await();
        job.pause();
        job.cancel();
        assertThat(ended.await(10, TimeUnit.SECONDS)).as("ended").isTrue();
    }

    @Test
    void reading_ofATotal_tellsFractionSpeedAndTimeLeft() {
        Reading reading = new Reading(250, 1_000, java.time.Duration.ofMillis(500));
        assertThat(reading.fraction()).hasValue(0.25);
        assertThat(reading.perSecond()).isEqualTo(500);
        assertThat(reading.left()).contains(java.time.Duration.ofSeconds(2));
        assertThat(Reading.START.left()).isEmpty();
    }
}
