package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Counts the records that stand in another order: the fewest that would have to be moved, which is the number of matched
 * records minus the length of the longest ascending sequence of their sealed positions. Records that were put in or
 * taken out move nothing. Patience sorting whose row of smallest ends is a set of bits: one bit a record.
 */
final class MovedRecords {
    private static final long SPARSE = 512;
    private static final int ROWS = 1 << 15;
    private static final long UNMATCHED = -1;

    private final Ends ends;
    private final long bound;
    private long matched;

    private MovedRecords(long bound, Ends ends) {
        this.bound = bound;
        this.ends = ends;
    }

    /** The smallest ends of ascending sequences of each length. */
    private interface Ends {
        boolean contains(long position);

        /** Adds one and takes out the next above it. */
        void put(long position);

        long size();
    }

    private static Ends dense(long bound) {
        OrderedSet set = new OrderedSet(bound);
        return new Ends() {
            @Override
            public boolean contains(long position) {
                return set.contains(position);
            }

            @Override
            public void put(long position) {
                set.add(position);
                long above = set.above(position);
                if (above >= 0) {
                    set.remove(above);
                }
            }

            @Override
            public long size() {
                return set.size();
            }
        };
    }

    private static Ends sparse() {
        TreeSet<Long> set = new TreeSet<>();
        return new Ends() {
            @Override
            public boolean contains(long position) {
                return set.contains(position);
            }

            @Override
            public void put(long position) {
                set.add(position);
                Long above = set.higher(position);
                if (above != null) {
                    set.remove(above);
                }
            }

            @Override
            public long size() {
                return set.size();
            }
        };
    }

    /**
     * Counts.
     *
     * @param bound number of sealed records, hidden ones included; a package may say what it likes
     * @param atHand number of those that can have been matched
     * @param streams matched rows, each stream by ascending row
     */
    static long count(long bound, long atHand, List<MatchedRuns> streams) throws IOException {
        Ends ends = bound / SPARSE > atHand ? sparse() : dense(bound);
        MovedRecords moved = new MovedRecords(bound, ends);
        List<MatchedRuns.Reading> readings = new ArrayList<>();
        try {
            for (MatchedRuns stream : streams) {
                if (!stream.isEmpty()) {
                    readings.add(stream.read());
                }
            }
            moved.addAll(readings);
        } finally {
            for (MatchedRuns.Reading reading : readings) {
                reading.close();
            }
        }
        return moved.matched - moved.ends.size();
    }

    /** Brings the streams together, some thousand rows at a time. */
    private void addAll(List<MatchedRuns.Reading> readings) throws IOException {
        long[] positions = new long[ROWS];
        for (long first = next(readings); first < Long.MAX_VALUE; first = next(readings)) {
            Arrays.fill(positions, UNMATCHED);
            for (MatchedRuns.Reading reading : readings) {
                reading.take(first, positions);
            }
            for (long position : positions) {
                add(position);
            }
        }
    }

    private static long next(List<MatchedRuns.Reading> readings) {
        long next = Long.MAX_VALUE;
        for (MatchedRuns.Reading reading : readings) {
            next = Math.min(next, reading.row());
        }
        return next;
    }

    private void add(long position) {
        if (position < 0 || position >= bound) {
            return;
        }
        matched++;
        if (ends.contains(position)) {
            return;
        }
        ends.put(position);
    }
}
