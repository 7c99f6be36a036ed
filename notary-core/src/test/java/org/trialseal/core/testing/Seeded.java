package org.trialseal.core.testing;

import java.util.Random;

/** Random numbers that can be had again: the seed is printed, and {@code -Dtrialseal.seed} sets another. */
public final class Seeded {
    /** System property that sets the seed. */
    public static final String PROPERTY = "trialseal.seed";

    private static final long DEFAULT = 20260314;

    private Seeded() {}

    /** A generator for {@code test}, whose seed is printed with it. */
    public static Random random(String test) {
        return new Random(seed(test));
    }

    /** The seed for {@code test}, printed with it. */
    public static long seed(String test) {
        long seed = Long.getLong(PROPERTY, DEFAULT);
        System.out.println(test + ": seed " + seed);
        return seed;
    }
}
