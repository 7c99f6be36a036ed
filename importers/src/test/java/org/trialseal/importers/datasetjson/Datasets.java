package org.trialseal.importers.datasetjson;

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
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader.Piece;
import org.trialseal.importers.testing.MemoryFile;

/** Reads whole files for tests, and writes small ones. */
final class Datasets {
    static final String COLUMNS = """
            "columns":[{"itemOID":"A","name":"USUBJID","label":"Subject","dataType":"string","keySequence":1},\
            {"itemOID":"B","name":"X","label":"Value","dataType":"float"}]""";

    private Datasets() {}

    static FilePlan plan(DataFile file) throws IOException, MalformedException {
        return new DatasetJsonImporter().plan(file, Map.of(), Optional.empty(), List.of());
    }

    static List<List<Cell>> rows(DataFile file, int piece) throws IOException, MalformedException {
        List<List<Cell>> rows = new ArrayList<>();
        try (DatasetJsonReader reader = DatasetJsonImporter.reader(file, piece)) {
            assertThat(reader.nextTable()).isPresent();
            for (Optional<Piece> next = reader.nextPiece(); next.isPresent(); next = reader.nextPiece()) {
                add(rows, next.get().decode());
            }
        }
        return rows;
    }

    private static void add(List<List<Cell>> rows, RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < batch.columns(); column++) {
                cells.add(batch.cell(row, column));
            }
            rows.add(cells);
        }
    }

    /** Attributes of a dataset with the columns USUBJID and X, without braces. */
    static String attributes(int records) {
        return "\"datasetJSONCreationDateTime\":\"2024-11-11T15:09:14\",\"datasetJSONVersion\":\"1.1.0\","
                + "\"itemGroupOID\":\"IG\",\"records\":" + records + ",\"name\":\"D\",\"label\":\"L\"," + COLUMNS;
    }

    static MemoryFile json(int records, String rows) {
        return MemoryFile.of("d.json", "{" + attributes(records) + ",\"rows\":[" + rows + "]}");
    }

    static MemoryFile lines(int records, String rows) {
        return MemoryFile.of("d.ndjson", "{" + attributes(records) + "}\n" + rows);
    }
}
