package org.trialseal.core.evidence;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.Groups;
import org.trialseal.core.seal.Secret;

/**
 * Sorts the rows of a dataset into groups, in the order of the file: numbers groups by first appearance, counts their
 * records, and keeps each group's key and tag. Filled by one thread at a time; keys may be read by others for groups
 * they were handed.
 */
final class GroupAssigner {
    private static final int UNGROUPED = -1;
    private static final int NONE = -1;

    private final StudyStore store;
    private final Function<Secret, GroupKey> keyOf;
    private final @Nullable Bytes tagKey;
    private final int subjectColumn;
    private int[] groupsBySubject = new int[16];
    private int[] counts = new int[16];
    private final HashColumn keys = new HashColumn();
    private final HashColumn tags = new HashColumn();
    private int known;
    private boolean contiguous = true;
    private int last = -1;
    private long rows;

    /** @param subjectColumn 0-based index of the subject column; empty for grouping {@code none} */
    GroupAssigner(StudyStore store, Bytes nonce, int artifact, Bytes tagKey, Optional<Integer> subjectColumn) {
        this(store, secret -> GroupKey.derive(secret, nonce, artifact), tagKey, subjectColumn);
    }

    private GroupAssigner(
            StudyStore store,
            Function<Secret, GroupKey> keyOf,
            @Nullable Bytes tagKey,
            Optional<Integer> subjectColumn) {
        this.store = store;
        this.keyOf = keyOf;
        this.tagKey = tagKey;
        this.subjectColumn = subjectColumn.orElse(UNGROUPED);
    }

    /** Sorts the rows of an event log, whose groups have no tags. */
    static GroupAssigner ofLog(StudyStore store, Bytes ledger, String name, Optional<Integer> subjectColumn) {
        return new GroupAssigner(store, secret -> GroupKey.deriveForLog(secret, ledger, name), null, subjectColumn);
    }

    /** Assigns every row of the next batch; returns the position of its first row in the file. */
    long assign(RowBatch batch, int[] groups, int[] indices) {
        long first = rows;
        for (int row = 0; row < batch.rows(); row++) {
            int group = sameAsBefore(batch, row) ? last : groupOf(batch, row);
            contiguous &= group == last || counts[group] == 0;
            last = group;
            groups[row] = group;
            indices[row] = counts[group]++;
        }
        rows += batch.rows();
        return first;
    }

    private boolean sameAsBefore(RowBatch batch, int row) {
        if (subjectColumn == UNGROUPED) {
            return last >= 0;
        }
        if (row == 0 || batch.type(row, subjectColumn) != batch.type(row - 1, subjectColumn)) {
            return false;
        }
        int from = batch.offset(row, subjectColumn);
        int before = batch.offset(row - 1, subjectColumn);
        return Arrays.equals(
                batch.buffer(),
                from,
                from + batch.length(row, subjectColumn),
                batch.buffer(),
                before,
                before + batch.length(row - 1, subjectColumn));
    }

    private int groupOf(RowBatch batch, int row) {
        SubjectHandle handle = store.handle();
        if (subjectColumn == UNGROUPED) {
            handle.computeStudy();
        } else {
            handle.compute(
                    batch.type(row, subjectColumn),
                    batch.buffer(),
                    batch.offset(row, subjectColumn),
                    batch.length(row, subjectColumn));
        }
        int group = groupOf(store.secrets().number(handle));
        if (group == NONE) {
            group = known;
            addGroup(group, store.secrets().secret(handle), identifier(batch, row));
            remember(store.secrets().number(handle), group);
        }
        return group;
    }

    private int groupOf(int subject) {
        return subject < 0 || subject >= groupsBySubject.length ? NONE : groupsBySubject[subject] - 1;
    }

    private void remember(int subject, int group) {
        if (subject >= groupsBySubject.length) {
            groupsBySubject = Arrays.copyOf(groupsBySubject, Math.max(subject + 1, 2 * groupsBySubject.length));
        }
        groupsBySubject[subject] = group + 1;
    }

    private Optional<Cell> identifier(RowBatch batch, int row) {
        return subjectColumn == UNGROUPED ? Optional.empty() : Optional.of(batch.cell(row, subjectColumn));
    }

    private void addGroup(int group, Secret secret, Optional<Cell> identifier) {
        if (group == counts.length) {
            counts = Arrays.copyOf(counts, 2 * group);
        }
        keys.set(group, keyOf.apply(secret).value().toArray());
        if (tagKey != null) {
            tags.set(group, Groups.tag(tagKey, identifier).toArray());
        }
        known++;
    }

    GroupKey key(int group) {
        return new GroupKey(Bytes.copyOf(keys.get(group)));
    }

    Sha256 tag(int group) {
        return Sha256.wrap(tags.get(group));
    }

    /** All groups by ascending tag. */
    int[] byTag() {
        return tags.sorted(known);
    }

    int count(int group) {
        return counts[group];
    }

    int groups() {
        return known;
    }

    long rows() {
        return rows;
    }

    /** Whether all records of each group stood together in the file. */
    boolean contiguous() {
        return contiguous;
    }
}
