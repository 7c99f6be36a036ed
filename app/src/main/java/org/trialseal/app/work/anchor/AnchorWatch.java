package org.trialseal.app.work.anchor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialseal.app.work.RefusedException;
import org.trialseal.core.anchor.RetryPolicy;

/** Asks for anchors that are not firm yet, at once and then less and less often, on one thread that ends when it is closed. */
public final class AnchorWatch implements AutoCloseable {
    /** Nothing is waited for any longer than this when it is closed. */
    public static final Duration LONGEST_CLOSING = Duration.ofSeconds(5);

    /** When another program is writing, the next attempt comes so many times sooner than usual. */
    private static final int SOONER_WHEN_BUSY = 20;

    private final Rounds rounds;
    private final RetryPolicy retry;
    private final RandomGenerator random;
    private final Consumer<AnchorRound> listener;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "trialseal-anchors");
        made.setDaemon(true);
        return made;
    });
    private Optional<Future<?>> next = Optional.empty();
    private int attempts;

    /** Asks once for everything: {@link AnchorUpkeep}. */
    @FunctionalInterface
    public interface Rounds {
        AnchorRound once() throws IOException, InterruptedException, RefusedException;
    }

    /**
     * @param retry says when to ask again
     * @param random spreads the attempts
     * @param listener hears of every round, on the thread of the watch
     */
    public AnchorWatch(Rounds rounds, RetryPolicy retry, RandomGenerator random, Consumer<AnchorRound> listener) {
        this.rounds = rounds;
        this.retry = retry;
        this.random = random;
        this.listener = listener;
    }

    /** Asks now, and from now on as if it had just begun: at the start, and when there is a new promise. */
    public void ask() {
        try {
            thread.execute(() -> {
                attempts = 0;
                round();
            });
        } catch (RejectedExecutionException e) {
            // It is closed.
        }
    }

    private void round() {
        next.ifPresent(scheduled -> scheduled.cancel(false));
        try {
            AnchorRound round = once();
            schedule(round.wasBusy());
            listener.accept(round);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks once; a failure is told as a fault, so that the asking goes on. */
    private AnchorRound once() throws InterruptedException {
        try {
            return rounds.once();
        } catch (IOException | RefusedException e) {
            return failed(AnchorFault.aboutAll(AnchorFault.Kind.DAMAGED, e));
        } catch (RuntimeException e) {
            Logger log = LoggerFactory.getLogger(AnchorWatch.class);
            log.error("asking for anchors failed unexpectedly", e);
            return failed(AnchorFault.aboutAll(AnchorFault.Kind.UNEXPECTED, e));
        }
    }

    private static AnchorRound failed(AnchorFault fault) {
        return new AnchorRound(0, 0, List.of(fault), List.of(), false);
    }

    private void schedule(boolean busy) {
        attempts += busy ? 0 : 1;
        Duration delay = busy ? retry.first().dividedBy(SOONER_WHEN_BUSY) : retry.delay(attempts, random.nextDouble());
        try {
            next = Optional.of(thread.schedule(this::round, delay.toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            // It was closed meanwhile.
        }
    }

    /** Ends it; whatever is being asked is given up. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(LONGEST_CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                Logger log = LoggerFactory.getLogger(AnchorWatch.class);
                log.warn("asking for anchors does not end when it is interrupted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
