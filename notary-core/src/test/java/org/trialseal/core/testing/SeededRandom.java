package org.trialseal.core.testing;

import java.security.SecureRandom;
import java.util.Random;

/** Not random at all: the same seed gives the same keys, so that stretched passphrases need not be stretched again. */
public final class SeededRandom extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final Random random;

    public SeededRandom(long seed) {
        random = new Random(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        random.nextBytes(bytes);
    }
}
