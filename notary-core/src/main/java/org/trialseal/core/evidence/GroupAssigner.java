package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
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
 * records, and keeps each group's key and tag, on disk when there are many. Filled by one thread at a time; keys may be read by others for groups
 * they were handed.
 */
final class GroupAssigner implements Closeable {
    private static final int UNGROUPED = -1;
    private static final int KEPT_KEYS = 1 << 22;
    private static final int KEPT_TAGS = 1 << 18;

    private final StudyStore store;
    private final Function<Secret, GroupKey> keyOf;
    private final @Nullable Bytes tagKey;
    private final int subjectColumn;
    private final GroupsBySubject groupsBySubject = new GroupsBySubject();
    private final IntColumn counts = new IntColumn();
    private final TemporaryRecords keys;
    private final TemporaryRecords tags;
    private boolean contiguous = true;
    private int last = -1;
    private long rows;

    /**
     * No group yet.
     *
     * @param folder for temporary files
     * @param subjectColumn 0-based index of the subject column; empty for grouping {@code none}
     */
    GroupAssigner(
            Path folder, StudyStore store, Bytes nonce, int artifact, Bytes tagKey, Optional<Integer> subjectColumn) {
        this(folder, store, secret -> GroupKey.derive(secret, nonce, artifact), tagKey, subjectColumn);
    }

    private GroupAssigner(
            Path folder,
            StudyStore store,
            Function<Secret, GroupKey> keyOf,
            @Nullable Bytes tagKey,
            Optional<Integer> subjectColumn) {
        this.store = store;
        this.keyOf = keyOf;
        this.tagKey = tagKey;
        this.subjectColumn = subjectColumn.orElse(UNGROUPED);
        this.keys = store.temporary(folder.resolve("keys.tmp"), Sha256.LENGTH, KEPT_KEYS);
        this.tags = store.temporary(folder.resolve("tags.tmp"), Sha256.LENGTH, KEPT_TAGS);
    }

    /** Sorts the rows of an event log, whose groups have no tags. */
    static GroupAssigner ofLog(
            Path folder, StudyStore store, Bytes ledger, String name, Optional<Integer> subjectColumn) {
        return new GroupAssigner(
                folder, store, secret -> GroupKey.deriveForLog(secret, ledger, name), null, subjectColumn);
    }

    /** Assigns every row of the next batch; returns the position of its first row in the file. */
    long assign(RowBatch batch, int[] groups, int[] indices) throws IOException {
        long first = rows;
        for (int row = 0; row < batch.rows(); row++) {
            int group = sameAsBefore(batch, row) ? last : groupOf(batch, row);
            contiguous &= group == last || counts.get(group) == 0;
            last = group;
            groups[row] = group;
            indices[row] = counts.increment(group);
        }
        rows += batch.rows();
        return first;
    }

    private boolean sameAsBefore(RowBatch batch, int row) {
        if (subjectColumn == UNGROUPED) {
            return last >= 0;
        }
        return row > 0 && batch.isAsAbove(row, subjectColumn);
    }

    private int groupOf(RowBatch batch, int row) throws IOException {
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
        int subject = store.secrets().number(handle);
        int group = groupsBySubject.find(subject);
        return group == GroupsBySubject.NONE ? newGroup(handle, subject, identifier(batch, row)) : group;
    }

    private int newGroup(SubjectHandle handle, int subject, Optional<Cell> identifier) throws IOException {
        SubjectSecrets secrets = store.secrets();
        Secret secret = subject < 0 ? secrets.secret(handle) : secrets.secret(subject);
        keys.add(keyOf.apply(secret).value().toArray());
        if (tagKey != null) {
            tags.add(Groups.tag(tagKey, identifier).toArray());
        }
        groupsBySubject.add(subject < 0 ? secrets.size() - 1 : subject);
        return groups() - 1;
    }

    private Optional<Cell> identifier(RowBatch batch, int row) {
        return subjectColumn == UNGROUPED ? Optional.empty() : Optional.of(batch.cell(row, subjectColumn));
    }

    GroupKey key(int group) throws IOException {
        return new GroupKey(Bytes.copyOf(keys.get(group)));
    }

    Sha256 tag(int group) throws IOException {
        return Sha256.wrap(tags.get(group));
    }

    int count(int group) {
        return counts.get(group);
    }

    int groups() {
        return groupsBySubject.groups();
    }

    long rows() {
        return rows;
    }

    /** Whether all records of each group stood together in the file. */
    boolean contiguous() {
        return contiguous;
    }

    @Override
    public void close() throws IOException {
        try (keys) {
            tags.close();
        }
    }
}
