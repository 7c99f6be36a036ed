package org.trialseal.core.compare;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.compare.FileMatching.LaterTable;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.compare.PendingDifferences.Places;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.SourceEntry;
import org.trialseal.core.verify.DisclosureListener;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.VerificationReport;
import org.trialseal.core.verify.Verifier;

/** Compares later files with what a proof package shows, while verifying the package itself. */
public final class PackageComparison {
    private final DataFile packageFile;
    private final Verifier verifier;
    private final ComparisonOptions options;
    private final DatasetComparison datasets;

    /**
     * @param policy what the package is verified by
     * @param options old data are not needed: the package has the old values
     */
    public PackageComparison(
            DataFile packageFile, VerificationPolicy policy, ComparisonOptions options, SecureRandom random) {
        this(packageFile, policy, options, random, ComparisonLimits.standard());
    }

    PackageComparison(
            DataFile packageFile,
            VerificationPolicy policy,
            ComparisonOptions options,
            SecureRandom random,
            ComparisonLimits limits) {
        this.packageFile = packageFile;
        this.verifier = new Verifier(policy);
        this.options = options;
        this.datasets = new DatasetComparison(options.temporary(), random, limits);
    }

    /**
     * What came out. The comparison means no more than the verification: whoever reports one verdict takes the worse.
     *
     * @param verification of the package
     * @param comparison with what the package shows
     */
    public record Result(VerificationReport verification, ComparisonReport comparison) {}

    /**
     * Verifies and compares.
     *
     * @throws MalformedException when a later file cannot be read in its format, or the package has not its form
     */
    public Result compare(List<LaterFile> files, SealProgress progress) throws IOException, MalformedException {
        try (PackageReading shown = new PackageReading(options.temporary())) {
            VerificationReport verification = verifier.verify(packageFile, shown);
            boolean allOpened = verification
                    .ledger()
                    .statement()
                    .filter(statement -> statement.entries().count() == shown.openedEntries())
                    .isPresent();
            return new Result(verification, new Matched(shown, allOpened, progress).compare(files));
        }
    }

    /** One comparison with what was shown. */
    private final class Matched {
        private final PackageReading shown;
        private final List<@Nullable SealEntry> entries;
        private final boolean allOpened;
        private final SealProgress progress;
        private final Map<Integer, Conclusion> conclusions = new TreeMap<>();
        private final Map<Integer, LogConclusion> logs = new TreeMap<>();
        private final Map<Integer, OldLogRecords> oldLogs = new TreeMap<>();
        private final Map<Integer, PendingDifferences> pending = new TreeMap<>();
        private final Map<Integer, ArtifactComparison> artifacts = new TreeMap<>();

        Matched(PackageReading shown, boolean allOpened, SealProgress progress) {
            this.shown = shown;
            this.entries = shown.entries();
            this.allOpened = allOpened;
            this.progress = progress;
        }

        ComparisonReport compare(List<LaterFile> files) throws IOException, MalformedException {
            FileMatching matching = FileMatching.of(entries, files, shown);
            for (Map.Entry<Integer, LaterFile> document : matching.documents().entrySet()) {
                artifacts.put(document.getKey(), document(document.getKey(), document.getValue()));
            }
            for (Map.Entry<Integer, LaterTable> table : matching.datasets().entrySet()) {
                dataset(table.getKey(), table.getValue());
            }
            for (Map.Entry<Integer, LaterTable> table : matching.logs().entrySet()) {
                log(table.getKey(), table.getValue());
            }
            for (Map.Entry<Integer, LaterFile> file : matching.unreadable().entrySet()) {
                artifacts.put(file.getKey(), unreadable(file.getKey(), file.getValue()));
            }
            addOldValues();
            for (PendingDifferences all : pending.values()) {
                all.finish();
            }
            conclusions.forEach((artifact, conclusion) -> artifacts.put(artifact, conclusion.comparison()));
            logs.forEach((artifact, log) -> artifacts.put(
                    artifact,
                    log.comparison(
                            Objects.requireNonNull(matching.logs().get(artifact)),
                            difference -> Objects.requireNonNull(oldLogs.get(artifact))
                                    .known(difference))));
            return new ComparisonReport(withOthers(matching));
        }

