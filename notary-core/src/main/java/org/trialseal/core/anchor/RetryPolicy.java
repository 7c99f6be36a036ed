package org.trialseal.core.anchor;

import java.time.Duration;
import java.time.Instant;

/**
 * When to ask again for what is pending. The delay doubles from attempt to attempt up to a bound, and is shortened by
 * chance, so that many clients do not ask at the same moment.
 *
 * @param first delay before the second attempt, more than zero
 * @param longest bound of the delay, at least {@code first}
 * @param jitter the largest part of a delay that chance takes away, [0, 1)
 * @param overdueAfter age from which a pending proof is something to worry about
 * @param giveUpAfter age from which nothing is asked any more, at least {@code overdueAfter}
 */
public record RetryPolicy(
        Duration first, Duration longest, double jitter, Duration overdueAfter, Duration giveUpAfter) {
    private static final int MAX_DOUBLINGS = 40;

    /** @throws IllegalArgumentException when a component is out of its range */
    public RetryPolicy {
        boolean ordered = longest.compareTo(first) >= 0 && giveUpAfter.compareTo(overdueAfter) >= 0;
        if (first.isNegative() || first.isZero() || !ordered || !(jitter >= 0 && jitter < 1)) {
            throw new IllegalArgumentException("delays must be positive and ordered, jitter in [0, 1)");
        }
    }

    /**
     * From ten minutes to six hours, since calendars publish every six to twelve hours; overdue after seven days, given
     * up after four hundred.
     */
    public static RetryPolicy standard() {
        return new RetryPolicy(
                Duration.ofMinutes(10), Duration.ofHours(6), 0.25, Duration.ofDays(7), Duration.ofDays(400));
    }

    /**
     * How long to wait before the next attempt.
     *
     * @param attempts how many there have been, 0 or more; after none there is no delay
     * @param chance a random number in [0, 1)
     * @throws IllegalArgumentException when an argument is out of its range
     */
    public Duration delay(int attempts, double chance) {
        if (attempts < 0 || !(chance >= 0 && chance < 1)) {
            throw new IllegalArgumentException("attempts of at least 0 and a chance in [0, 1)");
        }
        if (attempts == 0) {
            return Duration.ZERO;
        }
        double doubled = (double) first.toMillis() * Math.pow(2, Math.min(attempts - 1, MAX_DOUBLINGS));
        double bounded = Math.min(doubled, (double) longest.toMillis());
        return Duration.ofMillis(Math.round(bounded * (1 - jitter * chance)));
    }

    /** How a proof stands that has been pending since {@code stampedAt}. A time in the future is age zero. */
    public Age age(Instant stampedAt, Instant now) {
        Duration pending = Duration.between(stampedAt, now);
        if (pending.compareTo(giveUpAfter) >= 0) {
            return Age.GIVEN_UP;
        }
        return pending.compareTo(overdueAfter) >= 0 ? Age.OVERDUE : Age.WAITING;
    }

    /** Stages in the life of a pending proof. */
    public enum Age {
        /** Nothing unusual. */
        WAITING,
        /** Pending for so long that somebody should look after it. */
        OVERDUE,
        /** Nothing is asked any more; stamp again. */
        GIVEN_UP
    }
}
