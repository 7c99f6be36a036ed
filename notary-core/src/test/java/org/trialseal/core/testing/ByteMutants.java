package org.trialseal.core.testing;

import static org.trialseal.core.testing.SpecHash.cat;

import java.util.Arrays;
import java.util.Random;

/** Accidents and malice to bytes: flips, cuts, insertions, ranges copied from elsewhere, numbers at their ends. */
public final class ByteMutants {
    private static final byte[][] ENDS = {
        {0, 0, 0, 0},
        {-1, -1, -1, -1},
        {0x7f, -1, -1, -1},
        {-128, 0, 0, 0},
        {-1},
        {0, 1},
        {-1, -1, -1, 0x7f},
        {0x7d, 0x7d}
    };

    private ByteMutants() {}

    /** One to three changes to {@code bytes}; some take a range from {@code other}. */
    public static byte[] mutate(byte[] bytes, byte[] other, Random random) {
        byte[] mutant = bytes;
        int changes = 1 + Math.max(0, random.nextInt(6) - 3);
        for (int change = 0; change < changes; change++) {
            mutant = once(mutant, other, random);
        }
        return mutant;
    }

    private static byte[] once(byte[] bytes, byte[] other, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
        byte[] before = Arrays.copyOf(bytes, at);
        byte[] after = Arrays.copyOfRange(bytes, to, bytes.length);
        byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
        switch (random.nextInt(9)) {
            case 0:
                return before;
            case 1:
                return cat(before, after);
            case 2:
                return cat(before, new byte[1 + random.nextInt(8)], rest);
            case 3:
                return cat(before, range(other, random), rest);
            case 4:
                return cat(before, range(other, random), after);
            case 5:
                return cat(bytes, range(other, random));
            case 6:
                return overwritten(bytes, at, ENDS[random.nextInt(ENDS.length)]);
            case 7:
                return overwritten(bytes, at, range(other, random));
            default:
                return flipped(bytes, random);
        }
    }

    private static byte[] range(byte[] from, Random random) {
        int at = random.nextInt(from.length + 1);
        return Arrays.copyOfRange(from, at, Math.min(from.length, at + 1 + random.nextInt(100)));
    }

    private static byte[] overwritten(byte[] bytes, int at, byte[] by) {
        byte[] overwritten = bytes.clone();
        System.arraycopy(by, 0, overwritten, at, Math.min(by.length, bytes.length - at));
        return overwritten;
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        if (bytes.length > 0) {
            flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }
}
