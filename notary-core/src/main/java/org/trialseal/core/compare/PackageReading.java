package org.trialseal.core.compare;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.proof.ShownGroup;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.Document;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.seal.Opening;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.verify.DisclosureListener;

/** Collects, while a package is verified, what later files can be compared with. Only what passed counts. */
final class PackageReading implements DisclosureListener, FileMatching.Opened, Closeable {
    private final Path folder;
    private final Map<Integer, SealEntry> entries = new TreeMap<>();
    private final Map<Integer, Opening> files = new TreeMap<>();
    private final Map<Integer, Schema> schemas = new TreeMap<>();
    private final Map<Integer, ImportSettings> settings = new TreeMap<>();
    private final Map<Integer, PackageDataset> datasets = new TreeMap<>();
    private final Map<Integer, PackageLog> logs = new TreeMap<>();
    private final Map<Integer, List<Sha256>> documents = new TreeMap<>();
    private final List<PackageDataset> begun = new ArrayList<>();
    private final List<PackageLog> begunLogs = new ArrayList<>();
    private @Nullable PackageDataset dataset;
    private @Nullable PackageLog log;
    private @Nullable List<Sha256> chunks;
    private final MessageDigest chunk = Sha256.newDigest();
    private int inChunk;

    /** @param folder for temporary files */
    PackageReading(Path folder) {
        this.folder = folder;
    }

    @Override
    public void entry(int artifact, SealEntry entry) {
        entries.put(artifact, entry);
    }

    @Override
    public void opening(int artifact, Opening opening) {
        if (opening.kind() == Opening.Kind.FILE) {
            files.put(artifact, opening);
        }
    }

    @Override
    public void beginDataset(int artifact, DatasetEntry entry, Schema schema, ImportSettings sealed)
            throws IOException {
        dataset = null;
        schemas.put(artifact, schema);
        settings.put(artifact, sealed);
        try {
            dataset = new PackageDataset(folder, entry, schema, sealed);
            begun.add(dataset);
        } catch (MalformedException e) {
            dataset = null;
        }
    }

    @Override
    public void wholeGroup(ShownGroup group, GroupKey key) {
        if (dataset != null) {
            dataset.beginGroup(key);
        }
    }

    @Override
    public void record(long index, long position, RowBatch batch, int row) throws IOException {
        if (dataset != null) {
            dataset.add(index, position, batch, row);
        }
    }

    @Override
    public void endGroup() {
        if (dataset != null) {
            dataset.endGroup();
        }
    }

    @Override
    public void beginLog(int artifact, LogEntry entry, LogSchemas sealed, ImportSettings read) throws IOException {
        settings.put(artifact, read);
        log = new PackageLog(folder, entry, sealed, read);
        begunLogs.add(log);
    }

    @Override
    public void shown(ShownRecord record) throws IOException {
        if (log != null) {
            log.add(record);
        }
    }

    @Override
    public void beginDocument(int artifact, DocumentEntry entry) {
        chunks = new ArrayList<>();
        inChunk = 0;
    }

    @Override
    public void document(byte[] bytes, int length) {
        for (int done = 0; done < length; ) {
            int run = Math.min(Document.CHUNK_LENGTH - inChunk, length - done);
            chunk.update(bytes, done, run);
            inChunk += run;
            done += run;
            if (inChunk == Document.CHUNK_LENGTH) {
                endChunk();
            }
        }
    }

    private void endChunk() {
        Sha256 digest = Sha256.wrap(chunk.digest());
        inChunk = 0;
        if (chunks != null) {
            chunks.add(digest);
        }
    }

    @Override
    public void end(int artifact, boolean passed) throws IOException {
        if (chunks != null && inChunk > 0) {
            endChunk();
        }
        if (passed && dataset != null) {
            dataset.finish();
            datasets.put(artifact, dataset);
        }
        if (passed && chunks != null) {
            documents.put(artifact, chunks);
        }
        if (passed && log != null && log.finish()) {
            logs.put(artifact, log);
        }
        dataset = null;
        log = null;
        chunks = null;
    }

    /** The entries that are opened, by index; null for the others. */
    List<@Nullable SealEntry> entries() {
        List<@Nullable SealEntry> all = new ArrayList<>();
        for (Map.Entry<Integer, SealEntry> entry : entries.entrySet()) {
            while (all.size() < entry.getKey()) {
                all.add(null);
            }
            all.add(entry.getValue());
        }
        return all;
    }

    int openedEntries() {
        return entries.size();
    }

    /** What opens a file's digest. */
    Optional<Opening> file(int artifact) {
        return Optional.ofNullable(files.get(artifact));
    }

    @Override
    public Optional<Schema> schema(int artifact) {
        return Optional.ofNullable(schemas.get(artifact));
    }

    @Override
    public Optional<ImportSettings> settings(int artifact) {
        return Optional.ofNullable(settings.get(artifact));
    }

    /** A dataset of which something is shown and passed. */
    Optional<PackageDataset> dataset(int artifact) {
        return Optional.ofNullable(datasets.get(artifact));
    }

    /** An event log that is shown whole and passed. */
    Optional<PackageLog> log(int artifact) {
        return Optional.ofNullable(logs.get(artifact));
    }

    /** Digests of the chunks of a document that is shown and passed. */
    Optional<List<Sha256>> document(int artifact) {
        return Optional.ofNullable(documents.get(artifact));
    }

    @Override
    public void close() throws IOException {
        for (PackageDataset each : begun) {
            each.close();
        }
        for (PackageLog each : begunLogs) {
            each.close();
        }
    }
}
