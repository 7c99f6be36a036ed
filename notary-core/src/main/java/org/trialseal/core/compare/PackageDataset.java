package org.trialseal.core.compare;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.FingerprintLayout;
import org.trialseal.core.evidence.KeyFingerprint;
import org.trialseal.core.evidence.RecordColumns;
import org.trialseal.core.evidence.SealedGroup;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.RecordHasher;

/**
 * A dataset as far as a proof package shows it. While the package is verified, the leaves and fingerprints of the groups
 * that are shown whole are computed again and written to temporary files, which give no value away. Groups of which only
 * records or fields are shown count as hidden.
 */
final class PackageDataset implements SealedDataset {
    private static final int BUFFER = 1 << 16;

    private final DatasetEntry entry;
    private final Schema schema;
    private final ImportSettings settings;
    private final Optional<Integer> subjectColumn;
    private final Path leavesPath;
    private final Path fingerprintsPath;
    private final RecordHasher hasher;
    private final KeyFingerprint keyFingerprint;
    private final FingerprintLayout layout;
    private final byte[] leaf = new byte[Sha256.LENGTH];
    private final byte[] fingerprint;
    private final List<SealedGroup> groups = new ArrayList<>();
    private final List<Optional<Cell>> subjects = new ArrayList<>();
    private final Map<Optional<Cell>, SealedGroup> bySubject = new HashMap<>();
    private OutputStream leavesOut;
    private OutputStream fingerprintsOut;
    private @Nullable FileChannel leaves;
    private @Nullable FileChannel fingerprints;
    private @Nullable GroupKey currentKey;
    private Optional<Cell> currentSubject = Optional.empty();
    private long groupStart;
    private long records;

    PackageDataset(Path folder, DatasetEntry entry, Schema schema, ImportSettings settings)
            throws IOException, MalformedException {
        this.entry = entry;
        this.schema = schema;
        this.settings = settings;
        this.subjectColumn = RecordColumns.subject(schema, settings);
        this.hasher = new RecordHasher(schema.size());
        this.keyFingerprint = new KeyFingerprint(RecordColumns.keys(schema, settings));
        this.layout = new FingerprintLayout(schema.size());
        this.fingerprint = new byte[layout.length()];
        this.leavesPath = Files.createTempFile(folder, "trialseal-", ".tmp");
        this.fingerprintsPath = Files.createTempFile(folder, "trialseal-", ".tmp");
        this.leavesOut = new BufferedOutputStream(Files.newOutputStream(leavesPath), BUFFER);
        this.fingerprintsOut = new BufferedOutputStream(Files.newOutputStream(fingerprintsPath), BUFFER);
    }

    /** A group follows that is shown whole. */
    void beginGroup(GroupKey key) {
        hasher.useGroup(key);
        keyFingerprint.useGroup(hasher.fingerprintKey());
        currentKey = key;
        currentSubject = Optional.empty();
        groupStart = records;
    }

    /** The next record of the group. */
    void add(long index, long position, RowBatch batch, int row) throws IOException {
        if (currentKey == null) {
            return;
        }
        if (index == 0) {
            currentSubject = subjectColumn.map(column -> batch.cell(row, column));
        }
        hasher.commit(batch, row, index, position);
        hasher.leafHash(leaf, 0);
        leavesOut.write(leaf);
        layout.write(hasher, position, keyFingerprint.of(batch, row), fingerprint, 0);
        fingerprintsOut.write(fingerprint);
        records++;
    }

    /** The group has ended. */
    void endGroup() {
        if (currentKey != null) {
            SealedGroup group =
                    new SealedGroup(groups.size(), groupStart, records - groupStart, Optional.of(currentKey));
            groups.add(group);
            subjects.add(currentSubject);
            bySubject.putIfAbsent(currentSubject, group);
            currentKey = null;
        }
    }

    /** All groups have come. */
    void finish() throws IOException {
        leavesOut.close();
        fingerprintsOut.close();
        leaves = FileChannel.open(leavesPath, StandardOpenOption.READ);
        fingerprints = FileChannel.open(fingerprintsPath, StandardOpenOption.READ);
    }

    DatasetEntry entry() {
        return entry;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public ImportSettings settings() {
        return settings;
    }

    @Override
    public long records() {
        return records;
    }

    @Override
    public long hiddenRecords() {
        return entry.shape().records() - records;
    }

    @Override
    public long groups() {
        return groups.size();
    }

    @Override
    public int number(CellType type, byte[] source, int offset, int length) {
        SealedGroup group = bySubject.get(Optional.of(new Cell(type, Bytes.copyOf(source, offset, offset + length))));
        return group == null ? -1 : (int) group.index();
    }

    @Override
    public Optional<SealedGroup> find(Optional<Cell> subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    @Override
    public boolean knowsAllSubjects() {
        return hiddenRecords() == 0;
    }

    @Override
    public void visitGroups(GroupVisitor visitor) throws IOException, MalformedException {
        for (SealedGroup group : groups) {
            visitor.group(group);
        }
    }

    @Override
    public List<SealedGroup> open(List<SealedGroup> closed) {
        return List.of();
    }

    @Override
    public Optional<Cell> subjectOf(SealedGroup group) {
        return subjects.get((int) group.index());
    }

    @Override
    public void readLeaves(long record, int count, byte[] target) throws IOException {
        read(leaves, record * Sha256.LENGTH, count * Sha256.LENGTH, target);
    }

    @Override
    public void readFingerprints(long record, int count, byte[] target) throws IOException {
        read(fingerprints, record * layout.length(), Math.multiplyExact(count, layout.length()), target);
    }

    private static void read(@Nullable FileChannel channel, long position, int length, byte[] target)
            throws IOException {
        if (channel == null) {
            throw new IllegalStateException("the package was not read to its end");
        }
        ByteBuffer buffer = ByteBuffer.wrap(target, 0, length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new java.io.EOFException("a temporary file ends too early");
            }
        }
    }

    @Override
    public void close() throws IOException {
        leavesOut.close();
        fingerprintsOut.close();
        if (leaves != null) {
            leaves.close();
        }
        if (fingerprints != null) {
            fingerprints.close();
        }
        Files.deleteIfExists(leavesPath);
        Files.deleteIfExists(fingerprintsPath);
    }
}
