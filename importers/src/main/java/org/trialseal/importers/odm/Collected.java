package org.trialseal.importers.odm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.fault.DataFault;

/** All tables of a file, sorted out of the mixture in which it holds them. Only counted, or kept as well. */
final class Collected implements RowSink {
    private static final int MAX_TABLES = 10_000;
    private static final int BLOCK = 1 << 17;
    private static final int MAX_PENDING = 1 << 25;

    private final String file;
    private final @Nullable Spool spool;
    private final Map<String, CollectedTable> tables = new LinkedHashMap<>();
    private long pending;

    /** @param spool where records are kept; null to count them only */
    Collected(String file, @Nullable Spool spool) {
        this.file = file;
        this.spool = spool;
    }

    @Override
    public long row(TableKind kind, String name, Row row) throws IOException, MalformedException {
        CollectedTable table = tables.get(name);
        if (table == null) {
            table = new CollectedTable(file, name, kind);
            tables.put(name, table);
            requireFewTables();
        }
        table.count(row);
        if (spool != null) {
            keep(table, row, spool);
        }
        return table.records() - 1;
    }

    private void requireFewTables() throws MalformedException {
        if (tables.size() > MAX_TABLES) {
            throw DataFault.ODM_GROUPS.in(file, MAX_TABLES);
        }
    }

    private void keep(CollectedTable table, Row row, Spool to) throws IOException, MalformedException {
        pending -= table.pending();
        table.write(row);
        if (table.pending() >= BLOCK) {
            table.spool(to);
        }
        pending += table.pending();
        if (pending > MAX_PENDING) {
            flush(to);
        }
    }

    private void flush(Spool to) throws IOException {
        for (CollectedTable table : tables.values()) {
            table.spool(to);
        }
        pending = 0;
    }

    /**
     * All tables in the order of their first record; what is pending is spooled.
     *
     * @param trail has further columns of the event log
     */
    List<CollectedTable> finish(AuditTrail trail) throws IOException, MalformedException {
        if (spool != null) {
            flush(spool);
        }
        for (CollectedTable table : tables.values()) {
            if (table.kind() == TableKind.AUDIT) {
                table.addColumns(trail.columns());
            }
        }
        return new ArrayList<>(tables.values());
    }
}