        private List<ArtifactComparison> withOthers(FileMatching matching) {
            for (int index = 0; index < entries.size() && !options.onlyGiven(); index++) {
                @Nullable SealEntry entry = entries.get(index);
                boolean isShown = shown.dataset(index).isPresent()
                        || shown.log(index).isPresent()
                        || shown.document(index).isPresent();
                if (entry != null && isShown && !artifacts.containsKey(index)) {
                    artifacts.put(index, matching.without(entry.name()));
                }
            }
            List<ArtifactComparison> all = new ArrayList<>(artifacts.values());
            for (String name : matching.unexpected()) {
                all.add(
                        allOpened
                                ? ArtifactComparison.unexpected(name)
                                : ArtifactComparison.unknown(name, Code.UNEXPECTED_OR_NOT_SHOWN));
            }
            return all;
        }

        private FileBytes bytes(int artifact, Sha256 sealed, LaterFile file) throws IOException {
            return FileBytes.of(file, sealed, shown.file(artifact));
        }

        private FileBytes bytes(SealEntry entry, LaterFile file) throws IOException {
            int index = FileMatching.source(entry);
            @Nullable SealEntry source = index < entries.size() ? entries.get(index) : null;
            return source instanceof SourceEntry
                    ? bytes(index, ((SourceEntry) source).file(), file)
                    : FileBytes.UNKNOWN;
        }

        private ArtifactComparison document(int artifact, LaterFile file) throws IOException, MalformedException {
            DocumentEntry entry = (DocumentEntry) Objects.requireNonNull(entries.get(artifact));
            FileBytes bytes = bytes(artifact, entry.file(), file);
            if (bytes == FileBytes.SAME) {
                return ArtifactComparison.identical(entry.name(), entry.chunks());
            }
            Optional<List<Sha256>> chunks = shown.document(artifact);
            if (chunks.isEmpty()) {
                return bytes == FileBytes.DIFFERENT
                        ? ArtifactComparison.altered(entry.name(), Code.BYTES_DIFFER)
                        : ArtifactComparison.unknown(entry.name(), Code.NOT_SHOWN);
            }
            return new DocumentComparison(
                            chunks.get().size(),
                            chunk -> chunks.get().get((int) chunk),
                            (chunk, content, length) -> digest(content, length))
                    .compare(entry.name(), file.content());
        }

        private ArtifactComparison unreadable(int artifact, LaterFile file) throws IOException {
            SealEntry entry = Objects.requireNonNull(entries.get(artifact));
            return ArtifactComparison.unreadable(entry, bytes(entry, file));
        }

        private void log(int artifact, LaterTable table) throws IOException, MalformedException {
            LogEntry entry = (LogEntry) Objects.requireNonNull(entries.get(artifact));
            FileBytes bytes = bytes(entry, table.file());
            Optional<PackageLog> sealed = shown.log(artifact);
            if (bytes == FileBytes.SAME) {
                artifacts.put(artifact, ArtifactComparison.identical(entry.name(), entry.records()));
            } else if (sealed.isEmpty()) {
                artifacts.put(artifact, ArtifactComparison.unknown(entry.name(), Code.LOG_NOT_SHOWN));
            } else {
                compare(artifact, sealed.get(), bytes, table);
            }
        }

        private void compare(int artifact, PackageLog log, FileBytes bytes, LaterTable table)
                throws IOException, MalformedException {
            Optional<LogConclusion> conclusion = LogConclusion.of(
                    log.entry(),
                    log.settings(),
                    log.schemas(),
                    bytes,
                    table,
                    later -> log.against(later.plan()),
                    pending(artifact, log.entry(), Places.BY_INDEX),
                    progress::rows);
            if (conclusion.isEmpty()) {
                artifacts.put(artifact, LogConclusion.lacksColumns(log.entry()));
            } else {
                logs.put(artifact, conclusion.get());
                oldLogs.put(
                        artifact,
                        new OldLogRecords(
                                log,
                                log.against(table.plan()),
                                conclusion.get().result().differences(),
                                Optional.ofNullable(pending.get(artifact))));
            }
        }

