package org.trialseal.core.compare;

/**
 * How far the comparison has come in each group, by the number of its {@link GroupCursor}: five bytes a group that was
 * met, and sixteen more for one of more than 255 records. Rows are counted by the thread that assigns them, all else is noted by
 * the one that settles them; the former reads it as a hint.
 */
final class CursorStates {
    /** The most misses in a row that are told apart; beyond them, they count on from half as many. */
    static final int MOST_MISSES = 1 << 13;

    private static final int PER_BLOCK = 1 << 12;
    private static final int SMALL = 255;
    private static final int MISSES_AT = 8;
    private static final int DRIFT_AT = MISSES_AT + 13;
    private static final int MOST_DRIFT = (1 << Integer.SIZE - DRIFT_AT - 1) - 1;

    private static final int WIDE_NUMBERS = 4;
    private static final int SEEN = 3;

    private final byte[][] seen;
    private final int[][] small;
    private final int[][] wide;

    /** @param groups how many there may be */
    CursorStates(long groups) {
        int blocks = Math.toIntExact(groups / PER_BLOCK + 1);
        seen = new byte[blocks][];
        small = new int[blocks][];
        wide = new int[blocks][];
    }

    /** Whether a group of this many records takes more room. */
    static boolean isWide(long count) {
        return count > SMALL;
    }

    /**
     * Counts a row; returns how many came before it, modulo 256 unless it is wide. Must be called before anything is noted.
     */
    int arrive(int number, boolean isWide) {
        int block = number / PER_BLOCK;
        if (seen[block] == null) {
            seen[block] = new byte[PER_BLOCK];
            small[block] = new int[PER_BLOCK];
        }
        if (isWide && wide[block] == null) {
            wide[block] = new int[WIDE_NUMBERS * PER_BLOCK];
        }
        return isWide
                ? wide[block][WIDE_NUMBERS * (number % PER_BLOCK) + SEEN]++
                : seen[block][number % PER_BLOCK]++ & SMALL;
    }

    /** Number of rows of a wide group. */
    int seen(int number) {
        return wide(number, SEEN);
    }

    /** The record that is expected next. */
    int next(int number, boolean isWide) {
        return isWide ? wide(number, 0) : small(number) & SMALL;
    }

    /** Rows in a row that were not found where they were expected. */
    int misses(int number, boolean isWide) {
        return isWide ? wide(number, 1) : small(number) >>> MISSES_AT & MOST_MISSES - 1;
    }

    /** How far records are from where as many rows have come. */
    int drift(int number, boolean isWide) {
        return isWide ? wide(number, 2) : small(number) >> DRIFT_AT;
    }

    /** Notes all three; a drift that has no room is noted as the largest that has. */
    void note(int number, boolean isWide, int next, int misses, long drift) {
        int kept = misses < MOST_MISSES ? misses : MOST_MISSES / 2;
        int block = number / PER_BLOCK;
        if (isWide) {
            int at = WIDE_NUMBERS * (number % PER_BLOCK);
            wide[block][at] = next;
            wide[block][at + 1] = kept;
            wide[block][at + 2] = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, drift));
        } else {
            int most = (int) Math.max(-MOST_DRIFT, Math.min(MOST_DRIFT, drift));
            small[block][number % PER_BLOCK] = next | kept << MISSES_AT | most << DRIFT_AT;
        }
    }

    private int small(int number) {
        return small[number / PER_BLOCK][number % PER_BLOCK];
    }

    private int wide(int number, int which) {
        return wide[number / PER_BLOCK][WIDE_NUMBERS * (number % PER_BLOCK) + which];
    }
}
