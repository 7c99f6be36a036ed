package org.trialseal.core.compare;

import org.jspecify.annotations.Nullable;

/** What one thread reuses from piece to piece: for each row its group, the first attempt at it, and its outcome. */
final class RowAttempts {
    private static final long NONE = -1;

    private final RecordMatch match;
    private @Nullable GroupCursor[] cursors = new GroupCursor[0];
    private long[] arrivals = new long[0];
    private long[] guesses = new long[0];
    private long[] fingerprints = new long[0];
    private boolean[] hits = new boolean[0];
    private long first;
    private long drift;
    private boolean tried;

    RowAttempts(RecordMatch match) {
        this.match = match;
    }

    RecordMatch match() {
        return match;
    }

    /** Makes room. */
    void prepare(int rows) {
        if (cursors.length < rows) {
            cursors = new GroupCursor[rows];
            arrivals = new long[rows];
            guesses = new long[rows];
            fingerprints = new long[rows];
            hits = new boolean[rows];
        }
    }

    /** Number of the first row, and how far sealed positions probably are from rows. */
    void startAt(long row, long positionDrift) {
        first = row;
        drift = positionDrift;
    }

    /** Says whether to look for the rows at all; else they are put aside under their fingerprints. */
    void tryIf(boolean worthwhile) {
        tried = worthwhile;
    }

    boolean isTried() {
        return tried;
    }

    long number(int row) {
        return first + row;
    }

    /** The position that row probably had. */
    long position(int row) {
        return first + row + drift;
    }

    void assign(int row, @Nullable GroupCursor cursor) {
        cursors[row] = cursor;
        hits[row] = false;
        guesses[row] = NONE;
        if (cursor != null) {
            arrivals[row] = cursor.arrive();
            guesses[row] = cursor.isOpen() ? cursor.guess(arrivals[row]) : NONE;
        }
    }

    @Nullable
    GroupCursor cursor(int row) {
        return cursors[row];
    }

    long arrival(int row) {
        return arrivals[row];
    }

    /** The index at which the row probably is; -1 when no attempt is worth it. */
    long guess(int row) {
        return guesses[row];
    }

    void hit(int row) {
        hits[row] = true;
    }

    boolean isHit(int row) {
        return hits[row];
    }

    void miss(int row, long fingerprint) {
        fingerprints[row] = fingerprint;
    }

    long fingerprint(int row) {
        return fingerprints[row];
    }
}
