package org.trialseal.importers.odm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;
import org.trialseal.importers.testing.MemoryFile;

/** Writes small ODM files and reads whole ones for tests. */
final class Odm {
    private static final OdmImporter IMPORTER = new OdmImporter();

    private Odm() {}

    /** A file of ODM 1.3 around some clinical data. */
    static MemoryFile file(String inside) {
        return MemoryFile.of("study.xml", text("1.3", "<ClinicalData StudyOID=\"S\">" + inside + "</ClinicalData>"));
    }

    /** A whole document. */
    static String text(String version, String inside) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ODM xmlns=\"http://www.cdisc.org/ns/odm/v" + version
                + "\" xmlns:v=\"http://vendor.example/\" FileType=\"Snapshot\">" + inside + "</ODM>\n";
    }

    /** One item group of one subject, in ODM 1.3. */
    static MemoryFile items(String items) {
        return file("<SubjectData SubjectKey=\"1\"><StudyEventData StudyEventOID=\"E\"><FormData FormOID=\"F\">"
                + "<ItemGroupData ItemGroupOID=\"G\">" + items
                + "</ItemGroupData></FormData></StudyEventData></SubjectData>");
    }

    /** A file of transactions: {@code inside} is what its clinical data hold. */
    static MemoryFile transactions(String inside) {
        String text = text("1.3", "<ClinicalData StudyOID=\"S\">" + inside + "</ClinicalData>");
        return MemoryFile.of("trail.xml", text.replace("\"Snapshot\"", "\"Transactional\""));
    }

    /** One column of a table: {@code =value}, or {@code (code)} where it is missing. */
    static List<String> column(DataFile file, String table, String column) throws IOException, MalformedException {
        List<String> cells = new ArrayList<>();
        try (TableReader reader =
                IMPORTER.open(file, plan(file).datasets().get(0).settings())) {
            for (var next = reader.nextTable(); next.isPresent(); next = reader.nextTable()) {
                if (next.get().name().equals(table)) {
                    int place = next.get().schema().indexOf(column).orElseThrow();
                    for (var piece = reader.nextPiece(); piece.isPresent(); piece = reader.nextPiece()) {
                        RowBatch batch = piece.get().decode();
                        for (int row = 0; row < batch.rows(); row++) {
                            Cell cell = batch.cell(row, place);
                            boolean missing = cell.type() == CellType.MISSING;
                            cells.add(missing ? "(" + cell.display() + ")" : "=" + cell.display());
                        }
                    }
                }
            }
        }
        return cells;
    }

    static FilePlan plan(DataFile file) throws IOException, MalformedException {
        return IMPORTER.plan(file, Map.of(), Optional.empty(), List.of());
    }

    /** A table's records as columns with values; what is missing is left out. */
    static List<Map<String, String>> rows(DataFile file, String table) throws IOException, MalformedException {
        return tables(file).getOrDefault(table, List.of());
    }

    /** The records of a plan's first table, read by another importer. */
    static List<Map<String, String>> rows(Importer importer, DataFile file, DatasetPlan plan)
            throws IOException, MalformedException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (TableReader reader = importer.open(file, plan.settings())) {
            Schema schema = reader.nextTable().orElseThrow().schema();
            assertThat(schema).isEqualTo(plan.schema());
            for (var piece = reader.nextPiece(); piece.isPresent(); piece = reader.nextPiece()) {
                rows.addAll(rows(piece.get().decode(), schema.names()));
            }
        }
        return rows;
    }

    /** All tables, in order. */
    static Map<String, List<Map<String, String>>> tables(DataFile file) throws IOException, MalformedException {
        FilePlan plan = plan(file);
        Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
        if (plan.datasets().isEmpty()) {
            return tables;
        }
        ImportSettings settings = plan.datasets().get(0).settings();
        try (TableReader reader = IMPORTER.open(file, settings)) {
            for (var table = reader.nextTable(); table.isPresent(); table = reader.nextTable()) {
                List<Map<String, String>> rows = new ArrayList<>();
                for (var piece = reader.nextPiece(); piece.isPresent(); piece = reader.nextPiece()) {
                    rows.addAll(rows(piece.get().decode(), table.get().schema().names()));
                }
                tables.put(table.get().name(), rows);
            }
        }
        return tables;
    }

    private static List<Map<String, String>> rows(RowBatch batch, List<String> columns) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int row = 0; row < batch.rows(); row++) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int column = 0; column < batch.columns(); column++) {
                Cell cell = batch.cell(row, column);
                if (cell.type() != CellType.MISSING) {
                    values.put(columns.get(column), cell.display());
                }
            }
            rows.add(values);
        }
        return rows;
    }
}
