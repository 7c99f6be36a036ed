package org.trialseal.core.evidence;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.Secret;
import org.trialseal.core.seal.Statement;

/** Reads back retained rows as the tables they were. */
public final class RetainedRows implements TableReader {
    private static final int ROWS_A_PIECE = 4_096;
    private static final int BUFFER = 1 << 16;
    private static final int MAX_ROW = 1 << 28;
    private static final String SOURCE = "retained data";

    private final StudyStore store;
    private final Statement statement;
    private final Deque<Part> parts;
    private @Nullable Part current;
    private @Nullable DataInputStream in;
    private long position;

    /** One table: the artifact that it became, its name, and its columns. */
    public record Part(int artifact, String name, Schema schema) {}

    /** @param parts the tables of one source, in order */
    public RetainedRows(StudyStore store, Statement statement, List<Part> parts) {
        this.store = store;
        this.statement = statement;
        this.parts = new ArrayDeque<>(parts);
    }

    /** Whether the rows, or the document, of an artifact were retained. */
    public static boolean isThere(StudyStore store, long seal, int artifact) {
        return Files.isRegularFile(file(store, seal, artifact));
    }

    static Path file(StudyStore store, long seal, int artifact) {
        return store.retained(seal).resolve(SealNumber.name(artifact));
    }

    @Override
    public Optional<Table> nextTable() throws IOException {
        close();
        current = parts.poll();
        if (current == null) {
            return Optional.empty();
        }
        Path file = file(store, statement.place().seal(), current.artifact());
        in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
        position = 0;
        return Optional.of(new Table(current.name(), current.schema()));
    }

    @Override
    public Optional<Piece> nextPiece() throws IOException, MalformedException {
        if (in == null || current == null) {
            return Optional.empty();
        }
        RowBatch batch = new RowBatch(current.schema().size());
        for (int row = 0; row < ROWS_A_PIECE && readRow(in, current, batch); row++) {
            position++;
        }
        return batch.rows() == 0 ? Optional.empty() : Optional.of(() -> batch);
    }

    private boolean readRow(DataInputStream rows, Part part, RowBatch batch) throws IOException, MalformedException {
        long high;
        try {
            high = rows.readLong();
        } catch (EOFException e) {
            return false;
        }
        long low = rows.readLong();
        int length = rows.readInt();
        if (length < 0 || length > MAX_ROW) {
            throw damaged();
        }
        byte[] sealed = rows.readNBytes(length);
        if (sealed.length < length) {
            throw damaged();
        }
        Secret secret = store.secrets()
                .find(high, low)
                .orElseThrow(() -> new MalformedException(
                        SOURCE, "the secret of a subject was erased; what was retained of it is gone"));
        byte[] cells = new RetainedBox(secret, statement.nonce(), part.artifact())
                .open(position, sealed)
                .orElseThrow(RetainedRows::damaged);
        addCells(cells, part.schema().size(), batch);
        return true;
    }

    private static void addCells(byte[] row, int columns, RowBatch batch) throws MalformedException {
        ByteBuffer cells = ByteBuffer.wrap(row);
        for (int column = 0; column < columns; column++) {
            if (cells.remaining() < 5) {
                throw damaged();
            }
            CellType type = CellType.ofCode(cells.get()).orElseThrow(RetainedRows::damaged);
            int length = cells.getInt();
            if (length < 0 || length > Math.min(Cell.MAX_LENGTH, cells.remaining())) {
                throw damaged();
            }
            batch.add(type, row, cells.position(), length);
            cells.position(cells.position() + length);
        }
    }

    private static MalformedException damaged() {
        return new MalformedException(
                MalformedException.Kind.ALTERED, SOURCE, "was damaged: it does not decrypt; give the data with --data");
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
            in = null;
        }
    }
}
