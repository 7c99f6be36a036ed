package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.ChannelSource;
import org.trialseal.core.merkle.TreeReader;
import org.trialseal.core.merkle.TreeSlice;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.EarlierLog;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.LogSchemas;

/**
 * The kept evidence of one event log, opened for reading. Sizes are checked against the sealed counts when it is opened.
 * Not safe for use by several threads at once.
 */
public final class LogEvidence implements Closeable {
    private final int artifact;
    private final LogEntry entry;
    private final LogOpenings openings;
    private final List<EarlierLog> earlier;
    private final List<FileChannel> channels = new ArrayList<>();
    private final FingerprintLayout layout;
    private final ChannelSource fingerprints;
    private final TreeReader tree;
    private final TreeSlice slice;

    private LogEvidence(
            DatasetFiles files, int artifact, LogEntry entry, LogOpenings openings, List<EarlierLog> earlier)
            throws IOException {
        this.artifact = artifact;
        this.entry = entry;
        this.openings = openings;
        this.earlier = earlier;
        this.layout = new FingerprintLayout(entry.columns());
        this.tree = new TreeReader(source(files.leaves()), source(files.nodes()));
        this.fingerprints = source(files.fingerprints());
        this.slice = new TreeSlice(0, entry.records(), 0, entry.root());
    }

    /**
     * Opens the evidence of the log that is entry {@code artifact} of the seal.
     *
     * @throws MalformedException when a file is missing, has the wrong size, or does not belong to the entry
     */
    public static LogEvidence open(EvidenceFolder folder, int artifact, FolderOpenings openings)
            throws IOException, MalformedException {
        LogEntry entry = (LogEntry) folder.entries().get(artifact);
        LogOpenings opening =
                openings.log(entry.name(), folder.statement().place().seal());
        requireBelongs(entry, opening);
        DatasetFiles files = folder.files().dataset(artifact);
        requireSize(files.leaves(), entry.records() * Sha256.LENGTH);
        requireSize(files.fingerprints(), entry.records() * new FingerprintLayout(entry.columns()).length());
        requireSize(files.nodes(), new TreeSlice(0, entry.records(), 0, entry.root()).nodes() * Sha256.LENGTH);
        return new LogEvidence(
                files, artifact, entry, opening, EarlierLogs.of(folder).of(entry.name()));
    }

    private static void requireBelongs(LogEntry entry, LogOpenings openings) throws MalformedException {
        boolean belongs = openings.schemas().commitment().equals(entry.schema())
                && openings.settings().commitment().equals(entry.settings())
                && openings.schemasValue().last().size() == entry.columns();
        if (!belongs) {
            throw new MalformedException(
                    MalformedException.Kind.ALTERED, "openings.enc", "does not open what was sealed");
        }
    }

    private static void requireSize(Path path, long size) throws IOException, MalformedException {
        if (!Files.exists(path)) {
            throw new MalformedException(
                    MalformedException.Kind.MISSING, path.toString(), "is missing from the evidence folder");
        }
        if (Files.size(path) != size) {
            throw new MalformedException(
                    MalformedException.Kind.ALTERED,
                    path.toString(),
                    "has not the size that was sealed; restore it from a backup");
        }
    }

    private ChannelSource source(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        channels.add(channel);
        return new ChannelSource(channel);
    }

    /** Index of the entry in the statement. */
    public int artifact() {
        return artifact;
    }

    /** The sealed entry. */
    public LogEntry entry() {
        return entry;
    }

    /** What opens its commitments. */
    public LogOpenings openings() {
        return openings;
    }

    /** The earlier seals that hold the log, ascending. */
    public List<EarlierLog> earlier() {
        return earlier;
    }

    /** The sealed import settings. */
    public ImportSettings settings() throws MalformedException {
        return openings.settingsValue();
    }

    /**
     * How the rows of an export become the sealed records.
     *
     * @param schema of the export; it has all columns of the log's schemas
     * @param rows how many rows it has
     */
    public LogExport export(Schema schema, long rows) throws MalformedException {
        return new LogExport(schemas(), schema, openings.order(), rows);
    }

    /** The log's schemas. */
    public LogSchemas schemas() throws MalformedException {
        return openings.schemasValue();
    }

    /** The leaf hash of a record. */
    public Sha256 leaf(long index) throws IOException, MalformedException {
        return tree.leaf(slice, index);
    }

    /** The inclusion path of a record. */
    public List<Sha256> path(long index) throws IOException, MalformedException {
        return tree.inclusionPath(slice, index);
    }

    /** The proof that the tree begins with that of an earlier seal; no hashes where that one is empty. */
    public List<Sha256> consistency(EarlierLog before) throws IOException, MalformedException {
        long records = before.entry().records();
        if (records > entry.records()) {
            throw new MalformedException("logs.jsonl", "tells of more records than the log has now");
        }
        return records == 0 ? List.of() : tree.consistencyPath(slice, records);
    }

    /** How fingerprints are laid out, by the columns of the last schema. */
    public FingerprintLayout layout() {
        return layout;
    }

    /** Reads the fingerprint of a record. */
    public void readFingerprint(long index, byte[] target) throws IOException {
        fingerprints.read(index * layout.length(), target, 0, layout.length());
    }

    @Override
    public void close() throws IOException {
        for (FileChannel channel : channels) {
            channel.close();
        }
    }
}
