package org.trialseal.core.proof;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.CommitmentRuns;
import org.trialseal.core.seal.DatasetEntry.Shape;
import org.trialseal.core.seal.GroupKey;

/**
 * Writes what is shown of a dataset: first all subject entries when they are listed, then group after group in ascending
 * order of tags, and in each its records in ascending order. Whoever calls out of order has a bug and gets an
 * {@link IllegalStateException}. Streams. Not safe for use by several threads at once.
 */
public final class DatasetDisclosureWriter {
    static final Bytes MAGIC = Bytes.copyOf("trialseal/1 dataset\n".getBytes(StandardCharsets.US_ASCII));
    static final int WHOLE = 1;
    static final int PARTIAL = 2;

    private final DataOutputStream out;
    private final Shape shape;
    private final DisclosurePlan plan;
    private final FieldWriter fields;
    private long entriesLeft;
    private long groupsLeft;
    private long recordsLeft;
    private boolean whole;
    private boolean withPaths;
    private long lastRecord;
    private long groupCount;
    private @Nullable Sha256 lastEntry;
    private @Nullable Sha256 lastGroup;

    private DatasetDisclosureWriter(OutputStream out, Shape shape, DisclosurePlan plan) {
        this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
        this.shape = shape;
        this.plan = plan;
        this.fields = new FieldWriter(this.out);
        this.entriesLeft = plan.listed() ? shape.groups() : 0;
        this.groupsLeft = plan.groups();
    }

    /**
     * Begins a disclosure.
     *
     * @param out receives it; the caller closes it
     * @param artifact index of the dataset's entry in the statement
     * @param shape the dataset's counts, as sealed
     */
    public static DatasetDisclosureWriter begin(OutputStream out, int artifact, Shape shape, DisclosurePlan plan)
            throws IOException {
        DatasetDisclosureWriter writer = new DatasetDisclosureWriter(out, shape, plan);
        writer.out.write(MAGIC.toArray());
        writer.out.writeInt(artifact);
        writer.out.writeByte(plan.flags());
        if (plan.tagKey().isPresent()) {
            writer.out.write(plan.tagKey().get().toArray());
        }
        if (plan.listed()) {
            writer.out.writeLong(shape.groups());
        }
        writer.endEntries();
        return writer;
    }

    /** Lists the next subject entry; all of the dataset's are listed, or none. */
    public void entry(Sha256 tag, Sha256 body) throws IOException {
        require(entriesLeft > 0, "no subject entry is due");
        require(lastEntry == null || lastEntry.compareTo(tag) < 0, "tags do not ascend");
        lastEntry = tag;
        out.write(tag.toArray());
        out.write(body.toArray());
        entriesLeft--;
        endEntries();
    }

    private void endEntries() throws IOException {
        if (entriesLeft > 0) {
            return;
        }
        if (!plan.absent().isEmpty()) {
            out.writeInt(plan.absent().size());
            for (Cell identifier : plan.absent()) {
                fields.cell(identifier);
            }
        }
        out.writeLong(plan.groups());
    }

    /** Begins a group all of whose records follow, each by {@link #record}. */
    public void wholeGroup(ShownGroup group, GroupKey key) throws IOException {
        begin(group);
        out.writeByte(WHOLE);
        out.write(key.value().toArray());
        whole = true;
        recordsLeft = group.count();
    }

    /**
     * Begins a group of which {@code shown} records follow, each by {@link #shown}.
     *
     * @param bodySalt the salt of the group's body
     */
    public void partialGroup(ShownGroup group, Bytes bodySalt, long shown) throws IOException {
        begin(group);
        require(shown > 0 && shown <= group.count(), "a group shows at least one record and at most all");
        out.writeByte(PARTIAL);
        out.write(bodySalt.toArray());
        out.writeLong(shown);
        whole = false;
        withPaths = shown < group.count();
        lastRecord = -1;
        recordsLeft = shown;
    }

    private void begin(ShownGroup group) throws IOException {
        require(entriesLeft == 0 && recordsLeft == 0 && groupsLeft > 0, "no group is due");
        require(lastGroup == null || lastGroup.compareTo(group.tag()) < 0, "tags do not ascend");
        require(group.subject().isPresent() == (plan.tagKey().isPresent() && shape.grouped()), "identifier misplaced");
        require(group.place().isPresent() != plan.listed(), "path misplaced");
        require(group.count() > 0, "a group without records");
        lastGroup = group.tag();
        groupCount = group.count();
        groupsLeft--;
        out.write(group.tag().toArray());
        if (group.subject().isPresent()) {
            fields.cell(group.subject().get());
        }
        if (group.place().isPresent()) {
            out.writeLong(group.place().get().index());
            fields.path(group.place().get().path());
        }
        out.writeLong(group.count());
    }

    /** Writes the next record of a whole group. */
    public void record(long position, RowBatch batch, int row) throws IOException {
        require(whole && recordsLeft > 0, "no record is due");
        require(batch.columns() == shape.columns(), "another number of columns");
        recordsLeft--;
        out.writeLong(position);
        fields.row(batch, row);
    }

    /**
     * Writes the next record of a whole group.
     *
     * @param bytes holds {@code length} bytes from {@code from} on that {@link RecordBytes} gave for this record
     */
    public void record(long position, byte[] bytes, int from, int length) throws IOException {
        require(whole && recordsLeft > 0, "no record is due");
        recordsLeft--;
        out.writeLong(position);
        out.write(bytes, from, length);
    }

    /** Writes the next shown record of a partial group. */
    public void shown(ShownRecord record) throws IOException {
        require(!whole && recordsLeft > 0, "no record is due");
        require(record.path().isPresent() == withPaths, "path misplaced");
        require(record.index() > lastRecord && record.index() < groupCount, "records do not ascend within the group");
        lastRecord = record.index();
        recordsLeft--;
        out.writeLong(record.index());
        Optional<java.util.List<Sha256>> path = record.path();
        if (path.isPresent()) {
            fields.path(path.get());
        }
        fields.runs(record.runs(), CommitmentRuns.ofDataset(shape.columns()));
    }

    /** Ends the disclosure, when all that was planned has come. */
    public void finish() throws IOException {
        require(entriesLeft == 0 && groupsLeft == 0 && recordsLeft == 0, "something is still due");
        out.flush();
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new IllegalStateException(reason);
        }
    }
}
