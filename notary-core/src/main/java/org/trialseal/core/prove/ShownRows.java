package org.trialseal.core.prove;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.trialseal.core.record.RowBatch;

/** Remembers of the rows that a proof shows how long the values of each column are, and the first rows as a package has them. */
final class ShownRows implements RowSink {
    private static final Comparator<RowSort.Row> LAST_FIRST =
            Comparator.<RowSort.Row>naturalOrder().reversed();

    private final int most;
    private final long[] lengths;
    private final PriorityQueue<RowSort.Row> first = new PriorityQueue<>(LAST_FIRST);

    /** @param most how many rows are kept */
    ShownRows(int columns, int most) {
        this.lengths = new long[columns];
        this.most = most;
    }

    @Override
    public void add(long group, long index, long position, RowBatch batch, int row) {
        for (int column = 0; column < lengths.length; column++) {
            lengths[column] += batch.length(row, column);
        }
        if (first.size() < most || isBefore(group, index)) {
            first.add(new RowSort.Row(group, index, position, RowSort.single(batch, row)));
        }
        if (first.size() > most) {
            first.remove();
        }
    }

    private boolean isBefore(long group, long index) {
        RowSort.Row last = first.peek();
        return last != null && (group < last.group() || group == last.group() && index < last.index());
    }

    /** Length of all values of a column, counted from 0, in bytes. */
    long length(int column) {
        return lengths[column];
    }

    /** The first rows in the order of a package. */
    List<RowSort.Row> first() {
        List<RowSort.Row> rows = new ArrayList<>(first);
        rows.sort(Comparator.naturalOrder());
        return rows;
    }
}
