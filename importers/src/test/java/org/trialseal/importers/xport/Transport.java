package org.trialseal.importers.xport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.record.TableReader.Piece;

/** Reads whole transport files for tests. */
final class Transport {
    private static final XportImporter IMPORTER = new XportImporter();

    private Transport() {}

    /** A dataset with all its rows. */
    record Dataset(String name, Schema schema, List<List<Cell>> rows) {}

    static FilePlan plan(DataFile file) throws IOException, MalformedException {
        return IMPORTER.plan(file, Map.of(), Optional.empty(), List.of());
    }

    static List<Dataset> read(DataFile file) throws IOException, MalformedException {
        return read(file, Map.of(), XportTableReader.PIECE);
    }

    static List<Dataset> read(DataFile file, Map<String, String> options, int piece)
            throws IOException, MalformedException {
        CharacterEncoding encoding = CharacterEncoding.ofOptions(file.name(), options);
        List<Dataset> datasets = new ArrayList<>();
        try (TableReader reader = XportImporter.reader(file, encoding, piece)) {
            for (var table = reader.nextTable(); table.isPresent(); table = reader.nextTable()) {
                datasets.add(new Dataset(table.get().name(), table.get().schema(), rows(reader)));
            }
        }
        return datasets;
    }

    private static List<List<Cell>> rows(TableReader reader) throws IOException, MalformedException {
        List<List<Cell>> rows = new ArrayList<>();
        for (Optional<Piece> next = reader.nextPiece(); next.isPresent(); next = reader.nextPiece()) {
            RowBatch batch = next.get().decode();
            for (int row = 0; row < batch.rows(); row++) {
                List<Cell> cells = new ArrayList<>();
                for (int column = 0; column < batch.columns(); column++) {
                    cells.add(batch.cell(row, column));
                }
                rows.add(cells);
            }
        }
        return rows;
    }
}
