package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;

/** The groups that the later copy has visited so far, found by the bytes of the subject's cell. For one thread. */
final class GroupCursors {
    private static final int UNGROUPED = -1;

    private final SealedDataset dataset;
    private final int subjectColumn;
    private final List<GroupCursor> visited = new ArrayList<>();
    private @Nullable Slot[] table = new Slot[64];
    private int size;
    private @Nullable Slot last;

    /** A subject that was met, with its cursor when it is in the seal. */
    private static final class Slot {
        private final int hash;
        private final int type;
        private final byte[] value;
        private final @Nullable GroupCursor cursor;

        Slot(int hash, Optional<Cell> subject, @Nullable GroupCursor cursor) {
            this.hash = hash;
            this.type = subject.map(cell -> cell.type().code()).orElse(0);
            this.value = subject.map(cell -> cell.value().toArray()).orElse(new byte[0]);
            this.cursor = cursor;
        }

        boolean is(RowBatch batch, int row, int column) {
            int from = batch.offset(row, column);
            int to = from + batch.length(row, column);
            return type == batch.type(row, column).code()
                    && Arrays.equals(value, 0, value.length, batch.buffer(), from, to);
        }
    }

    /** @param subjectColumn counted from 0; empty for grouping {@code none} */
    GroupCursors(SealedDataset dataset, Optional<Integer> subjectColumn) {
        this.dataset = dataset;
        this.subjectColumn = subjectColumn.orElse(UNGROUPED);
    }

    /** The cursor of a row's group; null when its subject is not in the seal. */
    @Nullable
    GroupCursor of(RowBatch batch, int row) throws IOException, MalformedException {
        Slot known = last;
        if (known == null || subjectColumn != UNGROUPED && !known.is(batch, row, subjectColumn)) {
            known = subjectColumn == UNGROUPED ? meet(0, Optional.empty()) : find(batch, row);
            last = known;
        }
        return known.cursor;
    }

    private Slot find(RowBatch batch, int row) throws IOException, MalformedException {
        int hash = hash(batch, row);
        int at = hash & table.length - 1;
        for (Slot slot = table[at]; slot != null; slot = table[at]) {
            if (slot.hash == hash && slot.is(batch, row, subjectColumn)) {
                return slot;
            }
            at = at + 1 & table.length - 1;
        }
        Slot fresh = meet(hash, Optional.of(batch.cell(row, subjectColumn)));
        table[at] = fresh;
        if (++size * 2 > table.length) {
            grow();
        }
        return fresh;
    }

    private int hash(RowBatch batch, int row) {
        int hash = batch.type(row, subjectColumn).code();
        int from = batch.offset(row, subjectColumn);
        int to = from + batch.length(row, subjectColumn);
        for (int i = from; i < to; i++) {
            hash = 31 * hash + batch.buffer()[i];
        }
        return hash ^ hash >>> 15;
    }

    private Slot meet(int hash, Optional<Cell> subject) throws IOException, MalformedException {
        Optional<SealedGroup> group = dataset.find(subject);
        if (group.isEmpty()) {
            return new Slot(hash, subject, null);
        }
        GroupCursor cursor = new GroupCursor(visited.size(), subject, group.get(), false);
        visited.add(cursor);
        return new Slot(hash, subject, cursor);
    }

    private void grow() {
        Slot[] old = table;
        table = new Slot[2 * old.length];
        Arrays.stream(old).filter(slot -> slot != null).forEach(slot -> {
            int at = slot.hash & table.length - 1;
            while (table[at] != null) {
                at = at + 1 & table.length - 1;
            }
            table[at] = slot;
        });
    }

    /** Adds a group that no row names any more. */
    GroupCursor addOrphan(SealedGroup group) {
        GroupCursor cursor = new GroupCursor(visited.size(), Optional.empty(), group, true);
        visited.add(cursor);
        return cursor;
    }

    /** The groups met so far, by first appearance. */
    List<GroupCursor> visited() {
        return visited;
    }

    /** The sealed column of the subject, counted from 0. */
    Optional<Integer> subjectColumn() {
        return subjectColumn == UNGROUPED ? Optional.empty() : Optional.of(subjectColumn);
    }
}
