package org.trialseal.core.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.core.seal.LogSchemas;

/**
 * How the rows of one export become the records of an event log: their indices, the schema each was first sealed under,
 * and where that schema's columns stand in the export.
 */
public final class LogExport {
    private final LogSchemas schemas;
    private final LogOrder order;
    private final long rows;
    private final int width;
    private final List<int[]> columns = new ArrayList<>();
    private final List<int[]> others = new ArrayList<>();

    /**
     * An export.
     *
     * @param export its own schema
     * @param rows how many rows it has; not used when it lists the oldest record first
     * @throws IllegalArgumentException when it lacks a column of the log's schemas
     */
    public LogExport(LogSchemas schemas, Schema export, LogOrder order, long rows) {
        this.schemas = schemas;
        this.order = order;
        this.rows = rows;
        this.width = export.size();
        for (LogSchemas.Since since : schemas.list()) {
            int[] places = since.schema().names().stream()
                    .mapToInt(name -> export.indexOf(name)
                            .orElseThrow(() -> new IllegalArgumentException("a column of the log is missing")))
                    .toArray();
            columns.add(places);
            others.add(IntStream.range(0, width)
                    .filter(column -> Arrays.stream(places).noneMatch(place -> place == column))
                    .toArray());
        }
    }

    /** The log's schemas. */
    public LogSchemas schemas() {
        return schemas;
    }

    /** The index in the log of a row; negative when the export has more rows than was said. */
    public long index(long row) {
        return order.index(row, rows);
    }

    /** Whether {@link #index} needs the number of rows. */
    boolean needsRows() {
        return order == LogOrder.NEWEST_FIRST;
    }

    long rows() {
        return rows;
    }

    /** Where the columns of schema {@code number} stand in the export, from 0. */
    int[] columns(int number) {
        return columns.get(number);
    }

    /** The rows with the columns of schema {@code number} and no others. */
    public RowBatch under(int number, RowBatch batch) {
        int[] places = columns.get(number);
        if (isIdentity(places)) {
            return batch;
        }
        RowBatch projected = new RowBatch(places.length);
        for (int row = 0; row < batch.rows(); row++) {
            for (int place : places) {
                projected.add(
                        batch.type(row, place), batch.buffer(), batch.offset(row, place), batch.length(row, place));
            }
        }
        return projected;
    }

    private boolean isIdentity(int[] places) {
        return places.length == width && IntStream.range(0, width).allMatch(i -> places[i] == i);
    }

    /** A column, from 0, of the export in which a row has a value that a record under schema {@code number} cannot have. */
    public OptionalInt surplus(int number, RowBatch batch, int row) {
        for (int column : others.get(number)) {
            if (batch.type(row, column) != CellType.MISSING && batch.length(row, column) > 0) {
                return OptionalInt.of(column);
            }
        }
        return OptionalInt.empty();
    }
}
