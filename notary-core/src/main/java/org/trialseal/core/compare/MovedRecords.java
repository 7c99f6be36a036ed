package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Counts the records that stand in another order: the fewest that would have to be moved, which is the number of matched
 * records minus the length of the longest ascending sequence of their sealed positions. Records that were put in or
 * taken out move nothing. Patience sorting whose row of smallest ends is a set of bits: one bit a record.
 */
final class MovedRecords {
    private final OrderedSet ends;
    private final long bound;
    private long matched;

    private MovedRecords(long bound) {
        this.ends = new OrderedSet(bound);
        this.bound = bound;
    }

    /**
     * Counts.
     *
     * @param bound number of sealed records, hidden ones included
     * @param streams matched rows, each stream by ascending row
     */
    static long count(long bound, List<MatchedRuns> streams) throws IOException {
        MovedRecords moved = new MovedRecords(bound);
        List<MatchedRuns.Reading> readings = new ArrayList<>();
        try {
            PriorityQueue<MatchedRuns.Reading> queue =
                    new PriorityQueue<>(Comparator.comparingLong(MatchedRuns.Reading::row));
            for (MatchedRuns stream : streams) {
                if (!stream.isEmpty()) {
                    MatchedRuns.Reading reading = stream.read();
                    readings.add(reading);
                    reading.next();
                    queue.add(reading);
                }
            }
            moved.addAll(queue);
        } finally {
            for (MatchedRuns.Reading reading : readings) {
                reading.close();
            }
        }
        return moved.matched - moved.ends.size();
    }

    private void addAll(PriorityQueue<MatchedRuns.Reading> queue) throws IOException {
        for (MatchedRuns.Reading first = queue.poll(); first != null; first = queue.poll()) {
            for (long i = 0; i < first.length(); i++) {
                add(first.position() + i);
            }
            if (first.next()) {
                queue.add(first);
            }
        }
    }

    private void add(long position) {
        if (position < 0 || position >= bound) {
            return;
        }
        matched++;
        if (ends.contains(position)) {
            return;
        }
        ends.add(position);
        long next = ends.above(position);
        if (next >= 0) {
            ends.remove(next);
        }
    }
}
