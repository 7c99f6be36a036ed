package org.trialseal.importers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.record.TableReader.Piece;

/** Reads whole files for tests. */
final class Tables {
    private static final CsvImporter IMPORTER = new CsvImporter();

    private Tables() {}

    static FilePlan plan(DataFile file) throws IOException, MalformedException {
        return IMPORTER.plan(file, Map.of(), Optional.empty(), List.of());
    }

    static FilePlan plan(DataFile file, Map<String, String> overrides) throws IOException, MalformedException {
        return IMPORTER.plan(file, overrides, Optional.empty(), List.of());
    }

    static ImportSettings settings(FilePlan plan) {
        return plan.datasets().get(0).settings();
    }

    static ImportSettings settings(CsvDialect dialect) {
        return new ImportSettings("csv", 1, dialect.toOptions(), Optional.empty(), List.of());
    }

    /** Plans a file and reads its cells. */
    static List<List<Cell>> cells(DataFile file) throws IOException, MalformedException {
        return cells(file, settings(plan(file)), CsvTableReader.PIECE);
    }

    static List<List<Cell>> cells(DataFile file, ImportSettings settings, int piece)
            throws IOException, MalformedException {
        List<List<Cell>> all = new ArrayList<>();
        for (Piece part : pieces(file, settings, piece)) {
            all.addAll(rows(part.decode()));
        }
        return all;
    }

    /** The cells as Commons CSV alone reads them. */
    static List<List<Cell>> cellsByReference(DataFile file, ImportSettings settings)
            throws IOException, MalformedException {
        List<List<Cell>> all = new ArrayList<>();
        for (Piece part : pieces(file, settings, CsvTableReader.PIECE)) {
            all.addAll(rows(((CsvPiece) part).decodeByReference()));
        }
        return all;
    }

    static List<Piece> pieces(DataFile file, ImportSettings settings, int piece)
            throws IOException, MalformedException {
        try (TableReader reader = IMPORTER.open(file, settings, piece)) {
            assertThat(reader.nextTable()).isPresent();
            List<Piece> pieces = new ArrayList<>();
            for (Optional<Piece> next = reader.nextPiece(); next.isPresent(); next = reader.nextPiece()) {
                pieces.add(next.get());
            }
            return pieces;
        }
    }

    private static List<List<Cell>> rows(RowBatch batch) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int row = 0; row < batch.rows(); row++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < batch.columns(); column++) {
                cells.add(batch.cell(row, column));
            }
            rows.add(cells);
        }
        return rows;
    }
}
