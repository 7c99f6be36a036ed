package org.trialseal.core.prove;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.DatasetEvidence;
import org.trialseal.core.evidence.GroupTable;
import org.trialseal.core.evidence.NamedGroups.Named;
import org.trialseal.core.evidence.RecordColumns;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.proof.DatasetDisclosureWriter;
import org.trialseal.core.proof.DisclosurePlan;
import org.trialseal.core.proof.FieldSelection;
import org.trialseal.core.proof.ShownGroup;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.proof.TreePlace;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.Groups;
import org.trialseal.core.seal.RecordHasher;

/**
 * Shows records of one dataset: collects the rows that are wanted, and writes them group after group. Not safe for use by
 * several threads at once.
 */
final class DatasetProof implements Closeable {
    private final DatasetEvidence evidence;
    private final GroupIntegrity integrity;
    private final RowLocator locator;
    private final Wanted wanted;
    private final List<String> fields;
    private final BitSet shownColumns;
    private final RecordHasher hasher;
    private final RowSort sort;
    private final CollectedRows rows;
    private @Nullable GroupKey used;

    /** @param sort empty; keeps the rows until they are written */
    DatasetProof(
            DatasetEvidence evidence, StudyStore store, Bytes nonce, Wanted wanted, List<String> fields, RowSort sort)
            throws MalformedException {
        Optional<Integer> subjectColumn = RecordColumns.subject(evidence.schema(), evidence.settings());
        this.evidence = evidence;
        this.integrity = new GroupIntegrity(evidence);
        this.wanted = wanted;
        this.fields = List.copyOf(fields);
        this.shownColumns = Wanted.columns(evidence.schema(), fields);
        this.hasher = new RecordHasher(evidence.schema().size());
        this.locator = new RowLocator(evidence, store, nonce, subjectColumn, wanted.isWhole());
        this.sort = sort;
        this.rows = new CollectedRows(evidence, locator, wanted, subjectColumn, sort);
    }

    /** Number of records shown. */
    long shownRecords() {
        return rows.shown();
    }

    /** How many of the subjects asked for have no records here. */
    int absent() {
        return rows.absent().size();
    }

    /** Reads the dataset's table to its end and keeps what is wanted. */
    void collect(TableReader reader) throws IOException, MalformedException, ProofRefusedException {
        rows.read(reader);
    }

    private void commit(GroupKey key, RowSort.Row row, RowBatch values) {
        if (!key.equals(used)) {
            hasher.useGroup(key);
            used = key;
        }
        hasher.commit(values, 0, row.index(), row.position());
    }

    /** Writes the disclosure of what was collected. */
    void write(OutputStream out) throws IOException, MalformedException, ProofRefusedException {
        boolean listed = !wanted.isOfRecords();
        rows.requireListable();
        DisclosurePlan plan = new DisclosurePlan(
                listed ? Optional.of(evidence.openings().tagKey()) : Optional.empty(),
                listed,
                rows.absentCells(),
                rows.groups());
        DatasetDisclosureWriter writer = DatasetDisclosureWriter.begin(
                out, evidence.artifact(), evidence.entry().shape(), plan);
        if (listed) {
            evidence.groups().visit(group -> writer.entry(group.tag(), group.body()));
        }
        GroupWriter groups = new GroupWriter(writer, listed);
        sort.drainTo(groups::write);
        writer.finish();
    }

    /** The leaf of the only record that was collected, and the way from it to the dataset's root. */
    StockLeaf leaf(RowSort.Row row) throws IOException, MalformedException, ProofRefusedException {
        RowBatch values = row.values();
        GroupTable.Group group = evidence.groups().get(row.group());
        GroupKey key = locator.key(place(values), values, 0);
        integrity.requireIntact(group, key);
        commit(key, row, values);
        Bytes leaf = hasher.leafPreimage();
        StockPath path = StockPath.from(leaf.sha256())
                .climb(row.index(), group.count(), evidence.recordPath(group, row.index()))
                .hashBehind(Groups.bodyPrefix(hasher.bodySalt(), group.count()))
                .hashBehind(Groups.leafPrefix(group.tag()))
                .climb(group.index(), evidence.groups().size(), evidence.groupPath(group));
        return new StockLeaf(leaf, path);
    }

    /** The group of a row that was collected. */
    private Named place(RowBatch values) throws IOException, MalformedException {
        return Objects.requireNonNull(locator.locate(values, 0));
    }

    @Override
    public void close() throws IOException {
        locator.close();
    }

    /** Writes sorted rows, beginning a group whenever one starts. */
    private final class GroupWriter {
        private final DatasetDisclosureWriter writer;
        private final boolean listed;
        private @Nullable Open current;

        GroupWriter(DatasetDisclosureWriter writer, boolean listed) {
            this.writer = writer;
            this.listed = listed;
        }

        void write(RowSort.Row row) throws IOException, MalformedException, ProofRefusedException {
            Open open = current;
            if (open == null || row.group() != open.group().index()) {
                open = begin(row);
                current = open;
            }
            if (isWholeGroup()) {
                writer.record(row.position(), row.bytes(), row.from(), row.length());
            } else {
                writer.shown(shown(open, row));
            }
        }

        private ShownRecord shown(Open open, RowSort.Row row) throws IOException, MalformedException {
            RowBatch values = row.values();
            commit(open.key(), row, values);
            return new ShownRecord(
                    row.index(),
                    path(open, row.index()),
                    new FieldSelection(hasher, shownColumns).runs(values, 0, row.position()));
        }

        private boolean isWholeGroup() {
            return listed && fields.isEmpty();
        }

        /** Begins the group of a row. */
        private Open begin(RowSort.Row row) throws IOException, MalformedException, ProofRefusedException {
            RowBatch values = row.values();
            Named place = place(values);
            Open open = new Open(evidence.groups().get(row.group()), locator.key(place, values, 0), rows.shown(place));
            integrity.requireIntact(open.group(), open.key());
            ShownGroup group = new ShownGroup(
                    open.group().tag(),
                    listed ? locator.subject(values, 0) : Optional.empty(),
                    listed ? Optional.empty() : Optional.of(treePlace(open.group())),
                    open.group().count());
            if (isWholeGroup()) {
                writer.wholeGroup(group, open.key());
            } else {
                hasher.useGroup(open.key());
                used = open.key();
                writer.partialGroup(group, hasher.bodySalt(), open.shown());
            }
            return open;
        }

        private Optional<List<Sha256>> path(Open open, long index) throws IOException, MalformedException {
            boolean all = open.shown() == open.group().count();
            return all ? Optional.empty() : Optional.of(evidence.recordPath(open.group(), index));
        }

        private TreePlace treePlace(GroupTable.Group group) throws IOException, MalformedException {
            return new TreePlace(group.index(), evidence.groupPath(group));
        }
    }

    /** A group that is being written, and how many of its records are shown. */
    private record Open(GroupTable.Group group, GroupKey key, long shown) {}
}
