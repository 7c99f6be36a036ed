package org.trialseal.importers.odm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What records of the event log get from elsewhere in the file: the old value of their item, and, where an item only names
 * its audit record, what that one says. While a file is planned nothing of this is kept.
 */
final class AuditTrail {
    private static final int OLD_VALUE = 0;

    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final @Nullable Kept kept;

    /** What is kept. */
    private record Kept(OldValues old, AuditReferences references, LateCells late) {
        static Kept in(Spool spool) {
            LongValues values = new LongValues(spool);
            return new Kept(
                    new OldValues(spool, values), new AuditReferences(spool, values), new LateCells(spool, values));
        }
    }

    /** @param spool where it is kept; null to note only which columns it may fill */
    AuditTrail(@Nullable Spool spool) {
        this.kept = spool == null ? null : Kept.in(spool);
        columns.put(TableKind.OLD_VALUE, OLD_VALUE);
    }

    /** The columns that may be late, in the order of their numbers. */
    List<String> columns() {
        return new ArrayList<>(columns.keySet());
    }

    /** An item of a transactional file ends: see {@link OldValues#item}. */
    void item(Deque<Context> open, long first, int records) throws IOException {
        if (kept != null) {
            kept.old().item(open, first, records);
        }
    }

    /** Another data element of a transactional file ends. */
    void around(Deque<Context> open) throws IOException {
        if (kept != null) {
            kept.old().around(open);
        }
    }

    /** A record of the log names a collected audit record. */
    void reference(String id, long row) throws IOException {
        if (kept != null) {
            kept.references().reference(id, row);
        }
    }

    /** A collected audit record. */
    void collected(String id, Row audit) throws IOException {
        if (kept != null) {
            kept.references().next();
        }
        for (Map.Entry<String, String> cell : audit.values().entrySet()) {
            columns.putIfAbsent(cell.getKey(), columns.size());
            if (kept != null) {
                kept.references().cell(id, columns.getOrDefault(cell.getKey(), OLD_VALUE), cell.getValue());
            }
        }
    }

    /** Ends the noting and gives the cells; once. */
    LateCells resolve() throws IOException {
        if (kept == null) {
            throw new IllegalStateException("nothing was kept");
        }
        kept.old().resolve(kept.late(), OLD_VALUE);
        kept.references().resolve(kept.late());
        return kept.late();
    }
}
