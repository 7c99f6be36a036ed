package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.FingerprintLayout;
import org.trialseal.core.evidence.LogEvidence;
import org.trialseal.core.evidence.LogExport;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.core.seal.RecordHasher;
import org.trialseal.core.seal.Secret;

/**
 * An event log of an evidence folder beside one later export: the leaf hash decides whether a row is the same, the
 * prefixes of the field commitments name what differs. Not safe for use by several threads at once.
 */
final class FolderLog implements SealedLog {
    /** Changed records whose sealed subject is searched for among all subjects. */
    private static final int MAX_SEARCHES = 200;

    private final LogEvidence evidence;
    private final LogExport export;
    private final StudyStore store;
    private final Bytes ledger;
    private final Optional<Integer> subjectColumn;
    private final List<String> keyColumns;
    private final LogOrder order;
    private final Schema later;
    private final List<RecordHasher> hashers;
    private final Map<Optional<Cell>, Optional<GroupKey>> keys = new HashMap<>();
    private final byte[] leaf = new byte[Sha256.LENGTH];
    private final byte[] prefix = new byte[FingerprintLayout.PREFIX];
    private final byte[] fingerprint;
    private int searches;

    /** @param export a later one; it has all columns of the log */
    FolderLog(LogEvidence evidence, StudyStore store, Bytes ledger, DatasetPlan export) throws MalformedException {
        this.evidence = evidence;
        this.later = export.schema();
        this.export = evidence.export(later, export.records());
        this.store = store;
        this.ledger = ledger;
        this.subjectColumn =
                evidence.settings().subject().map(name -> later.indexOf(name).orElseThrow());
        this.keyColumns = PackageLog.keyColumnsOf(evidence.settings());
        this.order = evidence.openings().order();
        this.hashers = evidence.schemas().list().stream()
                .map(since -> RecordHasher.ofLog(since.schema()))
                .toList();
        this.fingerprint = new byte[evidence.layout().length()];
    }

    @Override
    public long records() {
        return evidence.entry().records();
    }

    @Override
    public LogOrder order() {
        return order;
    }

    @Override
    public List<String> keyColumns() {
        return keyColumns;
    }

    @Override
    public boolean isSame(RowBatch row, long index) throws IOException, MalformedException {
        Optional<GroupKey> key = key(subject(row));
        if (key.isEmpty()) {
            return false;
        }
        int number = export.schemas().numberAt(index);
        RecordHasher hasher = commit(key.get(), row, index);
        hasher.leafHash(leaf, 0);
        return Sha256.wrap(leaf).equals(evidence.leaf(index))
                && export.surplus(number, row, 0).isEmpty();
    }

    private Optional<Cell> subject(RowBatch row) {
        return subjectColumn.map(column -> row.cell(0, column));
    }

    private Optional<GroupKey> key(Optional<Cell> subject) throws IOException {
        Optional<GroupKey> known = keys.get(subject);
        if (known == null) {
            known = (subject.isPresent() ? store.secret(subject.get()) : store.studySecret()).map(this::key);
            keys.put(subject, known);
        }
        return known;
    }

    private GroupKey key(Secret secret) {
        return GroupKey.deriveForLog(secret, ledger, evidence.entry().name());
    }

    private RecordHasher commit(GroupKey key, RowBatch row, long index) {
        int number = export.schemas().numberAt(index);
        RecordHasher hasher = hashers.get(number);
        hasher.useGroup(key);
        hasher.commit(export.under(number, row), 0, index, index);
        return hasher;
    }

    @Override
    public Judgement judge(RowBatch row, long index) throws IOException {
        evidence.readFingerprint(index, fingerprint);
        Optional<GroupKey> key = key(subject(row)).filter(own -> opens(own, row, index));
        boolean searched = key.isEmpty() && searches++ < MAX_SEARCHES;
        if (searched) {
            key = search(row, index);
        }
        if (key.isPresent()) {
            return new Judgement.Changed(differing(commit(key.get(), row, index), row, index));
        }
        return searched ? new Judgement.Unseen() : new Judgement.Changed(List.of());
    }

    private Optional<GroupKey> search(RowBatch row, long index) throws IOException {
        for (int number = 0; number < store.secretCount(); number++) {
            GroupKey key = key(store.secret(number));
            if (opens(key, row, index)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** Whether a key is that of the sealed record: only then does it unmask the record's index. */
    private boolean opens(GroupKey key, RowBatch row, long index) {
        RecordHasher hasher = commit(key, row, index);
        return evidence.layout().position(fingerprint, 0, hasher.positionMask()) == index;
    }

    private List<Integer> differing(RecordHasher hasher, RowBatch row, long index) {
        int number = export.schemas().numberAt(index);
        Schema schema = export.schemas().schema(number);
        List<Integer> columns = new ArrayList<>();
        for (int j = 0; j < schema.size(); j++) {
            String name = schema.columns().get(j).name();
            int at = evidence.layout()
                    .fieldOffset(export.schemas().last().indexOf(name).orElseThrow() + 1);
            hasher.copyCommitment(j + 1, prefix, 0, prefix.length);
            if (!Arrays.equals(prefix, 0, prefix.length, fingerprint, at, at + prefix.length)) {
                columns.add(later.indexOf(name).orElseThrow());
            }
        }
        export.surplus(number, row, 0).ifPresent(columns::add);
        return columns;
    }
}
