package org.trialseal.core.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;

/**
 * Reads lines of fields without quotes. The option {@code delimiter} says what separates them; a line {@code =NAME}
 * begins a table, and the line after it has its columns.
 */
final class PlainImporter implements Importer {
    private static final int ROWS_PER_PIECE = 37;

    @Override
    public String id() {
        return "plain";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public int recognises(String name, byte[] head) {
        return 100;
    }

    @Override
    public FilePlan plan(DataFile file, Map<String, String> overrides, Optional<String> subject, List<String> keys)
            throws IOException, MalformedException {
        ImportSettings settings = new ImportSettings(id(), 1, new TreeMap<>(overrides), subject, keys);
        List<FilePlan.DatasetPlan> datasets = new ArrayList<>();
        try (TableReader reader = open(file, settings)) {
            for (Optional<TableReader.Table> table = reader.nextTable();
                    table.isPresent();
                    table = reader.nextTable()) {
                long records = 0;
                for (Optional<TableReader.Piece> piece = reader.nextPiece();
                        piece.isPresent();
                        piece = reader.nextPiece()) {
                    records += piece.get().decode().rows();
                }
                datasets.add(new FilePlan.DatasetPlan(
                        table.get().name(), records, table.get().schema(), settings));
            }
        }
        return new FilePlan(file.name(), id(), List.of(), datasets);
    }

    @Override
    public TableReader open(DataFile file, ImportSettings settings) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8));
        return new Lines(lines, settings.options().getOrDefault("delimiter", ","));
    }

    private static final class Lines implements TableReader {
        private final BufferedReader lines;
        private final String delimiter;
        private @Nullable String next;
        private int columns;

        Lines(BufferedReader lines, String delimiter) throws IOException {
            this.lines = lines;
            this.delimiter = delimiter;
            this.next = lines.readLine();
        }

        @Override
        public Optional<Table> nextTable() throws IOException {
            while (next != null && !next.startsWith("=")) {
                next = lines.readLine();
            }
            if (next == null) {
                return Optional.empty();
            }
            String name = next.substring(1);
            List<String> names = split(lines.readLine());
            columns = names.size();
            next = lines.readLine();
            return Optional.of(new Table(name, Schema.ofNames(names)));
        }

        @Override
        public Optional<Piece> nextPiece() throws IOException {
            List<String> rows = new ArrayList<>();
            while (next != null && !next.startsWith("=") && rows.size() < ROWS_PER_PIECE) {
                rows.add(next);
                next = lines.readLine();
            }
            return rows.isEmpty() ? Optional.empty() : Optional.of(() -> decode(rows));
        }

        private RowBatch decode(List<String> rows) throws MalformedException {
            RowBatch batch = new RowBatch(columns);
            for (String row : rows) {
                List<String> fields = split(row);
                if (fields.size() != columns) {
                    throw new MalformedException("plain", "a row of another length");
                }
                fields.forEach(field -> batch.add(Cell.ofCharacters(field)));
            }
            return batch;
        }

        private List<String> split(String line) {
            return Arrays.asList(line.split(java.util.regex.Pattern.quote(delimiter), -1));
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
