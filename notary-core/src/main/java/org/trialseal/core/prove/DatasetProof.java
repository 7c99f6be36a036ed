package org.trialseal.core.prove;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.DatasetEvidence;
import org.trialseal.core.evidence.GroupTable;
import org.trialseal.core.evidence.RecordColumns;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.merkle.RootBuilder;
import org.trialseal.core.proof.DatasetDisclosureWriter;
import org.trialseal.core.proof.DisclosurePlan;
import org.trialseal.core.proof.FieldSelection;
import org.trialseal.core.proof.Limit;
import org.trialseal.core.proof.ShownGroup;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.proof.TreePlace;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.Groups;
import org.trialseal.core.seal.RecordHasher;

/**
 * Shows records of one dataset: reads the data once, keeps the rows that are wanted, checks each against its sealed
 * leaf, and writes them group after group. Not safe for use by several threads at once.
 */
final class DatasetProof {
    private final DatasetEvidence evidence;
    private final RowLocator locator;
    private final Wanted wanted;
    private final List<String> fields;
    private final BitSet shownColumns;
    private final Optional<Integer> subjectColumn;
    private final RecordHasher hasher;
    private final byte[] leaf = new byte[Sha256.LENGTH];
    private final TreeMap<Long, RowLocator.Place> places = new TreeMap<>();
    private final TreeMap<Long, Long> shownCounts = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();
    private final EnumSet<CellType> subjectTypes = EnumSet.of(CellType.TEXT, CellType.MISSING);
    private long position;
    private long shownRecords;
    private @Nullable GroupKey used;

    DatasetProof(DatasetEvidence evidence, StudyStore store, Bytes nonce, Wanted wanted, List<String> fields)
            throws MalformedException {
        this.evidence = evidence;
        this.wanted = wanted;
        this.fields = List.copyOf(fields);
        this.shownColumns = Wanted.columns(evidence.schema(), fields);
        this.hasher = new RecordHasher(evidence.schema().size());
        this.subjectColumn = RecordColumns.subject(evidence.schema(), evidence.settings());
        this.locator = new RowLocator(evidence, store, nonce, subjectColumn);
    }

    /** Number of records shown. */
    long shownRecords() {
        return shownRecords;
    }

    /** The subjects asked for that have no records here. */
    List<String> absent() {
        return unknown;
    }

    /** Number of subject groups of which something is shown. */
    long shownGroups() {
        return places.size();
    }

    /** The subject of a group that is shown. */
    Optional<Cell> subject(long group) {
        return Objects.requireNonNull(places.get(group)).subject();
    }

    /**
     * Length in bytes, about, of all that the disclosure says of groups and paths.
     *
     * @param listed whether all subject entries are listed
     */
    long length(boolean listed) {
        long groups = evidence.entry().shape().groups();
        long length = listed ? DisclosureSize.list(groups) : 0;
        for (RowLocator.Place place : places.values()) {
            long shown = shownCounts.getOrDefault(place.group().index(), 0L);
            int identifier = place.subject().map(cell -> cell.value().length()).orElse(0);
            length += listed
                    ? DisclosureSize.namedGroup(identifier)
                    : DisclosureSize.group(groups)
                            + DisclosureSize.paths(shown, place.group().count());
        }
        return length;
    }

    /** Reads the dataset's table to its end and hands what is wanted to {@code sink}. */
    void collect(TableReader reader, RowSink sink) throws IOException, MalformedException, ProofRefusedException {
        requireGroupsSealed();
        chooseSubjects();
        for (Optional<TableReader.Piece> piece = reader.nextPiece(); piece.isPresent(); piece = reader.nextPiece()) {
            collect(piece.get().decode(), sink);
        }
        requireAllThere();
    }

    private void chooseSubjects() throws IOException {
        for (String identifier : wanted.subjects()) {
            boolean found = false;
            for (Cell subject : Wanted.cells(identifier)) {
                Optional<RowLocator.Place> place = locator.place(Optional.of(subject));
                place.ifPresent(known -> places.put(known.group().index(), known));
                found |= place.isPresent();
            }
            if (!found) {
                unknown.add(identifier);
            }
        }
    }

