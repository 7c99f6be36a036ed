package org.trialseal.core.evidence;

import java.util.Arrays;

/**
 * Numbers 16-byte handles in the order of their first appearance. Open addressing over the numbers alone, the handles lie
 * in blocks: about 24 bytes an entry, and growing needs little room beside it.
 */
final class HandleTable {
    /** Most entries. */
    static final int MAX_SIZE = 50_000_000;

    private static final int PER_BLOCK = 1 << 12;

    private int[] slots = new int[16];
    private long[][] blocks = new long[16][];
    private int size;

    HandleTable() {
        Arrays.fill(slots, -1);
    }

    int size() {
        return size;
    }

    /** The first 8 bytes of the handle with this number. */
    long high(int number) {
        return blocks[number / PER_BLOCK][2 * (number % PER_BLOCK)];
    }

    /** The last 8 bytes of the handle with this number. */
    long low(int number) {
        return blocks[number / PER_BLOCK][2 * (number % PER_BLOCK) + 1];
    }

    /** The number of a handle, or -1. */
    int find(long high, long low) {
        return slots[slot(high, low)];
    }

    /** The number of a handle, which gets the next one when it is new. */
    int findOrAdd(long high, long low) {
        int slot = slot(high, low);
        if (slots[slot] >= 0) {
            return slots[slot];
        }
        if (size == MAX_SIZE) {
            throw new IllegalStateException("a study has at most " + MAX_SIZE + " subjects");
        }
        int number = size++;
        keep(number, high, low);
        slots[slot] = number;
        if (size * 5L > slots.length * 3L) {
            grow();
        }
        return number;
    }

    private void keep(int number, long high, long low) {
        int block = number / PER_BLOCK;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * block);
        }
        if (blocks[block] == null) {
            blocks[block] = new long[2 * PER_BLOCK];
        }
        blocks[block][2 * (number % PER_BLOCK)] = high;
        blocks[block][2 * (number % PER_BLOCK) + 1] = low;
    }

    private int slot(long high, long low) {
        int mask = slots.length - 1;
        int slot = (int) low & mask;
        while (slots[slot] >= 0 && (low(slots[slot]) != low || high(slots[slot]) != high)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        Arrays.fill(slots, -1);
        for (int number = 0; number < size; number++) {
            slots[slot(high(number), low(number))] = number;
        }
    }
}
