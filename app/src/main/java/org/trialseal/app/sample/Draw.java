package org.trialseal.app.sample;

import java.util.List;
import java.util.Random;

/**
 * A seeded stream of choices, one for each purpose and subject, so that a change to one domain leaves the others as
 * they are. Uses only those methods of {@link Random} whose algorithms its contract fixes, and arithmetic that is exact
 * by IEEE 754, so that every JDK draws the same.
 */
final class Draw {
    private static final long STUDY_SEED = 0x5452_4941_4C32_3034L;

    private final Random random;

    private Draw(long seed) {
        this.random = new Random(seed);
    }

    /** The stream of one purpose (a domain, say) and one subject or site. */
    static Draw of(String purpose, String owner) {
        return new Draw(mix(STUDY_SEED ^ ((long) purpose.hashCode() << 32) ^ owner.hashCode()));
    }

    /** The finaliser of SplitMix64: neighbouring seeds would otherwise begin alike. */
    private static long mix(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** True {@code perMille} times in a thousand. */
    boolean chance(int perMille) {
        return random.nextInt(1000) < perMille;
    }

    double normal(double mean, double deviation) {
        return mean + deviation * random.nextGaussian();
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
