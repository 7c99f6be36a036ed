package org.trialseal.core.compare;

import java.util.Arrays;

/**
 * Sealed records that no row was found for, by group and key fingerprint; those of one name in the order in which they
 * were added. About 40 bytes a record.
 */
final class UnfoundIndex {
    static final int NONE = -1;

    private int[] cursors = new int[1024];
    private int[] indices = new int[1024];
    private long[] fingerprints = new long[1024];
    private int[] following = new int[1024];
    private int[] heads = new int[0];
    private int size;

    /** Takes all records out. */
    void clear() {
        size = 0;
    }

    /** Adds a record; none may be added after {@link #build}. */
    void add(int cursor, int index, long fingerprint) {
        if (size == cursors.length) {
            cursors = Arrays.copyOf(cursors, 2 * size);
            indices = Arrays.copyOf(indices, 2 * size);
            fingerprints = Arrays.copyOf(fingerprints, 2 * size);
            following = Arrays.copyOf(following, 2 * size);
        }
        cursors[size] = cursor;
        indices[size] = index;
        fingerprints[size] = fingerprint;
        size++;
    }

    /** Makes what was added findable. */
    void build() {
        int slots = Integer.highestOneBit(Math.max(2, size)) * 2;
        if (heads.length != slots) {
            heads = new int[slots];
        }
        Arrays.fill(heads, NONE);
        for (int entry = size - 1; entry >= 0; entry--) {
            int slot = slot(cursors[entry], fingerprints[entry]);
            following[entry] = heads[slot];
            heads[slot] = entry;
        }
    }

    private int slot(int cursor, long fingerprint) {
        return (int) (LeftoverRows.mix(cursor, fingerprint) >>> 20) & heads.length - 1;
    }

    /** The first record of this name, or {@link #NONE}. */
    int first(int cursor, long fingerprint) {
        return match(heads[slot(cursor, fingerprint)], cursor, fingerprint);
    }

    /** The next record of the same name, or {@link #NONE}. */
    int next(int entry) {
        return match(following[entry], cursors[entry], fingerprints[entry]);
    }

    private int match(int from, int cursor, long fingerprint) {
        int entry = from;
        while (entry != NONE && (cursors[entry] != cursor || fingerprints[entry] != fingerprint)) {
            entry = following[entry];
        }
        return entry;
    }

    /** The record's index in its group. */
    int index(int entry) {
        return indices[entry];
    }

    /** Takes a record out; what follows it can still be asked for. */
    void remove(int entry) {
        int slot = slot(cursors[entry], fingerprints[entry]);
        if (heads[slot] == entry) {
            heads[slot] = following[entry];
            return;
        }
        int before = heads[slot];
        while (following[before] != entry) {
            before = following[before];
        }
        following[before] = following[entry];
    }
}
