package org.trialseal.core.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;

/** Adds what sealed records of an event log said to differences, from a package that shows the log whole. */
final class OldLogRecords {
    private final PackageLog log;
    private final SealedLog sealed;
    private final Map<Long, Difference> wanted = new HashMap<>();
    private final Map<Difference, Difference> known = new HashMap<>();

    OldLogRecords(PackageLog log, SealedLog sealed, List<Difference> differences) {
        this.log = log;
        this.sealed = sealed;
        for (Difference difference : differences) {
            difference
                    .sealedRecord()
                    .ifPresent(record -> wanted.put(sealed.order().index(record - 1, sealed.records()), difference));
        }
    }

    boolean isComplete() {
        return wanted.isEmpty();
    }

    /** Looks at the next record that the package shows. */
    void take(ShownRecord record) {
        @Nullable Difference difference = wanted.remove(record.index());
        if (difference == null) {
            return;
        }
        Schema schema = log.schemas().schema(log.schemas().numberAt(record.index()));
        PackageLog.values(record, schema.size())
                .ifPresent(values -> known.put(difference, with(difference, schema, values)));
    }

    private Difference with(Difference difference, Schema schema, RowBatch values) {
        List<FieldChange> fields = difference.fields().stream()
                .map(field -> new FieldChange(field.name(), cell(schema, values, field.name()), field.now()))
                .toList();
        SortedMap<String, String> key = new TreeMap<>(difference.key());
        if (difference.kind() == Difference.Kind.REMOVED) {
            for (String column : sealed.keyColumns()) {
                cell(schema, values, column).ifPresent(cell -> key.put(column, cell.display()));
            }
        }
        return new Difference(difference.kind(), key, difference.record(), difference.sealedRecord(), fields);
    }

    private static Optional<Cell> cell(Schema schema, RowBatch values, String column) {
        return schema.indexOf(column).isPresent()
                ? Optional.of(values.cell(0, schema.indexOf(column).getAsInt()))
                : Optional.empty();
    }

    /** A difference with what was found. */
    Difference known(Difference difference) {
        return known.getOrDefault(difference, difference);
    }
}
