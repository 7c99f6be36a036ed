package org.trialseal.core.compare;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;

/** One table whose values have been brought into the form in which formats are compared. */
final class ValueReader implements TableReader {
    private final TableReader source;
    private final String name;
    private final Schema schema;
    private final List<ValueKind> kinds;
    private final ValueRules rules;
    private final int[] needed;
    private boolean started;

    /**
     * @param source stands at the beginning of the table's rows
     * @param kinds of the columns, in their order
     * @param needed columns of which a row must say something to be compared; none when every row is
     */
    ValueReader(TableReader source, String name, Schema schema, List<ValueKind> kinds, ValueRules rules, int[] needed) {
        this.source = source;
        this.name = name;
        this.schema = schema;
        this.kinds = List.copyOf(kinds);
        this.rules = rules;
        this.needed = needed.clone();
    }

    @Override
    public Optional<Table> nextTable() {
        boolean first = !started;
        started = true;
        return first ? Optional.of(new Table(name, schema)) : Optional.empty();
    }

    @Override
    public Optional<Piece> nextPiece() throws IOException, MalformedException {
        return source.nextPiece().map(piece -> () -> formed(piece.decode()));
    }

    private RowBatch formed(RowBatch batch) {
        RowBatch formed = new RowBatch(batch.columns(), Math.max(1, batch.rows()), batch.buffer().length);
        Cell[] cells = new Cell[batch.columns()];
        for (int row = 0; row < batch.rows(); row++) {
            for (int column = 0; column < cells.length; column++) {
                cells[column] = rules.form(kinds.get(column), batch.cell(row, column));
            }
            if (saysSomething(cells)) {
                Arrays.stream(cells).forEach(formed::add);
            }
        }
        return formed;
    }

    private boolean saysSomething(Cell[] cells) {
        return needed.length == 0 || Arrays.stream(needed).anyMatch(column -> cells[column].type() != CellType.MISSING);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
