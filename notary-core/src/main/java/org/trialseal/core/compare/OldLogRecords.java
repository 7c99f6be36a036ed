package org.trialseal.core.compare;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;

/** Adds what sealed records of an event log said to differences, from a package that shows the log whole. */
final class OldLogRecords {
    private final PackageLog log;
    private final SealedLog sealed;
    private final Map<Long, Difference> wanted = new HashMap<>();
    private final Optional<PendingDifferences> pending;
    private final Map<Difference, Difference> known = new HashMap<>();

    /** @param pending all differences, where {@code differences} does not have them */
    OldLogRecords(
            PackageLog log, SealedLog sealed, List<Difference> differences, Optional<PendingDifferences> pending) {
        this.log = log;
        this.sealed = sealed;
        this.pending = pending;
        for (Difference difference : differences) {
            difference
                    .sealedRecord()
                    .ifPresent(record -> wanted.put(sealed.order().index(record - 1, sealed.records()), difference));
        }
    }

    boolean isComplete() throws IOException {
        return wanted.isEmpty() && (pending.isEmpty() || !pending.get().isWaiting());
    }

    /** Looks at the next record that the package shows; they come by ascending index. */
    void take(ShownRecord record) throws IOException, MalformedException {
        if (pending.isPresent()) {
            pending.get().take(record.index(), found -> with(found, record));
            return;
        }
        @Nullable Difference difference = wanted.remove(record.index());
        if (difference != null) {
            old(record)
                    .ifPresent(old -> known.put(
                            difference,
                            new Difference(
                                    difference.kind(),
                                    old.key(difference.kind(), difference.key()),
                                    difference.record(),
                                    difference.sealedRecord(),
                                    old.fields(difference.fields()))));
        }
    }

    private FoundDifference with(FoundDifference found, ShownRecord record) {
        return old(record)
                .map(old -> new FoundDifference(
                        found.kind(),
                        found.row(),
                        null,
                        found.index(),
                        found.position(),
                        old.key(found.kind(), found.key()),
                        old.fields(found.fields()),
                        0))
                .orElse(found);
    }

    private Optional<Old> old(ShownRecord record) {
        Schema schema = log.schemas().schema(log.schemas().numberAt(record.index()));
        return PackageLog.values(record, schema.size()).map(values -> new Old(schema, values));
    }

    /** What a sealed record said. */
    private final class Old {
        private final Schema schema;
        private final RowBatch values;

        Old(Schema schema, RowBatch values) {
            this.schema = schema;
            this.values = values;
        }

        List<FieldChange> fields(List<FieldChange> fields) {
            return fields.stream()
                    .map(field -> new FieldChange(field.name(), cell(schema, values, field.name()), field.now()))
                    .toList();
        }

        SortedMap<String, String> key(Difference.Kind kind, SortedMap<String, String> known) {
            SortedMap<String, String> key = new TreeMap<>(known);
            if (kind == Difference.Kind.REMOVED) {
                for (String column : sealed.keyColumns()) {
                    cell(schema, values, column).ifPresent(cell -> key.put(column, cell.display()));
                }
            }
            return key;
        }
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
