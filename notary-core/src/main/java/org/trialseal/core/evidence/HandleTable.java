package org.trialseal.core.evidence;

import java.util.Arrays;

/**
 * Numbers 16-byte handles in the order of their first appearance. Open addressing over flat arrays: about 40 bytes an
 * entry.
 */
final class HandleTable {
    /** Most entries. */
    static final int MAX_SIZE = 50_000_000;

    private long[] highs = new long[16];
    private long[] lows = new long[16];
    private int[] numbers = new int[16];
    private int size;

    HandleTable() {
        Arrays.fill(numbers, -1);
    }

    int size() {
        return size;
    }

    /** The number of a handle, or -1. */
    int find(long high, long low) {
        return numbers[slot(high, low)];
    }

    /** The number of a handle, which gets the next one when it is new. */
    int findOrAdd(long high, long low) {
        int slot = slot(high, low);
        if (numbers[slot] < 0) {
            if (size == MAX_SIZE) {
                throw new IllegalStateException("a study has at most " + MAX_SIZE + " subjects");
            }
            highs[slot] = high;
            lows[slot] = low;
            numbers[slot] = size++;
            if (size * 5L > numbers.length * 3L) {
                grow();
                return size - 1;
            }
        }
        return numbers[slot];
    }

    private int slot(long high, long low) {
        int mask = numbers.length - 1;
        int slot = (int) low & mask;
        while (numbers[slot] >= 0 && (highs[slot] != high || lows[slot] != low)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHighs = highs;
        long[] oldLows = lows;
        int[] oldNumbers = numbers;
        highs = new long[2 * oldHighs.length];
        lows = new long[2 * oldLows.length];
        numbers = new int[2 * oldNumbers.length];
        Arrays.fill(numbers, -1);
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] >= 0) {
                int slot = slot(oldHighs[i], oldLows[i]);
                highs[slot] = oldHighs[i];
                lows[slot] = oldLows[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
