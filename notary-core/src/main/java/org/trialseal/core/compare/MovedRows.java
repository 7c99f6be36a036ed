package org.trialseal.core.compare;

import java.io.IOException;
import java.util.Optional;
import org.trialseal.core.compare.FileMatching.LaterTable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader;

/**
 * Names the records that stand in another order. Which they are is known only when all rows have gone by, so that the later
 * copy is read once more for what names them, as far as they are listed.
 */
final class MovedRows {
    private final LaterTable later;
    private final InOrderPass.Progress progress;

    /** @param progress is called, without any more rows, while the copy is read again */
    MovedRows(LaterTable later, InOrderPass.Progress progress) {
        this.later = later;
        this.progress = progress;
    }

    /** Adds them to the differences that were found, and counts them. */
    long list(Comparing comparing) throws IOException, MalformedException {
        MovedRecords moved = comparing.moved();
        if (moved.count() > 0 && comparing.differences().wantsReordered()) {
            try (TableReader reader =
                    LaterTableReader.open(later, comparing.dataset().settings())) {
                Rows rows = new Rows(reader, comparing.mapping());
                moved.visit((number, position) -> {
                    int row = rows.find(number);
                    return comparing.differences().reordered(number, rows.batch, row, position);
                });
            }
        }
        return moved.count();
    }

    /** The rows of the copy, by ascending number. */
    private final class Rows {
        private final TableReader reader;
        private final ColumnMapping mapping;
        private RowBatch batch = new RowBatch(1);
        private long first;

        Rows(TableReader reader, ColumnMapping mapping) {
            this.reader = reader;
            this.mapping = mapping;
        }

        /** Goes on to a row; returns its place in the batch. */
        int find(long number) throws IOException, MalformedException {
            while (number - first >= batch.rows()) {
                first += batch.rows();
                Optional<TableReader.Piece> piece = reader.nextPiece();
                if (piece.isEmpty()) {
                    throw new MalformedException(
                            later.file().file().name(), "changed while it was compared; compare it again");
                }
                batch = mapping.apply(piece.get().decode());
                progress.rows(0);
            }
            return (int) (number - first);
        }
    }
}
