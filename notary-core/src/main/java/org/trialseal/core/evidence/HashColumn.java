package org.trialseal.core.evidence;

import java.util.Arrays;
import org.trialseal.core.digest.Sha256;

/**
 * Values of 32 bytes by consecutive numbers, in blocks without an object for each. Filled by one thread at a time; a
 * value may be read by others once they were handed its number.
 */
final class HashColumn {
    static final int LENGTH = Sha256.LENGTH;

    private static final int PER_BLOCK = 1 << 12;

    private volatile byte[][] blocks = new byte[16][];

    /** Sets the value of a number that is at most one higher than all before. */
    void set(int number, byte[] value) {
        int block = number / PER_BLOCK;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * block);
        }
        if (blocks[block] == null) {
            blocks[block] = new byte[PER_BLOCK * LENGTH];
        }
        System.arraycopy(value, 0, blocks[block], offset(number), LENGTH);
    }

    /** A copy of a value. */
    byte[] get(int number) {
        int offset = offset(number);
        return Arrays.copyOfRange(blocks[number / PER_BLOCK], offset, offset + LENGTH);
    }

    /** Compares two values as unsigned bytes. */
    int compare(int number, int other) {
        int from = offset(number);
        int otherFrom = offset(other);
        return Arrays.compareUnsigned(
                blocks[number / PER_BLOCK],
                from,
                from + LENGTH,
                blocks[other / PER_BLOCK],
                otherFrom,
                otherFrom + LENGTH);
    }

    /** The numbers below {@code size}, by ascending values. */
    int[] sorted(int size) {
        long[] order = new long[size];
        for (int number = 0; number < size; number++) {
            order[number] = (long) beginning(number) << 32 | number;
        }
        Arrays.sort(order);
        int[] sorted = new int[size];
        for (int i = 0; i < size; i++) {
            int number = (int) order[i];
            int at = i;
            for (; at > 0 && compare(sorted[at - 1], number) > 0; at--) {
                sorted[at] = sorted[at - 1];
            }
            sorted[at] = number;
        }
        return sorted;
    }

    /** The first four bytes of a value, ordered as a signed number like the values themselves. */
    private int beginning(int number) {
        int at = offset(number);
        byte[] block = blocks[number / PER_BLOCK];
        return ((block[at] & 0xff) << 24
                        | (block[at + 1] & 0xff) << 16
                        | (block[at + 2] & 0xff) << 8
                        | block[at + 3] & 0xff)
                ^ Integer.MIN_VALUE;
    }

    private static int offset(int number) {
        return number % PER_BLOCK * LENGTH;
    }
}
