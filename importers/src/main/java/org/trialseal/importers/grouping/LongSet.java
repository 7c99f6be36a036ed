package org.trialseal.importers.grouping;

import java.util.Arrays;

/**
 * A set of well-mixed 64-bit hashes by open addressing, at most three quarters full. It grows in 64 parts, one at a
 * time, so that growing needs little room beside it.
 */
final class LongSet {
    private static final int PARTS = 64;
    private static final int PART_SHIFT = 58;
    private static final int FIRST_SLOTS = 4;

    private final long[][] parts = new long[PARTS][];
    private final int[] sizes = new int[PARTS];
    private int size;
    private boolean hasZero;

    /** Adds a value; false when it was there. */
    boolean add(long value) {
        if (value == 0) {
            size += hasZero ? 0 : 1;
            boolean added = !hasZero;
            hasZero = true;
            return added;
        }
        int part = (int) (value >>> PART_SHIFT);
        long[] slots = roomIn(part);
        int slot = find(slots, value);
        if (slots[slot] == value) {
            return false;
        }
        slots[slot] = value;
        sizes[part]++;
        size++;
        return true;
    }

    /** Number of values. */
    int size() {
        return size;
    }

    /** Removes all values. */
    void clear() {
        if (size > 0) {
            Arrays.fill(parts, null);
            Arrays.fill(sizes, 0);
            size = 0;
            hasZero = false;
        }
    }

    private long[] roomIn(int part) {
        long[] slots = parts[part];
        if (slots == null) {
            slots = new long[FIRST_SLOTS];
        } else if (4L * (sizes[part] + 1) > 3L * slots.length) {
            slots = grown(slots);
        }
        parts[part] = slots;
        return slots;
    }

    private static long[] grown(long[] slots) {
        long[] larger = new long[2 * slots.length];
        for (long value : slots) {
            if (value != 0) {
                larger[find(larger, value)] = value;
            }
        }
        return larger;
    }

    private static int find(long[] slots, long value) {
        int slot = (int) value & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != value) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
