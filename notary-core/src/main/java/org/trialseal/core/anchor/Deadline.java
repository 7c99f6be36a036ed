package org.trialseal.core.anchor;

import java.time.Duration;

/** A moment by which something must have ended, on the monotonic clock: no change of the computer's time moves it. */
public final class Deadline {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * The moment this long from now.
     *
     * @param duration negative is now; more than a day is a day
     */
    public static Deadline in(Duration duration) {
        Duration bounded = duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
        return new Deadline(System.nanoTime() + (bounded.isNegative() ? 0 : bounded.toNanos()));
    }

    /** What is left until then, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    /** Whether nothing is left. */
    public boolean isOver() {
        return remaining().isZero();
    }

    /** The earlier of this and the other. */
    public Deadline earlier(Deadline other) {
        return nanoTime - other.nanoTime <= 0 ? this : other;
    }

    /** The remaining time, for test messages. */
    @Override
    public String toString() {
        return "in " + remaining();
    }
}
