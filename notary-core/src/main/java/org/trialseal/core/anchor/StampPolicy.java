package org.trialseal.core.anchor;

import java.time.Duration;

/**
 * How long a stamping may take, and how many operators must answer.
 *
 * @param quorum operators that must answer, at least 1; where fewer are configured, all of them
 * @param total nothing is waited for any longer than this
 * @param patience below the quorum, how long to wait for another answer after one that counts
 * @param grace once the quorum is reached, how long to wait for the others
 */
public record StampPolicy(int quorum, Duration total, Duration patience, Duration grace) {
    /** @throws IllegalArgumentException when the quorum is below 1 or a duration negative */
    public StampPolicy {
        if (quorum < 1 || total.isNegative() || patience.isNegative() || grace.isNegative()) {
            throw new IllegalArgumentException("a quorum of at least 1 and no negative durations");
        }
    }

    /**
     * Two operators, ten seconds in all, and never more than two seconds beyond the last answer that counts: calendars
     * take about one second to answer.
     */
    public static StampPolicy standard() {
        return new StampPolicy(2, Duration.ofSeconds(10), Duration.ofMillis(1800), Duration.ofSeconds(1));
    }
}
