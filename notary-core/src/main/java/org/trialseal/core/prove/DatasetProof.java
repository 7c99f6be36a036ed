package org.trialseal.core.prove;

import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.DatasetEvidence;
import org.trialseal.core.evidence.GroupTable;
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
final class DatasetProof {
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
        this.locator = new RowLocator(evidence, store, nonce, subjectColumn);
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
        RowLocator.Place place = rows.place(row.group());
        GroupTable.Group group = place.group();
        GroupKey key = locator.key(place);
        integrity.requireIntact(group, key);
        commit(key, row, row.values());
        Bytes leaf = hasher.leafPreimage();
        StockPath path = StockPath.from(leaf.sha256())
                .climb(row.index(), group.count(), evidence.recordPath(group, row.index()))
                .hashBehind(Groups.bodyPrefix(hasher.bodySalt(), group.count()))
                .hashBehind(Groups.leafPrefix(group.tag()))
                .climb(group.index(), evidence.groups().size(), evidence.groupPath(group));
        return new StockLeaf(leaf, path);
    }

    /** Writes sorted rows, beginning a group whenever one starts. */
    private final class GroupWriter {
        private final DatasetDisclosureWriter writer;
        private final boolean listed;
        private RowLocator.@Nullable Place current;

        GroupWriter(DatasetDisclosureWriter writer, boolean listed) {
            this.writer = writer;
            this.listed = listed;
        }

        void write(RowSort.Row row) throws IOException, MalformedException, ProofRefusedException {
            RowLocator.Place place = current;
            if (place == null || row.group() != place.group().index()) {
                place = rows.place(row.group());
                current = place;
                begin(place, locator.key(place));
            }
            if (isWholeGroup()) {
                writer.record(row.position(), row.bytes(), row.from(), row.length());
            } else {
                writer.shown(shown(place, row));
            }
        }

        private ShownRecord shown(RowLocator.Place place, RowSort.Row row)
                throws IOException, MalformedException, ProofRefusedException {
            RowBatch values = row.values();
            commit(locator.key(place), row, values);
            return new ShownRecord(
                    row.index(),
                    path(place, row.index()),
                    new FieldSelection(hasher, shownColumns).runs(values, 0, row.position()));
        }

        private boolean isWholeGroup() {
            return listed && fields.isEmpty();
        }

        private void begin(RowLocator.Place place, GroupKey key) throws IOException, MalformedException {
            integrity.requireIntact(place.group(), key);
            ShownGroup group = new ShownGroup(
                    place.group().tag(),
                    listed ? place.subject() : Optional.empty(),
                    listed ? Optional.empty() : Optional.of(treePlace(place.group())),
                    place.group().count());
            if (isWholeGroup()) {
                writer.wholeGroup(group, key);
            } else {
                hasher.useGroup(key);
                used = key;
                writer.partialGroup(group, hasher.bodySalt(), place.shown());
            }
        }

        private Optional<List<Sha256>> path(RowLocator.Place place, long index) throws IOException, MalformedException {
            boolean all = place.shown() == place.group().count();
            return all ? Optional.empty() : Optional.of(evidence.recordPath(place.group(), index));
        }

        private TreePlace treePlace(GroupTable.Group group) throws IOException, MalformedException {
            return new TreePlace(group.index(), evidence.groupPath(group));
        }
    }
}
