package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.RecordColumns;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader;

/**
 * Adds what sealed records said to differences, from the data that were sealed. A row is shown as old only when its leaf
 * hash is the sealed one.
 */
final class OldValues {
    private final SealedDataset dataset;
    private final List<String> keyColumns;
    private final RecordMatch match;
    private final Map<Long, Integer> wanted = new HashMap<>();
    private final List<FoundDifference> differences;

    private OldValues(SealedDataset dataset, List<String> keyColumns, List<FoundDifference> differences)
            throws MalformedException {
        this.dataset = dataset;
        this.keyColumns = keyColumns;
        this.match = new RecordMatch(
                dataset,
                ColumnMapping.of(dataset.schema(), dataset.schema()),
                RecordColumns.keys(dataset.schema(), dataset.settings()));
        this.differences = new ArrayList<>(differences);
        for (int i = 0; i < differences.size(); i++) {
            if (differences.get(i).group() != null && differences.get(i).position() >= 0) {
                wanted.put(differences.get(i).position(), i);
            }
        }
    }

    /** Whether any of these differences is of a sealed record whose place is known. */
    static boolean areWanted(List<FoundDifference> differences) {
        return differences.stream().anyMatch(found -> found.group() != null && found.position() >= 0);
    }

    /** The differences with old values, as far as the reader's current table has them. */
    static List<FoundDifference> add(
            SealedDataset dataset, List<String> keyColumns, List<FoundDifference> differences, TableReader sealed)
            throws IOException, MalformedException {
        OldValues values = new OldValues(dataset, keyColumns, differences);
        long position = 0;
        Optional<TableReader.Piece> piece = sealed.nextPiece();
        while (piece.isPresent() && !values.wanted.isEmpty()) {
            RowBatch batch = piece.get().decode();
            for (int row = 0; row < batch.rows(); row++) {
                values.take(position++, batch, row);
            }
            piece = sealed.nextPiece();
        }
        return values.differences;
    }

    private void take(long position, RowBatch batch, int row) throws IOException, MalformedException {
        Integer place = wanted.get(position);
        if (place == null || batch.columns() != dataset.schema().size()) {
            return;
        }
        FoundDifference found = differences.get(place);
        OpenGroup group = java.util.Objects.requireNonNull(found.group());
        if (match.isAt(group, found.index(), position, batch, row)) {
            differences.set(place, found.withBefore(column -> batch.cell(row, column), dataset.schema(), keyColumns));
            wanted.remove(position);
        }
    }
}
