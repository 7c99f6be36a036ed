package org.trialseal.core.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.CommitmentRuns;

/** Reads cells, paths and records of known columns. */
final class CellReader {
    private static final int BATCH_ROWS = 256;
    private static final int BATCH_BYTES = 1 << 16;
    private static final int SALT_LENGTH = 16;

    private final StrictInput input;
    private final int columns;
    private final CommitmentRuns layout;
    private final byte[] small = new byte[1 << 10];

    CellReader(StrictInput input, CommitmentRuns layout) {
        this.input = input;
        this.columns = layout.columns();
        this.layout = layout;
    }

    Cell cell() throws IOException, MalformedException {
        CellType type = type();
        return new Cell(type, input.value(input.length(Limit.CELL, "a value's length")));
    }

    private CellType type() throws IOException, MalformedException {
        return CellType.ofCode(input.octet()).orElseThrow(() -> input.error("a cell of unknown type"));
    }

    List<Sha256> path() throws IOException, MalformedException {
        return hashes((int) Limit.PATH.max());
    }

    List<Sha256> hashes(int most) throws IOException, MalformedException {
        int hashes = input.octet();
        if (hashes > most) {
            throw input.error(MalformedException.Kind.TOO_LARGE, "a path has more than " + most + " hashes");
        }
        List<Sha256> path = new ArrayList<>(hashes);
        for (int i = 0; i < hashes; i++) {
            path.add(input.hash());
        }
        return path;
    }

    /** Reads all records of a whole group, some hundreds at a time. */
    void records(long count, DisclosureVisitor visitor) throws IOException, MalformedException {
        long done = 0;
        long[] positions = new long[BATCH_ROWS];
        while (done < count) {
            RowBatch batch = new RowBatch(columns);
            long bytes = 0;
            while (batch.rows() < Math.min(BATCH_ROWS, count - done) && bytes < BATCH_BYTES) {
                positions[batch.rows()] = input.count();
                bytes += row(batch);
            }
            visitor.records(done, positions, batch);
            done += batch.rows();
        }
    }

    private long row(RowBatch batch) throws IOException, MalformedException {
        long bytes = 0;
        for (int column = 0; column < columns; column++) {
            CellType type = type();
            int length = input.length(Limit.CELL, "a value's length");
            bytes = requireRecord(bytes + length);
            if (length <= small.length) {
                input.readInto(small, 0, length);
                batch.add(type, small, 0, length);
            } else {
                batch.add(type, input.bytes(length), 0, length);
            }
        }
        return bytes;
    }

    private long requireRecord(long bytes) throws MalformedException {
        if (!Limit.RECORD_BYTES.allows(bytes)) {
            throw input.error(
                    MalformedException.Kind.TOO_LARGE, "a record has more than " + Limit.RECORD_BYTES.max() + " bytes");
        }
        return bytes;
    }

    /** Reads a record of a group or log that is shown in part. */
    ShownRecord shown(long index, boolean withPath) throws IOException, MalformedException {
        Optional<List<Sha256>> path = withPath ? Optional.of(path()) : Optional.empty();
        List<ShownRun> runs = new ArrayList<>();
        long bytes = 0;
        int count = layout.count();
        for (int run = 0; run < count; run++) {
            int unit = input.octet();
            if (unit == FieldWriter.HIDDEN && count > 1) {
                runs.add(new ShownRun.Hidden(input.hash()));
            } else if (unit == FieldWriter.OPEN) {
                List<ShownField> fields = new ArrayList<>();
                bytes = readFields(fields, run, bytes);
                runs.add(new ShownRun.Open(fields));
            } else {
                throw input.error("fields are neither hidden nor open");
            }
        }
        return new ShownRecord(index, path, runs);
    }

    private long readFields(List<ShownField> fields, int run, long before) throws IOException, MalformedException {
        long bytes = before;
        for (int column = layout.from(run); column < layout.to(run); column++) {
            ShownField field = field(column == 0);
            if (field instanceof ShownField.Open) {
                bytes = requireRecord(
                        bytes + ((ShownField.Open) field).cell().value().length());
            }
            fields.add(field);
        }
        return bytes;
    }

    private ShownField field(boolean isPosition) throws IOException, MalformedException {
        int open = input.octet();
        if (open == FieldWriter.HIDDEN) {
            return new ShownField.Hidden(input.hash());
        }
        if (open != FieldWriter.OPEN) {
            throw input.error("a field is neither hidden nor open");
        }
        Bytes salt = input.value(SALT_LENGTH);
        return isPosition ? new ShownField.Position(salt, position()) : new ShownField.Open(salt, cell());
    }

    private long position() throws IOException, MalformedException {
        if (input.octet() != FieldWriter.POSITION_TYPE || input.u32() != Long.BYTES) {
            throw input.error("a position is not of its one form");
        }
        return input.count();
    }
}
