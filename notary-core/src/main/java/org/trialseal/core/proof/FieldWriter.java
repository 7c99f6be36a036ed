package org.trialseal.core.proof;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.CommitmentRuns;

/** Writes cells, paths and partly shown records. */
final class FieldWriter {
    static final int HIDDEN = 0;
    static final int OPEN = 1;
    static final int POSITION_TYPE = 0;

    private final DataOutputStream out;

    FieldWriter(DataOutputStream out) {
        this.out = out;
    }

    void cell(Cell cell) throws IOException {
        out.writeByte(cell.type().code());
        out.writeInt(cell.value().length());
        out.write(cell.value().toArray());
    }

    void row(RowBatch batch, int row) throws IOException {
        byte[] bytes = new byte[RecordBytes.length(batch, row)];
        RecordBytes.put(batch, row, bytes, 0);
        out.write(bytes);
    }

    void path(List<Sha256> path) throws IOException {
        out.writeByte(path.size());
        for (Sha256 hash : path) {
            out.write(hash.toArray());
        }
    }

    void runs(List<ShownRun> runs, CommitmentRuns layout) throws IOException {
        if (runs.size() != layout.count()) {
            throw new IllegalArgumentException("such a record has " + layout.count() + " runs");
        }
        for (int run = 0; run < runs.size(); run++) {
            run(runs.get(run), layout.to(run) - layout.from(run), runs.size() > 1);
        }
    }

    private void run(ShownRun run, int fields, boolean mayHide) throws IOException {
        if (run instanceof ShownRun.Hidden && mayHide) {
            out.writeByte(HIDDEN);
            out.write(((ShownRun.Hidden) run).hash().toArray());
        } else if (run instanceof ShownRun.Open
                && ((ShownRun.Open) run).fields().size() == fields) {
            out.writeByte(OPEN);
            for (ShownField field : ((ShownRun.Open) run).fields()) {
                field(field);
            }
        } else {
            throw new IllegalArgumentException("not a run of " + fields + " fields");
        }
    }

    private void field(ShownField field) throws IOException {
        if (field instanceof ShownField.Hidden) {
            out.writeByte(HIDDEN);
            out.write(((ShownField.Hidden) field).commitment().toArray());
        } else if (field instanceof ShownField.Open) {
            ShownField.Open open = (ShownField.Open) field;
            out.writeByte(OPEN);
            out.write(open.salt().toArray());
            cell(open.cell());
        } else {
            position((ShownField.Position) field);
        }
    }

    private void position(ShownField.Position field) throws IOException {
        out.writeByte(OPEN);
        out.write(field.salt().toArray());
        out.writeByte(POSITION_TYPE);
        out.writeInt(Long.BYTES);
        out.writeLong(field.position());
    }
}
