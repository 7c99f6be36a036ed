package org.trialseal.app.ui.job;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a job is.
 *
 * @param done units done, rows for instance
 * @param total units in all; 0 when that is not known
 * @param working how long it has worked, pauses left out
 */
public record Reading(long done, long total, Duration working) {
    /** Nothing done yet. */
    public static final Reading START = new Reading(0, 0, Duration.ZERO);

    /** The part that is done, from 0 to 1, when the total is known. */
    public OptionalDouble fraction() {
        return total <= 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, (double) done / total));
    }

    /** Units a second; 0 before there is anything to say. */
    public long perSecond() {
        double seconds = working.toNanos() / 1e9;
        return seconds < 0.05 ? 0 : (long) (done / seconds);
    }

    /** How long it will still take at this speed. */
    public Optional<Duration> left() {
        long speed = perSecond();
        return total <= 0 || speed == 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds((Math.max(0, total - done) + speed - 1) / speed));
    }

    /** How long it will still take, as minutes and seconds such as 12:05; empty when that is not known. */
    public String clock() {
        return left().map(left -> String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart()))
                .orElse("");
    }
}