        private void dataset(int artifact, LaterTable table) throws IOException, MalformedException {
            DatasetEntry entry = (DatasetEntry) Objects.requireNonNull(entries.get(artifact));
            FileBytes bytes = bytes(entry, table.file());
            Optional<PackageDataset> sealed = shown.dataset(artifact);
            if (bytes == FileBytes.SAME) {
                artifacts.put(
                        artifact,
                        ArtifactComparison.identical(
                                entry.name(),
                                entry.shape().records(),
                                sealed.map(shown -> OtherDefine.notes(
                                                shown.settings(), table.plan().settings()))
                                        .orElse(List.of())));
            } else if (table.isHidden()) {
                artifacts.put(artifact, ArtifactComparison.hiddenLater(entry.name()));
            } else if (sealed.isEmpty()) {
                artifacts.put(artifact, ArtifactComparison.unknown(entry.name(), Code.NOT_SHOWN));
            } else {
                DatasetComparison.Result result = datasets.compare(
                        sealed.get(),
                        table,
                        pending(artifact, entry, Places.BY_LEAF),
                        options.ordered(),
                        progress::rows);
                conclusions.put(artifact, new Conclusion(entry, sealed.get().settings(), bytes, table, result));
            }
        }

        private Optional<PendingDifferences> pending(int artifact, SealEntry entry, Places places) {
            options.journal().ifPresent(journal -> pending.put(artifact, journal.begin(entry.name(), places)));
            return Optional.ofNullable(pending.get(artifact));
        }

        /** Reads the package once more, for the old values of what differs. */
        private void addOldValues() throws IOException, MalformedException {
            Map<Integer, OldValues> wanted = new TreeMap<>();
            for (Map.Entry<Integer, Conclusion> conclusion : conclusions.entrySet()) {
                PackageDataset sealed = shown.dataset(conclusion.getKey()).orElseThrow();
                OldValues values = new OldValues(
                        sealed, conclusion.getValue().result(), Optional.ofNullable(pending.get(conclusion.getKey())));
                if (!values.isComplete()) {
                    wanted.put(conclusion.getKey(), values);
                }
            }
            boolean logsWanted = false;
            for (OldLogRecords log : oldLogs.values()) {
                logsWanted |= !log.isComplete();
            }
            if (!wanted.isEmpty() || logsWanted) {
                verifier.verify(packageFile, new OldRecords(wanted, oldLogs));
                wanted.forEach((artifact, values) ->
                        Objects.requireNonNull(conclusions.get(artifact)).replace(values.differences()));
            }
        }
    }

    private static Sha256 digest(byte[] content, int length) {
        MessageDigest digest = Sha256.newDigest();
        digest.update(content, 0, length);
        return Sha256.wrap(digest.digest());
    }

    /** Takes the records that a package shows as old values; each is checked against its leaf once more. */
    private static final class OldRecords implements DisclosureListener {
        private final Map<Integer, OldValues> wanted;
        private final Map<Integer, OldLogRecords> logs;
        private @Nullable OldValues current;
        private @Nullable OldLogRecords currentLog;

        OldRecords(Map<Integer, OldValues> wanted, Map<Integer, OldLogRecords> logs) {
            this.wanted = wanted;
            this.logs = logs;
        }

        @Override
        public void beginLog(int artifact, LogEntry entry, LogSchemas schemas, ImportSettings settings) {
            currentLog = logs.get(artifact);
        }

        @Override
        public void shown(ShownRecord record) throws IOException {
            try {
                if (currentLog != null) {
                    currentLog.take(record);
                }
            } catch (MalformedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void end(int artifact, boolean passed) {
            currentLog = null;
        }

        @Override
        public void beginDataset(int artifact, DatasetEntry entry, Schema schema, ImportSettings settings) {
            current = wanted.get(artifact);
        }

        @Override
        public void record(long index, long position, RowBatch batch, int row) throws IOException {
            try {
                if (current != null) {
                    current.take(position, batch, row);
                }
            } catch (MalformedException e) {
                throw new IOException(e);
            }
        }
    }
}
