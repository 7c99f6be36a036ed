package org.trialseal.importers.odm;

import java.util.Arrays;

/** When an element around items was removed, and when something else was done with it, by ascending numbers. */
final class Marks {
    /** Most of each kind; beyond them nothing is known. */
    private static final int MOST = 1 << 20;

    /** There is none. */
    static final long NONE = -1;

    private final byte[] path;
    private long[] removed = new long[4];
    private long[] mentioned = new long[4];
    private int removals;
    private int mentions;
    private boolean full;

    Marks(byte[] path) {
        this.path = path;
    }

    /** Whether a path is that of this element or of one inside it. */
    boolean holds(byte[] other) {
        return other.length >= path.length && Arrays.equals(path, 0, path.length, other, 0, path.length);
    }

    /** Whether a path is that of this element. */
    boolean is(byte[] other) {
        return Arrays.equals(path, other);
    }

    void add(boolean removal, long number) {
        full |= (removal ? removals : mentions) == MOST;
        if (full) {
            return;
        }
        if (removal) {
            removed = removals == removed.length ? Arrays.copyOf(removed, 2 * removals) : removed;
            removed[removals++] = number;
        } else {
            mentioned = mentions == mentioned.length ? Arrays.copyOf(mentioned, 2 * mentions) : mentioned;
            mentioned[mentions++] = number;
        }
    }

    /** Whether there were more than are known. */
    boolean isFull() {
        return full;
    }

    /** The last removal before a number, or {@link #NONE}. */
    long removedBefore(long number) {
        return last(removed, removals, number);
    }

    /** The last mention before a number, or {@link #NONE}. */
    long mentionedBefore(long number) {
        return last(mentioned, mentions, number);
    }

    private static long last(long[] numbers, int count, long before) {
        int place = Arrays.binarySearch(numbers, 0, count, before);
        int found = (place < 0 ? -place - 1 : place) - 1;
        return found < 0 ? NONE : numbers[found];
    }
}
