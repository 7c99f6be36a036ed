package org.trialseal.app.ui.job;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Counts what a job has done, tells so a few times a second, and holds the job while it is paused. Used by several
 * threads of one job.
 */
public final class Meter {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(150);

    private final Consumer<Reading> reader;
    private long done;
    private long total;
    private long since = System.nanoTime();
    private long worked;
    private long told = since - INTERVAL;
    private boolean paused;

    /** A meter whose readings go to {@code reader}, on the threads that count. */
    Meter(Consumer<Reading> reader) {
        this.reader = reader;
    }

    /** How many units there are in all. */
    public synchronized void total(long units) {
        total = units;
    }

    /** Some more units are done. Waits while the job is paused. */
    public void done(long more) {
        Reading reading;
        synchronized (this) {
            done += more;
            waitWhilePaused();
            long now = System.nanoTime();
            boolean ended = total > 0 && done >= total;
            if (now - told < INTERVAL && !ended) {
                return;
            }
            told = now;
            reading = new Reading(done, total, Duration.ofNanos(worked + now - since));
        }
        reader.accept(reading);
    }

    private void waitWhilePaused() {
        while (paused) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    synchronized void pause() {
        if (!paused) {
            worked += System.nanoTime() - since;
            paused = true;
        }
    }

    synchronized void resume() {
        if (paused) {
            since = System.nanoTime();
            paused = false;
            notifyAll();
        }
    }
}
