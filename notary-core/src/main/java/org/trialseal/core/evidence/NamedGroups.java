package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;

/**
 * The sealed groups that the rows at hand have named so far, numbered by first appearance. The first subjects are found by
 * the bytes of their cells; of the others only their number in the study is in memory, and what is known of their groups
 * on disk when there are many. Filled by one thread at a time; groups may be read by others who were handed their numbers.
 */
public final class NamedGroups implements Closeable {
    private static final int UNGROUPED = -1;
    private static final int QUICK = 1 << 13;
    private static final int KEPT_BYTES = 1 << 20;

    private final Subjects subjects;
    private final int subjectColumn;
    private final int quick;
    private final TemporaryRecords groups;
    private final GroupsBySubject bySubject = new GroupsBySubject();
    private final Map<Long, Integer> unnumbered = new HashMap<>();
    private @Nullable Slot[] table = new Slot[64];
    private int slots;
    private @Nullable Slot last;

    /** What is known of the subjects of a sealed dataset. */
    public interface Subjects {
        /** A number from 0 that this subject keeps; a negative one when it has none. */
        int number(CellType type, byte[] source, int offset, int length) throws IOException;

        /**
         * The group of a subject; of the only group with empty {@code subject}.
         *
         * @param number what {@link #number} said
         */
        Optional<SealedGroup> find(Optional<Cell> subject, int number) throws IOException, MalformedException;
    }

    /**
     * A group that was named.
     *
     * @param number by first appearance, from 0
     */
    public record Named(int number, SealedGroup group) {}

    /** A subject that was met, with its group when it is in the seal. */
    private static final class Slot {
        private final int hash;
        private final int type;
        private final byte[] value;
        private final @Nullable Named named;

        Slot(int hash, int type, byte[] value, @Nullable Named named) {
            this.hash = hash;
            this.type = type;
            this.value = value;
            this.named = named;
        }

        boolean is(RowBatch batch, int row, int column) {
            int from = batch.offset(row, column);
            int to = from + batch.length(row, column);
            return type == batch.type(row, column).code()
                    && Arrays.equals(value, 0, value.length, batch.buffer(), from, to);
        }
    }

    private NamedGroups(TemporaryRecords groups, Subjects subjects, Optional<Integer> subjectColumn, int quick) {
        this.groups = groups;
        this.subjects = subjects;
        this.subjectColumn = subjectColumn.orElse(UNGROUPED);
        this.quick = quick;
    }

    /**
     * None yet; what is known of them is kept beside the secrets of a study.
     *
     * @param subjectColumn counted from 0; empty for grouping {@code none}
     */
    public static NamedGroups in(StudyStore store, Subjects subjects, Optional<Integer> subjectColumn) {
        return new NamedGroups(
                store.temporary(store.temporaryFile(), SealedGroup.LENGTH, KEPT_BYTES), subjects, subjectColumn, QUICK);
    }

    /**
     * None yet.
     *
     * @param file to be made when there are many, and deleted on closing; encrypted
     * @param subjectColumn counted from 0; empty for grouping {@code none}
     */
    public static NamedGroups in(Path file, SecureRandom random, Subjects subjects, Optional<Integer> subjectColumn) {
        return in(file, random, subjects, subjectColumn, QUICK);
    }

    /**
     * The same.
     *
     * @param quick how many subjects are found by their bytes, and about how many groups stay in memory
     */
    public static NamedGroups in(
            Path file, SecureRandom random, Subjects subjects, Optional<Integer> subjectColumn, int quick) {
        int kept = Math.min(KEPT_BYTES, quick * SealedGroup.LENGTH);
        return new NamedGroups(
                new TemporaryRecords(file, SealedGroup.LENGTH, kept, random), subjects, subjectColumn, quick);
    }

    /** How many there are. */
    public int size() {
        return groups.size();
    }

    /** The group with this number. */
    public SealedGroup get(int number) throws IOException {
        return SealedGroup.ofBytes(groups.get(number));
    }

    /** The group of a row; null when its subject is not in the seal. */
    public @Nullable Named of(RowBatch batch, int row) throws IOException, MalformedException {
        Slot known = last;
        if (known == null || subjectColumn != UNGROUPED && !known.is(batch, row, subjectColumn)) {
            known = subjectColumn == UNGROUPED
                    ? new Slot(0, 0, new byte[0], named(Optional.empty(), UNGROUPED))
                    : slot(batch, row);
            last = known;
        }
        return known.named;
    }

    private Slot slot(RowBatch batch, int row) throws IOException, MalformedException {
        int hash = hash(batch, row);
        int at = hash & table.length - 1;
        for (Slot slot = table[at]; slot != null; slot = table[at]) {
            if (slot.hash == hash && slot.is(batch, row, subjectColumn)) {
                return slot;
            }
            at = at + 1 & table.length - 1;
        }
        int from = batch.offset(row, subjectColumn);
        byte[] value = Arrays.copyOfRange(batch.buffer(), from, from + batch.length(row, subjectColumn));
        CellType type = batch.type(row, subjectColumn);
        Slot fresh = new Slot(hash, type.code(), value, named(batch, row, type, value));
        if (slots < quick) {
            keep(fresh, at);
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

    private void keep(Slot fresh, int at) {
        table[at] = fresh;
        if (++slots * 2 <= table.length) {
            return;
        }
        Slot[] old = table;
        table = new Slot[2 * old.length];
        Arrays.stream(old).filter(slot -> slot != null).forEach(slot -> {
            int free = slot.hash & table.length - 1;
            while (table[free] != null) {
                free = free + 1 & table.length - 1;
            }
            table[free] = slot;
        });
    }

    private @Nullable Named named(RowBatch batch, int row, CellType type, byte[] value)
            throws IOException, MalformedException {
        int subject = subjects.number(type, value, 0, value.length);
        int known = bySubject.find(subject);
        return known == GroupsBySubject.NONE
                ? named(Optional.of(batch.cell(row, subjectColumn)), subject)
                : new Named(known, get(known));
    }

    /** The group of a subject, whether or not a row has named it yet; null when it is not in the seal. */
    public @Nullable Named of(Cell subject) throws IOException, MalformedException {
        byte[] value = subject.value().toArray();
        int number = subjects.number(subject.type(), value, 0, value.length);
        int known = bySubject.find(number);
        return known == GroupsBySubject.NONE ? named(Optional.of(subject), number) : new Named(known, get(known));
    }

    private @Nullable Named named(Optional<Cell> subject, int number) throws IOException, MalformedException {
        Optional<SealedGroup> found = subjects.find(subject, number);
        if (found.isEmpty()) {
            return null;
        }
        Integer known = number < 0 ? unnumbered.get(found.get().index()) : null;
        return known == null ? add(found.get(), number) : new Named(known, get(known));
    }

    /** Gives a number to a group that no row names. */
    public Named add(SealedGroup group) throws IOException {
        return add(group, GroupsBySubject.NONE);
    }

    private Named add(SealedGroup group, int subject) throws IOException {
        int number = groups.size();
        groups.add(group.toBytes());
        bySubject.add(subject);
        if (subject < 0) {
            unnumbered.put(group.index(), number);
        }
        return new Named(number, group);
    }

    @Override
    public void close() throws IOException {
        groups.close();
    }
}
