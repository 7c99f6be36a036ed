package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.DatasetEvidence;
import org.trialseal.core.evidence.DatasetOpenings;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.GroupTable;
import org.trialseal.core.evidence.SealedGroup;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.Groups;
import org.trialseal.core.seal.RecordHasher;
import org.trialseal.core.seal.Secret;

/** A dataset of an evidence folder, opened with the secrets of the study store. */
final class FolderDataset implements SealedDataset {
    private final DatasetEvidence evidence;
    private final StudyStore store;
    private final Bytes nonce;
    private final RecordHasher hasher;

    private FolderDataset(DatasetEvidence evidence, StudyStore store, Bytes nonce) {
        this.evidence = evidence;
        this.store = store;
        this.nonce = nonce;
        this.hasher = new RecordHasher(evidence.schema().size());
    }

    /**
     * Opens a dataset.
     *
     * @throws MalformedException when the folder's evidence is damaged and does not lead to what was sealed
     */
    static FolderDataset open(EvidenceFolder folder, int artifact, DatasetOpenings openings, StudyStore store)
            throws IOException, MalformedException {
        DatasetEvidence evidence = DatasetEvidence.open(folder, artifact, openings);
        try {
            evidence.requireSealed();
        } catch (IOException | MalformedException | RuntimeException e) {
            evidence.close();
            throw e;
        }
        return new FolderDataset(evidence, store, folder.statement().nonce());
    }

    @Override
    public Schema schema() {
        return evidence.schema();
    }

    @Override
    public ImportSettings settings() {
        return evidence.settings();
    }

    @Override
    public long records() {
        return evidence.entry().shape().records();
    }

    @Override
    public long hiddenRecords() {
        return 0;
    }

    @Override
    public long groups() {
        return evidence.entry().shape().groups();
    }

    @Override
    public int number(CellType type, byte[] source, int offset, int length) throws IOException {
        return store.number(type, source, offset, length);
    }

    @Override
    public Optional<SealedGroup> find(Optional<Cell> subject) throws IOException, MalformedException {
        Optional<GroupTable.Group> found = evidence.group(subject);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        GroupTable.Group group = found.get();
        Optional<Secret> secret = subject.isPresent() ? store.secret(subject.get()) : store.studySecret();
        Optional<GroupKey> key = secret.map(this::key).filter(candidate -> opens(candidate, group));
        return Optional.of(sealed(group, key));
    }

    private GroupKey key(Secret secret) {
        return GroupKey.derive(secret, nonce, evidence.artifact());
    }

    private boolean opens(GroupKey key, GroupTable.Group group) {
        hasher.useGroup(key);
        return opens(hasher.bodySalt(), group);
    }

    private static boolean opens(Bytes bodySalt, GroupTable.Group group) {
        return Groups.body(bodySalt, group.count(), group.tree().root()).equals(group.body());
    }

    private static SealedGroup sealed(GroupTable.Group group, Optional<GroupKey> key) {
        return new SealedGroup(group.index(), group.tree().firstLeaf(), group.count(), key);
    }

    @Override
    public boolean knowsAllSubjects() {
        return true;
    }

    @Override
    public void visitGroups(GroupVisitor visitor) throws IOException, MalformedException {
        evidence.groups().visit(group -> visitor.group(sealed(group, Optional.empty())));
    }

    @Override
    public List<SealedGroup> open(List<SealedGroup> groups) throws IOException {
        Map<Long, GroupTable.Group> closed = new TreeMap<>();
        for (SealedGroup group : groups) {
            closed.put(group.index(), evidence.groups().get(group.index()));
        }
        List<SealedGroup> opened = new ArrayList<>();
        for (int number = 0; number < store.secretCount(); number++) {
            GroupKey key = key(store.secret(number));
            hasher.useGroup(key);
            Bytes salt = hasher.bodySalt();
            closed.values().removeIf(group -> opens(salt, group) && opened.add(sealed(group, Optional.of(key))));
            if (closed.isEmpty()) {
                break;
            }
        }
        return opened;
    }

    @Override
    public void readLeaves(long record, int count, byte[] target) throws IOException {
        evidence.readLeaves(record, count, target);
    }

    @Override
    public void readFingerprints(long record, int count, byte[] target) throws IOException {
        evidence.readFingerprints(record, count, target);
    }

    @Override
    public void close() throws IOException {
        evidence.close();
    }
}
