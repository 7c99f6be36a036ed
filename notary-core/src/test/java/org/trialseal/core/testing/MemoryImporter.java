package org.trialseal.core.testing;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;

/**
 * Hands out tables that are in memory, in pieces of a few rows. The file on disk is a copy of them, of which the reader
 * consumes as much as it hands out; a {@link Step} may fail, or do something to the file, in between.
 */
public final class MemoryImporter implements Importer {
    static final String ID = "memory";

    private final List<TestTable> tables;
    private final int rowsPerPiece;
    private int width;
    private Step atReading = piece -> {};
    private Step atDecoding = piece -> {};

    /** Is told of each piece, by its number in the file, from 0. */
    @FunctionalInterface
    public interface Step {
        void at(int piece) throws IOException, MalformedException;
    }

    public MemoryImporter(int rowsPerPiece, TestTable... tables) {
        this.tables = List.of(tables);
        this.rowsPerPiece = rowsPerPiece;
    }

    /** Puts so many cells into each row, whatever the columns of the table: a bug. */
    public MemoryImporter withWidth(int cells) {
        width = cells;
        return this;
    }

    /** Does something, or fails, before each piece is read. */
    public MemoryImporter whenReading(Step step) {
        atReading = step;
        return this;
    }

    /** Does something, or fails with a {@link MalformedException}, before each piece is decoded. */
    public MemoryImporter whenDecoding(Step step) {
        atDecoding = step;
        return this;
    }

    /** Writes the file of which the importer speaks. */
    public PathFile write(Path path) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path)))) {
            for (TestTable table : tables) {
                out.writeUTF(table.name());
                for (List<Cell> row : table.rows()) {
                    writeRow(row, out);
                }
            }
            out.writeUTF("the end");
        }
        return PathFile.of(path);
    }

    private static void writeRow(List<Cell> row, DataOutputStream out) throws IOException {
        for (Cell cell : row) {
            out.writeByte(cell.type().code());
            out.writeInt(cell.value().length());
            out.write(cell.value().toArray());
        }
    }

    /** What to seal. */
    public FilePlan plan(DataFile file) {
        return new FilePlan(
                file.name(), ID, List.of(), tables.stream().map(TestTable::plan).toList());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public int recognises(String name, byte[] head) {
        return 0;
    }

    @Override
    public FilePlan plan(DataFile file, Map<String, String> overrides, Optional<String> subject, List<String> keys) {
        return plan(file);
    }

    @Override
    public TableReader open(DataFile file, ImportSettings settings) throws IOException {
        return new Reader(new DataInputStream(file.open()));
    }

    private final class Reader implements TableReader {
        private final DataInputStream in;
        private final Iterator<TestTable> left = tables.iterator();
        private Iterator<List<Cell>> rows = List.<List<Cell>>of().iterator();
        private int columns;
        private int pieces;

        Reader(DataInputStream in) {
            this.in = in;
        }

        @Override
        public Optional<Table> nextTable() throws IOException, MalformedException {
            while (nextPiece().isPresent()) {
                // Skips what is left of the table.
            }
            if (!left.hasNext()) {
                return Optional.empty();
            }
            TestTable table = left.next();
            in.readUTF();
            rows = table.rows().iterator();
            columns = table.columns().size();
            return Optional.of(new Table(table.name(), Schema.ofNames(table.columns())));
        }

        @Override
        public Optional<Piece> nextPiece() throws IOException, MalformedException {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            atReading.at(pieces);
            List<List<Cell>> some = new ArrayList<>();
            while (rows.hasNext() && some.size() < rowsPerPiece) {
                some.add(rows.next());
                skip(some.get(some.size() - 1));
            }
            int piece = pieces++;
            int cells = width > 0 ? width : columns;
            return Optional.of(() -> decode(piece, cells, some));
        }

        private void skip(List<Cell> row) throws IOException {
            for (Cell cell : row) {
                in.skipNBytes(1 + Integer.BYTES + cell.value().length());
            }
        }

        private RowBatch decode(int piece, int cells, List<List<Cell>> some) throws MalformedException {
            try {
                atDecoding.at(piece);
            } catch (IOException e) {
                throw new IllegalStateException("decoding reads nothing", e);
            }
            RowBatch batch = new RowBatch(cells);
            some.forEach(row -> row.forEach(batch::add));
            return batch;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
