package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.compare.Difference.Kind;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;

/**
 * Counts all differences and keeps the first of them by their place in the file, at most {@link
 * ArtifactComparison#MAX_DIFFERENCES} and 32 MiB; or hands them all on instead. Reordered records stand after all others,
 * which they would hide otherwise when a table was sorted anew.
 */
final class DifferenceList {
    private static final long MAX_WEIGHT = 32L << 20;
    private static final long WEIGHT = 400;

    private final Schema schema;
    private final ColumnMapping mapping;
    private final List<String> keyColumns;
    private final Optional<PendingDifferences> all;
    private final PriorityQueue<FoundDifference> kept =
            new PriorityQueue<>(Comparator.comparingLong(FoundDifference::order).reversed());
    private final List<FoundDifference> moved = new ArrayList<>();
    private long weight;
    private long added;
    private long removed;
    private long changed;
    private long unnamed;

    /** @param all takes every difference; then none is kept here */
    DifferenceList(SealedDataset dataset, ColumnMapping mapping, Optional<PendingDifferences> all) {
        this.all = all;
        this.schema = dataset.schema();
        this.mapping = mapping;
        this.keyColumns = new ArrayList<>();
        dataset.settings().subject().ifPresent(keyColumns::add);
        dataset.settings().keys().stream()
                .filter(key -> !keyColumns.contains(key))
                .forEach(keyColumns::add);
        all.ifPresent(pending -> pending.keyColumns(keyColumns));
    }

    void added(long number, RowBatch batch, int row) throws IOException {
        added++;
        if (wants(number)) {
            keep(Kind.ADDED, number, null, 0, -1, keyOf(batch, row), List.of());
        }
    }

    void changed(
            long number, RowBatch batch, int row, OpenGroup group, long index, long position, List<Integer> columns)
            throws IOException {
        changed++;
        if (columns.isEmpty()) {
            unnamed++;
        }
        if (wants(number)) {
            List<FieldChange> fields = new ArrayList<>();
            for (int column : columns) {
                fields.add(new FieldChange(
                        schema.columns().get(column).name(), Optional.empty(), Optional.of(batch.cell(row, column))));
            }
            keep(Kind.CHANGED, number, group, index, position, keyOf(batch, row), fields);
        }
    }

    /** A sealed record whose group was opened. */
    void removed(Optional<Cell> subject, OpenGroup group, long index, long position) throws IOException {
        removed++;
        if (wants(position < 0 ? Long.MAX_VALUE : position)) {
            SortedMap<String, String> key = new TreeMap<>();
            subject.ifPresent(cell -> key.put(keyColumns.get(0), cell.display()));
            keep(Kind.REMOVED, -1, group, index, position, key, List.of());
        }
    }

    /** Sealed records of a group that cannot be opened. */
    void removedUnseen(long count) throws IOException {
        removed += count;
        for (long i = 0; i < count && wants(Long.MAX_VALUE); i++) {
            keep(Kind.REMOVED, -1, null, 0, -1, new TreeMap<>(), List.of());
        }
    }

    /** Rows of a group that cannot be opened, more than it had. */
    void addedUnseen(long count) {
        added += count;
    }

    /** Whether there is room for a record that stands elsewhere. */
    boolean wantsReordered() {
        return all.isPresent() || !isFull();
    }

    /** A record that stands elsewhere; they come last, by ascending number. Says whether more of them are wanted. */
    boolean reordered(long number, RowBatch batch, int row, long position) throws IOException {
        if (all.isPresent()) {
            all.get()
                    .reordered(new FoundDifference(
                            Kind.REORDERED, number, null, 0, position, keyOf(batch, row), List.of(), 0));
            return true;
        }
        SortedMap<String, String> key = keyOf(batch, row);
        long bytes = weight(key, List.of());
        moved.add(new FoundDifference(Kind.REORDERED, number, null, 0, position, key, List.of(), bytes));
        weight += bytes;
        return !isFull();
    }

    private SortedMap<String, String> keyOf(RowBatch batch, int row) {
        SortedMap<String, String> key = new TreeMap<>();
        for (String name : keyColumns) {
            int column = schema.indexOf(name).orElseThrow();
            if (mapping.has(column)) {
                key.put(name, batch.cell(row, column).display());
            }
        }
        return key;
    }

    private boolean wants(long order) {
        FoundDifference last = kept.peek();
        return last == null || !isFull() || order < last.order();
    }

    private boolean isFull() {
        return kept.size() + moved.size() >= ArtifactComparison.MAX_DIFFERENCES || weight >= MAX_WEIGHT;
    }

    private void keep(
            Kind kind,
            long number,
            @Nullable OpenGroup group,
            long index,
            long position,
            SortedMap<String, String> key,
            List<FieldChange> fields)
            throws IOException {
        if (all.isPresent()) {
            all.get().add(new FoundDifference(kind, number, group, index, position, key, fields, 0));
            return;
        }
        long bytes = weight(key, fields);
        kept.add(new FoundDifference(kind, number, group, index, position, key, fields, bytes));
        weight += bytes;
        while (kept.size() > ArtifactComparison.MAX_DIFFERENCES || weight > MAX_WEIGHT && kept.size() > 1) {
            FoundDifference dropped = kept.poll();
            weight -= dropped == null ? 0 : dropped.weight();
        }
    }

    private static long weight(SortedMap<String, String> key, List<FieldChange> fields) {
        long bytes = WEIGHT;
        for (FieldChange field : fields) {
            bytes += WEIGHT + field.now().map(cell -> cell.value().length()).orElse(0);
        }
        for (String value : key.values()) {
            bytes += WEIGHT + value.length();
        }
        return bytes;
    }

    /** Those kept, in their order. */
    List<FoundDifference> inOrder() {
        List<FoundDifference> all = new ArrayList<>(kept);
        all.sort(Comparator.comparingLong(FoundDifference::order).thenComparing(FoundDifference::kind));
        all.addAll(moved);
        return all;
    }

    /** Subject and key columns. */
    List<String> keyColumns() {
        return keyColumns;
    }

    ArtifactComparison.Counts counts(long reordered) {
        return new ArtifactComparison.Counts(added, removed, changed, reordered);
    }

    /** How many changed records have no field named. */
    long unnamed() {
        return unnamed;
    }

    boolean isCutShort(long reordered) {
        return all.isEmpty() && added + removed + changed + reordered > kept.size() + moved.size();
    }
}
