package org.trialseal.core.compare;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.compare.HiddenFolder.HiddenFile;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.NamedGroups;
import org.trialseal.core.evidence.SealedGroup;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;

/**
 * The groups that the later copy has visited so far, numbered by first appearance. Only the cursors of the first ones stay
 * in memory, those of others are made anew whenever they are asked for; the identifiers of their subjects are in a hidden
 * file. {@link #of} and {@link #addOrphan} are for one thread at a time.
 */
final class GroupCursors implements Closeable {
    private final NamedGroups groups;
    private final Optional<Integer> subjectColumn;
    private final CursorStates states;
    private final int keptSize;
    private final List<GroupCursor> kept = new ArrayList<>();
    private final BitSet orphans = new BitSet();
    private final HiddenFile subjects;
    private @Nullable DataOutputStream out;
    private int visited;
    private int closed;
    private @Nullable GroupCursor last;

    /** Takes cursors, and their subjects where rows have named them. */
    interface Visitor {
        /** The next cursor. */
        void cursor(GroupCursor cursor, Optional<Cell> subject) throws IOException, MalformedException;
    }

    private record SubjectsOf(SealedDataset dataset) implements NamedGroups.Subjects {
        @Override
        public int number(CellType type, byte[] source, int offset, int length) throws IOException {
            return dataset.number(type, source, offset, length);
        }

        @Override
        public Optional<SealedGroup> find(Optional<Cell> subject, int number) throws IOException, MalformedException {
            return dataset.find(subject);
        }
    }

    /**
     * No group yet.
     *
     * @param subjectColumn counted from 0; empty for grouping {@code none}
     * @param keptSize how many groups stay in memory
     */
    GroupCursors(
            SealedDataset dataset,
            Optional<Integer> subjectColumn,
            HiddenFolder hidden,
            SecureRandom random,
            int keptSize) {
        this.groups = NamedGroups.in(hidden.newFile().path(), random, new SubjectsOf(dataset), subjectColumn, keptSize);
        this.subjectColumn = subjectColumn;
        this.states = new CursorStates(dataset.groups());
        this.keptSize = keptSize;
        this.subjects = hidden.newFile();
    }

    /** The cursor of a row's group; null when its subject is not in the seal. */
    @Nullable
    GroupCursor of(RowBatch batch, int row) throws IOException, MalformedException {
        NamedGroups.Named named = groups.of(batch, row);
        if (named == null) {
            return null;
        }
        GroupCursor cursor = last;
        if (cursor == null || cursor.number() != named.number()) {
            cursor = cursor(named, batch, row);
            last = cursor;
        }
        return cursor;
    }

    private GroupCursor cursor(NamedGroups.Named named, RowBatch batch, int row) throws IOException {
        if (named.number() < kept.size()) {
            return kept.get(named.number());
        }
        if (named.number() < visited) {
            return new GroupCursor(named.number(), named.group(), states, false);
        }
        keepSubject(batch, row);
        return add(named);
    }

    private GroupCursor add(NamedGroups.Named named) {
        GroupCursor cursor = new GroupCursor(named.number(), named.group(), states, orphans.get(named.number()));
        visited++;
        closed += cursor.isOpen() ? 0 : 1;
        if (kept.size() < keptSize) {
            kept.add(cursor);
        }
        return cursor;
    }

    private void keepSubject(RowBatch batch, int row) throws IOException {
        if (subjectColumn.isEmpty()) {
            return;
        }
        if (out == null) {
            out = subjects.write();
        }
        int column = subjectColumn.get();
        out.writeByte(batch.type(row, column).code());
        out.writeInt(batch.length(row, column));
        out.write(batch.buffer(), batch.offset(row, column), batch.length(row, column));
    }

    /** Adds a group that no row names any more. */
    GroupCursor addOrphan(SealedGroup group) throws IOException {
        NamedGroups.Named named = groups.add(group);
        orphans.set(named.number());
        return add(named);
    }

    /** How many groups were met so far. */
    int size() {
        return visited;
    }

    /** How many of them cannot be opened. */
    int closed() {
        return closed;
    }

    /** The cursor with this number; may be called by several threads. */
    GroupCursor get(int number) throws IOException {
        return number < kept.size()
                ? kept.get(number)
                : new GroupCursor(number, groups.get(number), states, orphans.get(number));
    }

    /** Hands out all cursors by their numbers. No row may come afterwards. */
    void visit(Visitor visitor) throws IOException, MalformedException {
        close(out);
        try (DataInputStream in =
                out == null ? new DataInputStream(DataInputStream.nullInputStream()) : subjects.read()) {
            for (int number = 0; number < visited; number++) {
                GroupCursor cursor = get(number);
                boolean named = subjectColumn.isPresent() && !cursor.isOrphan();
                visitor.cursor(cursor, named ? Optional.of(subject(in)) : Optional.empty());
            }
        }
    }

    private static Cell subject(DataInputStream in) throws IOException {
        CellType type = CellType.ofCode(in.readUnsignedByte()).orElseThrow();
        byte[] value = new byte[in.readInt()];
        in.readFully(value);
        return new Cell(type, Bytes.copyOf(value));
    }

    private static void close(@Nullable DataOutputStream out) throws IOException {
        if (out != null) {
            out.close();
        }
    }

    /** The sealed column of the subject, counted from 0. */
    Optional<Integer> subjectColumn() {
        return subjectColumn;
    }

    @Override
    public void close() throws IOException {
        try (groups) {
            close(out);
        }
    }
}
