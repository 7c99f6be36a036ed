package org.trialseal.core.prove;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.DatasetEvidence;
import org.trialseal.core.evidence.GroupTable;
import org.trialseal.core.evidence.NamedGroups;
import org.trialseal.core.evidence.NamedGroups.Named;
import org.trialseal.core.evidence.SealedGroup;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.prove.ProofRefusedException.Code;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.Secret;

/** Finds the sealed groups of rows, and the groups' keys. For one thread at a time. */
final class RowLocator implements NamedGroups.Subjects, Closeable {
    private static final long FEW = 1 << 14;

    private final DatasetEvidence evidence;
    private final StudyStore store;
    private final Bytes nonce;
    private final Optional<Integer> subjectColumn;
    private final boolean keysAtOnce;
    private final NamedGroups groups;

    /** @param keys whether the keys of all groups that are met will be asked for */
    RowLocator(DatasetEvidence evidence, StudyStore store, Bytes nonce, Optional<Integer> subjectColumn, boolean keys) {
        this.evidence = evidence;
        this.store = store;
        this.nonce = nonce;
        this.subjectColumn = subjectColumn;
        this.keysAtOnce = keys || evidence.groups().size() <= FEW;
        this.groups = NamedGroups.in(store, this, subjectColumn);
    }

    @Override
    public int number(CellType type, byte[] source, int offset, int length) throws IOException {
        return store.number(type, source, offset, length);
    }

    @Override
    public Optional<SealedGroup> find(Optional<Cell> subject, int number) throws IOException {
        Optional<GroupTable.Group> found = evidence.group(subject);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        GroupTable.Group group = found.get();
        Optional<GroupKey> key = keysAtOnce ? secret(subject, number).map(this::key) : Optional.empty();
        return Optional.of(new SealedGroup(group.index(), group.tree().firstLeaf(), group.count(), key));
    }

    private Optional<Secret> secret(Optional<Cell> subject, int number) throws IOException {
        if (subject.isEmpty()) {
            return store.studySecret();
        }
        return number < 0 ? Optional.empty() : Optional.of(store.secret(number));
    }

    private GroupKey key(Secret secret) {
        return GroupKey.derive(secret, nonce, evidence.artifact());
    }

    /** The group of a row; null when no such subject was sealed in this dataset. */
    @Nullable
    Named locate(RowBatch batch, int row) throws IOException, MalformedException {
        return groups.of(batch, row);
    }

    /** The group of a subject; null when no such subject was sealed in this dataset. */
    @Nullable
    Named locate(Cell subject) throws IOException, MalformedException {
        return groups.of(subject);
    }

    /** The group with this number. */
    SealedGroup group(int number) throws IOException {
        return groups.get(number);
    }

    /** How many groups were met. */
    int groups() {
        return groups.size();
    }

    /** The subject of a row. */
    Optional<Cell> subject(RowBatch batch, int row) {
        return subjectColumn.map(column -> batch.cell(row, column));
    }

    /** The key of the group of a row. */
    GroupKey key(Named place, RowBatch batch, int row) throws IOException, ProofRefusedException {
        Optional<GroupKey> known = place.group().key();
        if (known.isEmpty() && !keysAtOnce) {
            Optional<Cell> subject = subject(batch, row);
            Optional<Secret> secret = subject.isPresent() ? store.secret(subject.get()) : store.studySecret();
            known = secret.map(this::key);
        }
        return known.orElseThrow(() -> new ProofRefusedException(Code.SUBJECT_SECRET));
    }

    @Override
    public void close() throws IOException {
        groups.close();
    }
}