    /** Identifiers without records, as cells of the types that the subject column has. */
    private List<Cell> absentCells() {
        return unknown.stream()
                .flatMap(identifier -> Wanted.cells(identifier).stream())
                .filter(cell -> subjectTypes.contains(cell.type()))
                .toList();
    }

    private void collect(RowBatch batch, RowSink sink) throws IOException, MalformedException, ProofRefusedException {
        for (int row = 0; row < batch.rows(); row++) {
            if (!unknown.isEmpty() && subjectColumn.isPresent()) {
                subjectTypes.add(batch.type(row, subjectColumn.get()));
            }
            Optional<RowLocator.Place> place = locator.locate(batch, row);
            if (place.isPresent() && isWanted(place.get(), batch, row)) {
                long index = place.get().rows() - 1;
                requireSealed(place.get(), index, batch, row);
                long group = place.get().group().index();
                places.put(group, place.get());
                shownCounts.merge(group, 1L, Long::sum);
                shownRecords++;
                sink.add(group, index, position, batch, row);
            } else if (place.isEmpty() && wanted.isWhole()) {
                throw notSealed();
            }
            position++;
        }
    }

    private boolean isWanted(RowLocator.Place place, RowBatch batch, int row) {
        if (wanted.isWhole()) {
            return true;
        }
        return wanted.isOfRecords()
                ? wanted.matches(position, batch, row)
                : places.containsKey(place.group().index());
    }

    private void requireSealed(RowLocator.Place place, long index, RowBatch batch, int row)
            throws IOException, MalformedException, ProofRefusedException {
        if (index >= place.group().count()) {
            throw differs(place, index);
        }
        commit(locator.key(place), index, position, batch, row);
        hasher.leafHash(leaf, 0);
        if (!Sha256.wrap(leaf).equals(evidence.leaf(place.group(), index))) {
            throw differs(place, index);
        }
    }

    private void commit(GroupKey key, long index, long at, RowBatch batch, int row) {
        if (!key.equals(used)) {
            hasher.useGroup(key);
            used = key;
        }
        hasher.commit(batch, row, index, at);
    }

    /** The data are not what was sealed; unless it is the evidence that was damaged. */
    private ProofRefusedException differs(RowLocator.Place place, long index)
            throws IOException, MalformedException, ProofRefusedException {
        requireIntact(place.group(), locator.key(place));
        evidence.recordPath(place.group(), Math.min(index, place.group().count() - 1));
        return notSealed();
    }

    private ProofRefusedException notSealed() {
        return ProofRefusedException.altered("record " + (position + 1) + " of the data given for "
                + evidence.entry().name()
                + " is not what was sealed, so it cannot be proven; 'trialseal compare' shows what differs");
    }

    private void requireAllThere() throws ProofRefusedException {
        boolean complete = wanted.isWhole()
                ? position == evidence.entry().shape().records()
                : wanted.isOfRecords()
                        || places.values().stream()
                                .allMatch(place -> place.rows() == place.group().count());
        if (!complete) {
            throw ProofRefusedException.altered("the data given for "
                    + evidence.entry().name() + " lack records that were sealed; 'trialseal compare' shows which");
        }
        if (wanted.isOfRecords() && shownRecords == 0) {
            throw ProofRefusedException.request(
                    "no record of " + evidence.entry().name() + " has the values asked for");
        }
    }

    /** Refuses to list more subject entries than a package can hold. */
    void requireListable() throws ProofRefusedException {
        if (!wanted.isOfRecords() && evidence.groups().size() > Limit.LISTED_GROUPS.max()) {
            throw ProofRefusedException.request(evidence.entry().name() + " has more than " + Limit.LISTED_GROUPS.max()
                    + " subjects, which no package lists; show single records of it");
        }
    }

    /** Writes the disclosure of what was collected. */
    void write(RowSort sort, OutputStream out) throws IOException, MalformedException, ProofRefusedException {
        boolean listed = !wanted.isOfRecords();
        requireListable();
        DisclosurePlan plan = new DisclosurePlan(
                listed ? Optional.of(evidence.openings().tagKey()) : Optional.empty(),
                listed,
                absentCells(),
                places.size());
        DatasetDisclosureWriter writer = DatasetDisclosureWriter.begin(
                out, evidence.artifact(), evidence.entry().shape(), plan);
        if (listed) {
            evidence.groups().visit(group -> writer.entry(group.tag(), group.body()));
        }
        GroupWriter groups = new GroupWriter(writer, listed);
        sort.drainTo(row -> groups.write(row));
        writer.finish();
    }

