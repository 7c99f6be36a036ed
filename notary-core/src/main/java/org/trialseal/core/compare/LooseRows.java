package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.record.RowBatch;

/**
 * Rows for which no record has the same group and key. A few are kept for the last pairing; as soon as there are more,
 * all are said to be added.
 */
final class LooseRows {
    private static final int MOST_BYTES = 32 << 20;

    private final Comparing comparing;
    private final List<LooseRow> kept = new ArrayList<>();
    private RowBatch batch;
    private long bytes;
    private boolean overflown;

    /** A row: its number in the later copy, its group when it has one, and its place in {@link #batch}. */
    record LooseRow(long number, @Nullable GroupCursor cursor, int row) {}

    LooseRows(Comparing comparing) {
        this.comparing = comparing;
        this.batch = new RowBatch(comparing.dataset().schema().size());
    }

    /** May be called by several threads. */
    synchronized void add(long number, @Nullable GroupCursor cursor, RowBatch source, int row) throws IOException {
        if (overflown || kept.size() == comparing.limits().loose() || bytes > MOST_BYTES) {
            overflow();
            comparing.added(number, source, row);
            return;
        }
        kept.add(new LooseRow(number, cursor, kept.size()));
        for (int column = 0; column < source.columns(); column++) {
            int length = source.length(row, column);
            batch.add(source.type(row, column), source.buffer(), source.offset(row, column), length);
            bytes += length;
        }
    }

    private void overflow() throws IOException {
        if (!overflown) {
            overflown = true;
            addAll(kept);
            kept.clear();
            batch = new RowBatch(batch.columns());
        }
    }

    /** Says of these rows that they were added. */
    void addAll(List<LooseRow> rows) throws IOException {
        for (LooseRow row : rows) {
            comparing.added(row.number(), batch, row.row());
        }
    }

    List<LooseRow> kept() {
        return kept;
    }

    RowBatch batch() {
        return batch;
    }
}
