package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.RecordColumns;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader;

/**
 * Adds what sealed records said to differences, from data that are said to be those that were sealed. A row is shown as
 * old only when its leaf hash is the sealed one.
 */
final class OldValues {
    private final SealedDataset dataset;
    private final List<String> keyColumns;
    private final RecordMatch match;
    private final Map<Long, Integer> wanted = new HashMap<>();
    private final List<FoundDifference> differences;
    private final Optional<PendingDifferences> pending;
    private long records;

    /** @param pending all differences, where the result does not have them */
    OldValues(SealedDataset dataset, DatasetComparison.Result result, Optional<PendingDifferences> pending)
            throws MalformedException {
        this.dataset = dataset;
        this.pending = pending;
        this.keyColumns = result.keyColumns();
        this.match = new RecordMatch(
                dataset,
                ColumnMapping.of(dataset.schema(), dataset.schema()),
                RecordColumns.keys(dataset.schema(), dataset.settings()));
        this.differences = new ArrayList<>(result.differences());
        for (int i = 0; i < differences.size(); i++) {
            FoundDifference found = differences.get(i);
            if (found.group() != null && found.position() >= 0) {
                wanted.put(found.position(), i);
            }
        }
    }

    /** Whether there is nothing more to look for. */
    boolean isComplete() throws IOException {
        return wanted.isEmpty() && (pending.isEmpty() || !pending.get().isWaiting());
    }

    /** Looks through the reader's current table. */
    void read(TableReader sealed) throws IOException, MalformedException {
        long position = 0;
        Optional<TableReader.Piece> piece = sealed.nextPiece();
        while (piece.isPresent() && !isComplete()) {
            RowBatch batch = piece.get().decode();
            for (int row = 0; row < batch.rows(); row++) {
                take(position++, batch, row);
            }
            piece = sealed.nextPiece();
        }
    }

    /** Looks at one row, which stood at {@code position} of the sealed file; all rows come, in a steady order. */
    void take(long position, RowBatch batch, int row) throws IOException, MalformedException {
        long place = records++;
        if (pending.isPresent()) {
            pending.get().take(place, found -> with(found, position, batch, row));
            return;
        }
        Integer number = wanted.get(position);
        if (number != null) {
            FoundDifference found = differences.get(number);
            FoundDifference known = with(found, position, batch, row);
            if (!known.equals(found)) {
                differences.set(number, known);
                wanted.remove(position);
            }
        }
    }

    /** The difference with the row's values, or the same when the row is not its sealed record. */
    private FoundDifference with(FoundDifference found, long position, RowBatch batch, int row)
            throws IOException, MalformedException {
        OpenGroup group = Objects.requireNonNull(found.group());
        boolean sealed =
                batch.columns() == dataset.schema().size() && match.isAt(group, found.index(), position, batch, row);
        return sealed ? found.withBefore(column -> batch.cell(row, column), dataset.schema(), keyColumns) : found;
    }

    /** The differences with what was found so far. */
    List<FoundDifference> differences() {
        return differences;
    }
}