    /** The leaf of a record that was collected, and the way from it to the dataset's root. */
    StockLeaf leaf(RowSort.Row row) throws IOException, MalformedException, ProofRefusedException {
        RowLocator.Place place = Objects.requireNonNull(places.get(row.group()));
        GroupTable.Group group = place.group();
        GroupKey key = locator.key(place);
        requireIntact(group, key);
        commit(key, row.index(), row.position(), row.values(), 0);
        Bytes leaf = hasher.leafPreimage();
        StockPath path = StockPath.from(leaf.sha256())
                .climb(row.index(), group.count(), evidence.recordPath(group, row.index()))
                .hashBehind(Groups.bodyPrefix(hasher.bodySalt(), group.count()))
                .hashBehind(Groups.leafPrefix(group.tag()))
                .climb(group.index(), evidence.groups().size(), evidence.groupPath(group));
        return new StockLeaf(leaf, path);
    }

    private void requireGroupsSealed() throws IOException, MalformedException {
        RootBuilder root = new RootBuilder();
        evidence.groups().visit(group -> root.add(Groups.leafHash(group.tag(), group.body())));
        if (!root.root().equals(evidence.entry().root())) {
            throw damaged();
        }
    }

    private void requireIntact(GroupTable.Group group, GroupKey key) throws MalformedException {
        hasher.useGroup(key);
        used = key;
        if (!Groups.body(hasher.bodySalt(), group.count(), group.tree().root()).equals(group.body())) {
            throw damaged();
        }
    }

    private MalformedException damaged() {
        return new MalformedException(
                "evidence of " + evidence.entry().name(),
                "was damaged: it does not lead to what was sealed; restore a backup");
    }

    /** Writes sorted rows, beginning a group whenever one starts. */
    private final class GroupWriter {
        private final DatasetDisclosureWriter writer;
        private final boolean listed;
        private long current = -1;

        GroupWriter(DatasetDisclosureWriter writer, boolean listed) {
            this.writer = writer;
            this.listed = listed;
        }

        void write(RowSort.Row row) throws IOException, MalformedException, ProofRefusedException {
            RowLocator.Place place = Objects.requireNonNull(places.get(row.group()));
            GroupKey key = locator.key(place);
            if (row.group() != current) {
                current = row.group();
                requireIntact(place.group(), key);
                begin(place, key);
            }
            if (isWholeGroup()) {
                writer.record(row.position(), row.values(), 0);
            } else {
                commit(key, row.index(), row.position(), row.values(), 0);
                writer.shown(new ShownRecord(
                        row.index(),
                        path(place, row.index()),
                        new FieldSelection(hasher, shownColumns).runs(row.values(), 0, row.position())));
            }
        }

        private long shown(RowLocator.Place place) {
            return shownCounts.getOrDefault(place.group().index(), 0L);
        }

        private boolean isWholeGroup() {
            return listed && fields.isEmpty();
        }

        private void begin(RowLocator.Place place, GroupKey key) throws IOException, MalformedException {
            ShownGroup group = new ShownGroup(
                    place.group().tag(),
                    listed ? place.subject() : Optional.empty(),
                    listed ? Optional.empty() : Optional.of(treePlace(place.group())),
                    place.group().count());
            if (isWholeGroup()) {
                writer.wholeGroup(group, key);
            } else {
                writer.partialGroup(group, hasher.bodySalt(), shown(place));
            }
        }

        private Optional<List<Sha256>> path(RowLocator.Place place, long index) throws IOException, MalformedException {
            boolean all = shown(place) == place.group().count();
            return all ? Optional.empty() : Optional.of(evidence.recordPath(place.group(), index));
        }

        private TreePlace treePlace(GroupTable.Group group) throws IOException, MalformedException {
            return new TreePlace(group.index(), evidence.groupPath(group));
        }
    }
}
