package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.ChannelSource;
import org.trialseal.core.merkle.RootBuilder;
import org.trialseal.core.merkle.TreeReader;
import org.trialseal.core.merkle.TreeSlice;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.Groups;

/**
 * The kept evidence of one dataset: its group table, leaves and fingerprints, opened for reading. Sizes are checked
 * against the sealed counts when it is opened. Not safe for use by several threads at once.
 */
public final class DatasetEvidence implements Closeable {
    private final int artifact;
    private final DatasetEntry entry;
    private final DatasetOpenings openings;
    private final Schema schema;
    private final ImportSettings settings;
    private final List<FileChannel> channels = new ArrayList<>();
    private final GroupTable groups;
    private final TreeReader records;
    private final TreeReader groupTree;
    private final FileChannel leaves;
    private final FileChannel fingerprints;
    private final FingerprintLayout layout;

    private DatasetEvidence(DatasetFiles files, int artifact, DatasetEntry entry, DatasetOpenings openings)
            throws IOException, MalformedException {
        this.artifact = artifact;
        this.entry = entry;
        this.openings = openings;
        this.schema = openings.schemaValue();
        this.settings = openings.settingsValue();
        this.layout = new FingerprintLayout(schema.size());
        this.groups = new GroupTable(files.groups());
        this.leaves = channel(files.leaves());
        this.records = new TreeReader(new ChannelSource(leaves), source(files.nodes()));
        this.groupTree = new TreeReader(source(files.groupLeaves()), source(files.groupNodes()));
        this.fingerprints = channel(files.fingerprints());
    }

    /**
     * Opens the evidence of the dataset that is entry {@code artifact} of the seal.
     *
     * @throws MalformedException when a file is missing, has the wrong size, or does not belong to the entry
     */
    public static DatasetEvidence open(EvidenceFolder folder, int artifact, DatasetOpenings openings)
            throws IOException, MalformedException {
        DatasetEntry entry = (DatasetEntry) folder.entries().get(artifact);
        DatasetFiles files = folder.files().dataset(artifact);
        for (Path path : files.all()) {
            if (!Files.exists(path)) {
                throw new MalformedException(
                        MalformedException.Kind.MISSING, path.toString(), "is missing from the evidence folder");
            }
        }
        requireBelongs(entry, openings);
        requireSize(files.groups(), entry.shape().groups() * GroupTable.LENGTH);
        requireSize(files.groupLeaves(), entry.shape().groups() * Sha256.LENGTH);
        requireSize(files.leaves(), entry.shape().records() * Sha256.LENGTH);
        int fingerprint = new FingerprintLayout(entry.shape().columns()).length();
        requireSize(files.fingerprints(), entry.shape().records() * fingerprint);
        return new DatasetEvidence(files, artifact, entry, openings);
    }

    private static void requireBelongs(DatasetEntry entry, DatasetOpenings openings) throws MalformedException {
        boolean belongs = openings.schema().commitment().equals(entry.schema())
                && openings.settings().commitment().equals(entry.settings())
                && Groups.tagKeyCommitment(openings.tagKey()).equals(entry.tagKey())
                && openings.schemaValue().size() == entry.shape().columns();
        if (!belongs) {
            throw new MalformedException(
                    MalformedException.Kind.ALTERED, "openings.enc", "does not open what was sealed");
        }
    }

    private static void requireSize(Path path, long size) throws IOException, MalformedException {
        if (Files.size(path) != size) {
            throw new MalformedException(
                    MalformedException.Kind.ALTERED,
                    path.toString(),
                    "has not the size that was sealed; restore it from a backup");
        }
    }

    private FileChannel channel(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        channels.add(channel);
        return channel;
    }

    private ChannelSource source(Path path) throws IOException {
        return new ChannelSource(channel(path));
    }

    /** Index of the entry in the statement. */
    public int artifact() {
        return artifact;
    }

    /** The sealed entry. */
    public DatasetEntry entry() {
        return entry;
    }

    /** What opens its commitments. */
    public DatasetOpenings openings() {
        return openings;
    }

    /** The sealed schema. */
    public Schema schema() {
        return schema;
    }

    /** The sealed import settings. */
    public ImportSettings settings() {
        return settings;
    }

    /** The group table, by ascending tag. */
    public GroupTable groups() {
        return groups;
    }

    /** The group of a subject; of the only group with empty {@code subject}. */
    public Optional<GroupTable.Group> group(Optional<Cell> subject) throws IOException {
        return groups.find(Groups.tag(openings.tagKey(), subject));
    }

    /** The leaf hash of a record. */
    public Sha256 leaf(GroupTable.Group group, long index) throws IOException, MalformedException {
        return records.leaf(group.tree(), index);
    }

    /** The inclusion path of a record in its group's tree. */
    public List<Sha256> recordPath(GroupTable.Group group, long index) throws IOException, MalformedException {
        return records.inclusionPath(group.tree(), index);
    }

    /** The inclusion path of a group's entry in the dataset's tree. */
    public List<Sha256> groupPath(GroupTable.Group group) throws IOException, MalformedException {
        return groupTree.inclusionPath(new TreeSlice(0, groups.size(), 0, entry.root()), group.index());
    }

    /** How fingerprints are laid out. */
    public FingerprintLayout layout() {
        return layout;
    }

    /** Reads the fingerprints of {@code count} records from {@code record} on, counted group after group. */
    public void readFingerprints(long record, int count, byte[] target) throws IOException {
        read(fingerprints, record * layout.length(), Math.multiplyExact(count, layout.length()), target);
    }

    /** Reads the leaf hashes of {@code count} records from {@code record} on, counted group after group. */
    public void readLeaves(long record, int count, byte[] target) throws IOException {
        read(leaves, record * Sha256.LENGTH, Math.multiplyExact(count, Sha256.LENGTH), target);
    }

    private static void read(FileChannel channel, long position, int length, byte[] target) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(target, 0, length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("a file of the evidence folder ends too early");
            }
        }
    }

    /**
     * Checks that the stored leaves lead through the group table to the sealed root; about 0.1 s a million records. The
     * count of a group is checked only where its key is known, through its body.
     *
     * @throws MalformedException when they do not
     */
    public void requireSealed() throws IOException, MalformedException {
        RootBuilder root = new RootBuilder();
        LongAdder counted = new LongAdder();
        groups.visit(group -> {
            if (!records.rebuiltRoot(group.tree()).equals(group.tree().root())) {
                throw damaged();
            }
            root.add(Groups.leafHash(group.tag(), group.body()));
            counted.add(group.count());
        });
        if (counted.sum() != entry.shape().records() || !root.root().equals(entry.root())) {
            throw damaged();
        }
    }

    private MalformedException damaged() {
        return new MalformedException(
                MalformedException.Kind.ALTERED,
                "evidence of " + entry.name(),
                "was damaged: it does not lead to what was sealed; restore a backup");
    }

    @Override
    public void close() throws IOException {
        groups.close();
        for (FileChannel channel : channels) {
            channel.close();
        }
    }
}
