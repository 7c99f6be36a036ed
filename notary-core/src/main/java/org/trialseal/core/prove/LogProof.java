package org.trialseal.core.prove;

import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.LogEvidence;
import org.trialseal.core.evidence.LogExport;
import org.trialseal.core.evidence.RecordColumns;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.proof.FieldSelection;
import org.trialseal.core.proof.LogDisclosureWriter;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.prove.ProofRefusedException.Code;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.EarlierLog;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.seal.RecordHasher;
import org.trialseal.core.seal.Secret;

/**
 * Shows records of one event log: reads the data once, keeps the rows that are wanted, checks each against its sealed
 * leaf, and writes them with the log's history. Not safe for use by several threads at once.
 */
final class LogProof {
    private final LogEvidence evidence;
    private final LogExport export;
    private final StudyStore store;
    private final Bytes ledger;
    private final Wanted wanted;
    private final Optional<Integer> subjectColumn;
    private final List<RecordHasher> hashers;
    private final List<BitSet> shownColumns;
    private final Map<Optional<Cell>, GroupKey> keys = new HashMap<>();
    private final byte[] leaf = new byte[Sha256.LENGTH];
    private @Nullable GroupKey used;
    private int usedSchema = -1;
    private long rows;
    private long shown;

    /** @param ledger the ledger id */
    LogProof(LogEvidence evidence, StudyStore store, Bytes ledger, Wanted wanted, List<String> fields)
            throws MalformedException {
        LogSchemas schemas = evidence.schemas();
        this.evidence = evidence;
        this.export = evidence.export(schemas.last(), evidence.entry().records());
        this.store = store;
        this.ledger = ledger;
        this.wanted = wanted;
        this.subjectColumn = RecordColumns.subject(schemas.last(), evidence.settings());
        this.hashers = schemas.list().stream()
                .map(since -> RecordHasher.ofLog(since.schema()))
                .toList();
        this.shownColumns = schemas.list().stream()
                .map(since -> Wanted.columns(since.schema(), fields))
                .toList();
    }

    /** Number of records shown. */
    long shownRecords() {
        return shown;
    }

    /** Reads the log's table to its end and hands what is wanted to {@code sink}. */
    void collect(TableReader reader, RowSink sink) throws IOException, MalformedException, ProofRefusedException {
        for (Optional<TableReader.Piece> piece = reader.nextPiece(); piece.isPresent(); piece = reader.nextPiece()) {
            RowBatch batch = piece.get().decode();
            for (int row = 0; row < batch.rows(); row++) {
                if (isWanted(batch, row)) {
                    take(batch, row, sink);
                }
                rows++;
            }
        }
        if (rows != evidence.entry().records()) {
            throw new ProofRefusedException(
                    Code.LOG_LENGTH,
                    evidence.entry().name(),
                    rows,
                    evidence.entry().records());
        }
        if (wanted.isOfRecords() && shown == 0) {
            throw new ProofRefusedException(Code.NO_RECORD, evidence.entry().name());
        }
    }

    private boolean isWanted(RowBatch batch, int row) {
        return wanted.isWhole()
                || wanted.isAt(rows)
                || wanted.matches(batch, row)
                || subjectColumn.isPresent() && wanted.isOfSubject(batch.cell(row, subjectColumn.get()));
    }

    private void take(RowBatch batch, int row, RowSink sink)
            throws IOException, MalformedException, ProofRefusedException {
        long index = export.index(rows);
        if (index < 0 || index >= evidence.entry().records()) {
            throw notSealed();
        }
        RowBatch single = batch.row(row);
        RecordHasher hasher = commit(index, single);
        hasher.leafHash(leaf, 0);
        if (!Sha256.wrap(leaf).equals(evidence.leaf(index))) {
            throw notSealed();
        }
        shown++;
        sink.add(0, index, index, single, 0);
    }

    private ProofRefusedException notSealed() {
        return new ProofRefusedException(
                Code.LOG_RECORD_ALTERED, rows + 1, evidence.entry().name());
    }

    /** Commits to a row of the export, as the record of this index. */
    private RecordHasher commit(long index, RowBatch row) throws IOException, ProofRefusedException {
        int number = export.schemas().numberAt(index);
        RecordHasher hasher = hashers.get(number);
        GroupKey key = key(subjectColumn.map(column -> row.cell(0, column)));
        if (!key.equals(used) || number != usedSchema) {
            hasher.useGroup(key);
            used = key;
            usedSchema = number;
        }
        hasher.commit(export.under(number, row), 0, index, index);
        return hasher;
    }

    private GroupKey key(Optional<Cell> subject) throws IOException, ProofRefusedException {
        GroupKey known = keys.get(subject);
        if (known == null) {
            Optional<Secret> secret = subject.isPresent() ? store.secret(subject.get()) : store.studySecret();
            known = GroupKey.deriveForLog(
                    secret.orElseThrow(() -> new ProofRefusedException(Code.SUBJECT_SECRET)),
                    ledger,
                    evidence.entry().name());
            keys.put(subject, known);
        }
        return known;
    }

    /** Writes what was collected. */
    void write(RowSort sort, OutputStream out) throws IOException, MalformedException, ProofRefusedException {
        LogDisclosureWriter writer = LogDisclosureWriter.begin(
                out,
                evidence.artifact(),
                export.schemas(),
                evidence.entry().records(),
                evidence.earlier().size());
        for (EarlierLog earlier : evidence.earlier()) {
            writer.earlier(earlier, evidence.consistency(earlier));
        }
        writer.records(shown);
        sort.drainTo(row -> write(row, writer));
        writer.finish();
    }

    private void write(RowSort.Row row, LogDisclosureWriter writer) throws IOException, ProofRefusedException {
        int number = export.schemas().numberAt(row.index());
        RowBatch exported = row.values();
        RecordHasher hasher = commit(row.index(), exported);
        RowBatch values = export.under(number, exported);
        writer.shown(new ShownRecord(
                row.index(),
                path(row.index()),
                new FieldSelection(hasher, shownColumns.get(number)).runs(values, 0, row.index())));
    }

    /** The leaf of a record that was collected, and the way from it to the log's root. */
    StockLeaf leaf(RowSort.Row row) throws IOException, MalformedException, ProofRefusedException {
        Bytes leaf = commit(row.index(), row.values()).leafPreimage();
        StockPath path = StockPath.from(leaf.sha256())
                .climb(row.index(), evidence.entry().records(), evidence.path(row.index()));
        return new StockLeaf(leaf, path);
    }

    private Optional<List<Sha256>> path(long index) throws IOException {
        if (shown == evidence.entry().records()) {
            return Optional.empty();
        }
        try {
            return Optional.of(evidence.path(index));
        } catch (MalformedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
