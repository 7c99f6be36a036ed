package org.trialseal.core.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.SealRefusedException.Code;
import org.trialseal.core.merkle.MerkleHash;
import org.trialseal.core.merkle.RootBuilder;
import org.trialseal.core.merkle.TreeSlice;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.Groups;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.seal.Opening;
import org.trialseal.core.seal.Opening.Kind;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.SourceEntry;
import org.trialseal.core.seal.Statement;

/** Writes one evidence folder: artifact after artifact, then the statement over them. */
final class SealWriting {
    private final SealRequest request;
    private final SealPlace place;
    private final StudyStore store;
    private final PartialFolder partial;
    private final EvidenceFiles files;
    private final SecureRandom random;
    private final Instant now;
    private final SealProgress progress;
    private final Bytes nonce;
    private final List<SealEntry> entries = new ArrayList<>();
    private final Map<Integer, DatasetOpenings> openings = new TreeMap<>();
    private final Map<String, LogOpenings> logOpenings = new TreeMap<>();
    private EarlierLogs earlierLogs = EarlierLogs.none();
    private Optional<FolderOpenings> before = Optional.empty();
    private final Map<Integer, Opening> fileOpenings = new TreeMap<>();

    SealWriting(
            SealRequest request,
            SealPlace place,
            StudyStore store,
            PartialFolder partial,
            SecureRandom random,
            Instant now,
            SealProgress progress) {
        this.request = request;
        this.place = place;
        this.store = store;
        this.partial = partial;
        this.files = new EvidenceFiles(partial.path());
        this.random = random;
        this.now = now;
        this.progress = progress;
        this.nonce = Sealing.randomBytes(random, Statement.NONCE_LENGTH);
    }

    void write(Passphrase passphrase)
            throws IOException, MalformedException, SealRefusedException, WrongPassphraseException {
        requireStatementFits();
        openPast(passphrase);
        List<SealItem> items = new LogVersions(earlierLogs, before).of(request.items());
        for (SealItem item : items) {
            if (item instanceof SealItem.DataItem data) {
                sealData(data);
            } else {
                sealDocument(item);
            }
            if (item.file().hasChanged()) {
                throw new SealRefusedException(Code.FILE_CHANGED, item.file().path());
            }
        }
        RootBuilder root = new RootBuilder();
        entries.forEach(entry -> root.add(entry.leafHash().toArray(), 0));
        Statement statement = statement(new Statement.Entries(entries.size(), root.root()));
        writeFolder(statement, passphrase);
        partial.sync();
        if (request.retain()) {
            retain(items);
        }
        store.save(
                place.number(),
                new StoredSeal(request.out().toAbsolutePath().normalize().toString(), digest(statement), fileOpenings));
    }

    private void openPast(Passphrase passphrase) throws IOException, MalformedException, WrongPassphraseException {
        if (place.previous().isPresent()) {
            earlierLogs = EarlierLogs.upTo(place.previous().get());
            if (!earlierLogs.isEmpty()) {
                before = Optional.of(place.previous().get().unlock(passphrase));
                logOpenings.putAll(before.get().logs());
            }
        }
    }

    /** Texts that are too long for a statement are refused before hours of reading. */
    private void requireStatementFits() throws SealRefusedException {
        try {
            statement(new Statement.Entries(RequestCheck.entries(request), MerkleHash.emptyRoot()))
                    .toBytes();
        } catch (MalformedException e) {
            throw new SealRefusedException(Code.STATEMENT, e.reason());
        }
    }

    private void sealDocument(SealItem item) throws IOException {
        int artifact = entries.size();
        Files.createDirectories(files.artifact(artifact));
        GroupKey key = GroupKey.derive(store.studySecretOrNew(), nonce, artifact);
        DatasetFiles names = files.dataset(artifact);
        try (DigestingFile file = new DigestingFile(item.file())) {
            TreeSlice tree = DocumentSealer.seal(file, key, names.leaves(), names.nodes());
            Opening opening = fileOpening(artifact, file);
            entries.add(new DocumentEntry(
                    file.name(), Opening.freshSalt(random), opening.commitment(), tree.leaves(), tree.root()));
        }
    }

    private Opening fileOpening(int artifact, DigestingFile file) {
        Opening opening = Opening.ofFile(file.length(), file.digest(), random);
        fileOpenings.put(artifact, opening);
        return opening;
    }

    private void sealData(SealItem.DataItem item) throws IOException, MalformedException, SealRefusedException {
        int source = entries.size();
        try (DigestingFile file = new DigestingFile(item.file())) {
            List<SealEntry> tables = sealTables(item, file, source);
            file.readToEnd();
            Opening opening = fileOpening(source, file);
            entries.add(new SourceEntry(file.name(), Opening.freshSalt(random), opening.commitment()));
            entries.addAll(tables);
        }
    }

    private List<SealEntry> sealTables(SealItem.DataItem item, DigestingFile file, int source)
            throws IOException, MalformedException, SealRefusedException {
        List<SealEntry> tables = new ArrayList<>();
        try (TableReader reader = item.importer()
                .open(file, item.plan().datasets().get(0).settings().own())) {
            for (DatasetPlan plan : item.plan().datasets()) {
                TableReader.Table table = reader.nextTable().orElseThrow(() -> changedSincePlan(item));
                if (!table.schema().own().equals(plan.schema().own())) {
                    throw changedSincePlan(item);
                }
                int artifact = source + 1 + tables.size();
                @Nullable LogOrder order = item.logs().get(plan.name());
                tables.add(
                        order == null
                                ? sealTable(reader, plan, source, artifact)
                                : sealLog(reader, plan, order, source, artifact));
            }
            if (reader.nextTable().isPresent()) {
                throw changedSincePlan(item);
            }
        }
        return tables;
    }

