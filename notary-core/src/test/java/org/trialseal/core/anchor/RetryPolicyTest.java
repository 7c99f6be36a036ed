package org.trialseal.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trialseal.core.anchor.RetryPolicy.Age;
import org.trialseal.core.testing.Seeded;

class RetryPolicyTest {
    private static final Instant STAMPED = Instant.parse("2026-03-14T00:00:00Z");

    private final RetryPolicy policy = RetryPolicy.standard();

    @Test
    void delay_noAttemptYet_isZero() {
        assertThat(policy.delay(0, 0.5)).isZero();
    }

    @Test
    void delay_withoutChance_doublesUpToTheBound() {
        assertThat(policy.delay(1, 0)).isEqualTo(Duration.ofMinutes(10));
        assertThat(policy.delay(2, 0)).isEqualTo(Duration.ofMinutes(20));
        assertThat(policy.delay(6, 0)).isEqualTo(Duration.ofMinutes(320));
        assertThat(policy.delay(7, 0)).isEqualTo(Duration.ofHours(6));
        assertThat(policy.delay(Integer.MAX_VALUE, 0)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void delay_anyChance_takesAwayAtMostTheJitter() {
        Random random = Seeded.random("RetryPolicyTest");
        for (int i = 0; i < 1000; i++) {
            int attempts = 1 + random.nextInt(20);
            Duration whole = policy.delay(attempts, 0);
            Duration delay = policy.delay(attempts, random.nextDouble());
            assertThat(delay).isBetween(whole.multipliedBy(3).dividedBy(4), whole);
        }
    }

    @Test
    void delay_argumentsOutOfRange_areACallersBug() {
        assertThatThrownBy(() -> policy.delay(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> policy.delay(1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> policy.delay(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void age_atTheLimits_changes() {
        Instant week = STAMPED.plus(Duration.ofDays(7));
        Instant end = STAMPED.plus(Duration.ofDays(400));
        assertThat(policy.age(STAMPED, week.minusSeconds(1))).isEqualTo(Age.WAITING);
        assertThat(policy.age(STAMPED, week)).isEqualTo(Age.OVERDUE);
        assertThat(policy.age(STAMPED, end.minusSeconds(1))).isEqualTo(Age.OVERDUE);
        assertThat(policy.age(STAMPED, end)).isEqualTo(Age.GIVEN_UP);
        assertThat(policy.age(STAMPED, STAMPED.minusSeconds(99))).isEqualTo(Age.WAITING);
    }

    @Test
    void policy_componentsOutOfRange_areACallersBug() {
        Duration day = Duration.ofDays(1);
        assertThatThrownBy(() -> new RetryPolicy(Duration.ZERO, day, 0, day, day))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("delays must be positive and ordered, jitter in [0, 1)");
        assertThatThrownBy(() -> new RetryPolicy(day, day, 1, day, day)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetryPolicy(day, Duration.ofHours(1), 0, day, day))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
