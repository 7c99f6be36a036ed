package org.trialseal.core.prove;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.trialseal.core.record.RowBatch;

/**
 * Remembers of the rows that a proof shows how long the values of each column are, and the first rows in the order in
 * which a package has them.
 */
final class ShownRows implements RowSink {
    private final int most;
    private final long[] lengths;
    private final PriorityQueue<First> first =
            new PriorityQueue<>(Comparator.<First>naturalOrder().reversed());

    /** @param most how many rows are kept */
    ShownRows(int columns, int most) {
        this.lengths = new long[columns];
        this.most = most;
    }

    /**
     * One of the first rows.
     *
     * @param values the row as a batch of its own
     */
    record First(long group, long index, long position, RowBatch values) implements Comparable<First> {
        private static final Comparator<First> ORDER =
                Comparator.comparingLong(First::group).thenComparingLong(First::index);

        @Override
        public int compareTo(First other) {
            return ORDER.compare(this, other);
        }
    }

    @Override
    public void add(long group, long index, long position, RowBatch batch, int row) {
        for (int column = 0; column < lengths.length; column++) {
            lengths[column] += batch.length(row, column);
        }
        if (first.size() < most || isBefore(group, index)) {
            first.add(new First(group, index, position, batch.row(row)));
        }
        if (first.size() > most) {
            first.remove();
        }
    }

    private boolean isBefore(long group, long index) {
        First last = first.peek();
        return last != null && (group < last.group() || group == last.group() && index < last.index());
    }

    /** Length of all values of a column, counted from 0, in bytes. */
    long length(int column) {
        return lengths[column];
    }

    /** The first rows in the order of a package. */
    List<First> first() {
        List<First> rows = new ArrayList<>(first);
        rows.sort(Comparator.naturalOrder());
        return rows;
    }
}