    private static SealRefusedException changedSincePlan(SealItem item) {
        return new SealRefusedException(Code.PLAN_OUTDATED, item.file().path());
    }

    private DatasetEntry sealTable(TableReader reader, DatasetPlan plan, int source, int artifact)
            throws IOException, MalformedException, SealRefusedException {
        Files.createDirectories(files.artifact(artifact));
        Schema schema = plan.schema();
        ImportSettings settings = plan.settings();
        DatasetOpenings opened = new DatasetOpenings(
                Opening.of(Kind.SCHEMA, schema.toJson(), random),
                Opening.of(Kind.SETTINGS, settings.toJson(), random),
                Sealing.randomBytes(random, 32));
        openings.put(artifact, opened);
        DatasetFiles names = files.dataset(artifact);
        try (GroupAssigner assigner = new GroupAssigner(
                names.folder(), store, nonce, artifact, opened.tagKey(), RecordColumns.subject(schema, settings))) {
            Sha256 root = new DatasetSealer(names, store, assigner, schema.size())
                    .seal(reader, RecordColumns.keys(schema, settings), progress);
            return new DatasetEntry(
                    plan.name(),
                    Opening.freshSalt(random),
                    source,
                    new DatasetEntry.Shape(
                            settings.subject().isPresent(), schema.size(), assigner.groups(), assigner.rows()),
                    root,
                    Groups.tagKeyCommitment(opened.tagKey()),
                    opened.schema().commitment(),
                    opened.settings().commitment());
        }
    }

    private LogEntry sealLog(TableReader reader, DatasetPlan plan, LogOrder order, int source, int artifact)
            throws IOException, MalformedException, SealRefusedException {
        Files.createDirectories(files.artifact(artifact));
        ImportSettings settings = plan.settings().withOption(LogOrder.OPTION, order.word());
        LogPast past = LogPast.of(plan.name(), earlierLogs, place.previous(), before);
        LogSchemas schemas = past.schemas(plan.schema(), settings);
        LogOpenings opened = new LogOpenings(
                place.number(),
                Opening.of(Kind.SCHEMA, schemas.toJson(), random),
                Opening.of(Kind.SETTINGS, settings.toJson(), random));
        logOpenings.put(plan.name(), opened);
        LogExport export = new LogExport(schemas, plan.schema(), order, plan.records());
        TreeSlice tree;
        DatasetFiles names = files.dataset(artifact);
        try (GroupAssigner assigner = GroupAssigner.ofLog(
                names.folder(), store, place.ledger(), plan.name(), RecordColumns.subject(plan.schema(), settings))) {
            tree = new LogSealer(names, export, assigner, past)
                    .seal(reader, RecordColumns.keys(plan.schema(), settings), progress);
        }
        return new LogEntry(
                plan.name(),
                Opening.freshSalt(random),
                source,
                plan.schema().size(),
                tree.leaves(),
                tree.root(),
                opened.schemas().commitment(),
                opened.settings().commitment(),
                past.lastSeal());
    }

    private Statement statement(Statement.Entries sealed) {
        return new Statement(
                request.network(),
                place.ledger(),
                request.study(),
                place.toStatement(request),
                request.milestone(),
                request.title(),
                now,
                nonce,
                request.signers(),
                List.of(),
                Optional.empty(),
                request.block(),
                sealed);
    }

    private void retain(List<SealItem> items) throws IOException, MalformedException, SealRefusedException {
        try (Retention retention = new Retention(store, place.number(), nonce)) {
            int artifact = 0;
            for (SealItem item : items) {
                if (item instanceof SealItem.DataItem data) {
                    artifact = retain(retention, data, artifact + 1);
                } else {
                    retention.document(artifact++, item.file());
                }
                if (item.file().hasChanged()) {
                    throw changedSincePlan(item);
                }
            }
            retention.finish();
        }
    }

    private static int retain(Retention retention, SealItem.DataItem item, int first)
            throws IOException, MalformedException {
        int artifact = first;
        try (TableReader reader = item.importer()
                .open(item.file(), item.plan().datasets().get(0).settings().own())) {
            for (DatasetPlan plan : item.plan().datasets()) {
                reader.nextTable();
                retention.rows(artifact++, reader, RecordColumns.subject(plan.schema(), plan.settings()));
            }
        }
        return artifact;
    }

    private static Sha256 digest(Statement statement) throws MalformedException {
        return Sha256.of(statement.toBytes());
    }

    private void writeFolder(Statement statement, Passphrase passphrase) throws IOException, MalformedException {
        Files.write(files.statement(), statement.toBytes());
        StringBuilder lines = new StringBuilder();
        entries.forEach(entry -> lines.append(entry.toJson().canonicalText()).append('\n'));
        Files.write(files.entries(), lines.toString().getBytes(StandardCharsets.UTF_8));
        if (place.previous().isPresent()) {
            place.previous().get().ledger().write(files.ledger());
        }
        earlierLogs.write(files.logs());
        Files.createDirectories(files.anchors());
        SecretBox box = SecretBox.random(random);
        KeyFile.write(files.key(), box, passphrase, store.stretch(), random);
        byte[] sealed = box.seal(
                new FolderOpenings(openings, logOpenings).toBytes(), EvidenceFolder.openingsContext(statement), random);
        Files.write(files.openings(), sealed);
    }
}
