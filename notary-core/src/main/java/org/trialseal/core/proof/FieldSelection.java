package org.trialseal.core.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.CommitmentRuns;
import org.trialseal.core.seal.RecordHasher;

/** Shows some columns of records and hides the others. Column 0 is the record's position. */
public final class FieldSelection {
    private final RecordHasher hasher;
    private final BitSet columns;

    /**
     * A selection from what {@code hasher} commits to.
     *
     * @param columns the columns to show, counted from 1; 0 shows the position
     */
    public FieldSelection(RecordHasher hasher, BitSet columns) {
        this.hasher = hasher;
        this.columns = (BitSet) columns.clone();
    }

    /**
     * The runs of the record that the hasher has just committed to.
     *
     * @param row of {@code batch}, as given to the hasher
     * @param position in the source file, as given to the hasher; says nothing for a log
     */
    public List<ShownRun> runs(RowBatch batch, int row, long position) {
        CommitmentRuns layout = hasher.layout();
        List<ShownRun> runs = new ArrayList<>();
        for (int run = 0; run < layout.count(); run++) {
            int from = layout.from(run);
            int to = layout.to(run);
            boolean hidden = layout.count() > 1 && columns.get(from, to).isEmpty();
            runs.add(
                    hidden
                            ? new ShownRun.Hidden(hasher.runHash(run))
                            : new ShownRun.Open(fields(batch, row, position, from, to)));
        }
        return runs;
    }

    private List<ShownField> fields(RowBatch batch, int row, long position, int from, int to) {
        List<ShownField> fields = new ArrayList<>();
        for (int column = from; column < to; column++) {
            fields.add(columns.get(column) ? shown(batch, row, position, column) : hidden(column));
        }
        return fields;
    }

    private ShownField shown(RowBatch batch, int row, long position, int column) {
        return column == 0
                ? new ShownField.Position(hasher.salt(0), position)
                : new ShownField.Open(hasher.salt(column), batch.cell(row, column - 1));
    }

    private ShownField hidden(int column) {
        return new ShownField.Hidden(hasher.commitment(column));
    }
}
