package org.trialseal.core.verify;

import java.io.IOException;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.InclusionProof;
import org.trialseal.core.merkle.MerkleHash;
import org.trialseal.core.merkle.ProofResult;
import org.trialseal.core.proof.DisclosureVisitor;
import org.trialseal.core.proof.ShownGroup;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.proof.TreePlace;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.Groups;

/**
 * Check {@code data:NAME} of a dataset, while its disclosure is read: every group shown leads from its records to the
 * sealed root, by the list of all subject entries or by its own path.
 */
final class DatasetCheck implements DisclosureVisitor {
    private final DatasetEntry entry;
    private final DisclosureListener listener;
    private final Faults faults = new Faults();
    private final SubjectCheck subjects;
    private final GroupCheck records;
    private final ListedGroups listed = new ListedGroups();
    private final DatasetTally tally;
    private boolean isListed;
    private boolean hasTagKey;
    private long lastPlace = -1;
    private Optional<ShownGroup> current = Optional.empty();

    /** @param subjectColumn from 1; 0 when the dataset is not grouped */
    DatasetCheck(DatasetEntry entry, int subjectColumn, DisclosureListener listener) {
        this.entry = entry;
        this.listener = listener;
        this.subjects = new SubjectCheck(entry, subjectColumn, faults);
        this.records = new GroupCheck(entry.shape().columns(), faults);
        this.tally = new DatasetTally(entry.shape());
    }

    @Override
    public void begin(Optional<Bytes> tagKey, boolean allListed) {
        hasTagKey = tagKey.isPresent();
        isListed = allListed;
        subjects.begin(tagKey);
    }

    @Override
    public void entry(Sha256 tag, Sha256 body) {
        listed.add(tag, body);
    }

    @Override
    public void endEntries() {
        faults.require(listed.ascending(), Reason.ORDER, "The listed tags do not ascend strictly.");
        faults.require(
                listed.count() == entry.shape().groups(),
                Reason.COUNT_DIFFERS,
                "Another number of groups is listed than was sealed.");
        faults.require(
                listed.root().equals(entry.root()),
                Reason.ROOT_DIFFERS,
                "The listed groups are not those that were sealed.");
    }

    @Override
    public void absent(Cell identifier) {
        tally.absent(identifier);
        boolean unlisted =
                subjects.tag(identifier).map(tag -> !listed.contains(tag)).orElse(false);
        faults.require(unlisted, Reason.NOT_ABSENT, "An identifier shown as absent has records.");
    }

    @Override
    public void groups(long shown) {
        if (entry.shape().groups() == 0) {
            faults.require(
                    entry.root().equals(MerkleHash.emptyRoot()), Reason.ROOT_DIFFERS, "The dataset is not empty.");
        }
    }

    @Override
    public void wholeGroup(ShownGroup group, GroupKey key) throws IOException {
        begin(group, group.count());
        records.beginWhole(group.count(), key);
        tally.wholeRecords();
        listener.wholeGroup(group, key);
    }

    @Override
    public void partialGroup(ShownGroup group, Bytes bodySalt, long shown) throws IOException {
        begin(group, shown);
        records.beginPartial(group.count(), bodySalt);
        listener.partialGroup(group, shown);
    }

    private void begin(ShownGroup group, long shown) {
        current = Optional.of(group);
        subjects.group(group);
        faults.require(
                tally.admits(group.count()), Reason.COUNT_DIFFERS, "The groups have more records than were sealed.");
        tally.group(group.subject(), group.count(), shown);
    }

    @Override
    public void records(long first, long[] positions, RowBatch batch) throws IOException {
        records.hash(first, positions, batch);
        for (int row = 0; row < batch.rows(); row++) {
            records.hashed(row, positions[row]);
            subjects.record(batch, row);
            listener.record(first + row, positions[row], batch, row);
        }
    }

    @Override
    public void shown(ShownRecord record) throws IOException {
        records.shown(record);
        subjects.shown(record);
        tally.shown(record);
        listener.shown(record);
    }

    @Override
    public void endGroup() throws IOException {
        ShownGroup group = current.orElseThrow();
        Optional<Sha256> body = records.body();
        if (body.isEmpty()) {
            faults.require(false, Reason.PATH_DIFFERS, "The records of a group do not lead to it.");
        } else if (group.place().isPresent()) {
            checkPlace(group, group.place().get(), body.get());
        } else {
            faults.require(
                    listed.contains(group.tag(), body.get()),
                    Reason.GROUP_DIFFERS,
                    "The records of a group are not those that were sealed.");
        }
        if (body.isPresent()) {
            Optional<GroupHashes> hashes = records.hashes(group.tag(), body.get());
            if (hashes.isPresent()) {
                listener.hashes(hashes.get());
            }
        }
        listener.endGroup();
    }

    private void checkPlace(ShownGroup group, TreePlace place, Sha256 body) {
        Sha256 leaf = Groups.leafHash(group.tag(), body);
        ProofResult inclusion =
                InclusionProof.verify(place.index(), entry.shape().groups(), leaf, place.path(), entry.root());
        faults.require(
                inclusion.valid(),
                inclusion == ProofResult.ROOT_DIFFERS ? Reason.GROUP_DIFFERS : Reason.PATH_DIFFERS,
                "A group is not in the sealed dataset: " + inclusion.words() + ".");
        faults.require(place.index() > lastPlace, Reason.ORDER, "Shown groups do not ascend by their places.");
        lastPlace = place.index();
    }

    /** What was found, once the disclosure was read to its end. */
    Finding finding() {
        faults.require(
                !tally.showsSomething() || tally.countsFit(),
                Reason.COUNT_DIFFERS,
                "The groups do not have the number of records that was sealed.");
        return faults.first()
                .orElseGet(() -> tally.showsSomething()
                        ? new Finding(Reason.OK, "What is shown is what was sealed.")
                        : new Finding(Reason.NOTHING_SHOWN, "Nothing of the dataset is shown."));
    }

    Finding completeness() {
        return CompletenessCheck.of(finding(), tally, hasTagKey, isListed);
    }

    /** Whether identifiers are named that the seal's tags are tied to. */
    boolean namesSubjects() {
        return hasTagKey && entry.shape().grouped() && (tally.groups() > 0 || tally.absentCount() > 0);
    }

    DatasetTally tally() {
        return tally;
    }
}
