package org.trialseal.core.compare;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trialseal.core.compare.FileMatching.LaterTable;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.compare.PendingDifferences.Places;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.DatasetOpenings;
import org.trialseal.core.evidence.DocumentEvidence;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.LogEvidence;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.prove.ProofRefusedException;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.Document;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.Opening;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.Secret;
import org.trialseal.core.seal.SourceEntry;

/** Compares later files with the seal of an evidence folder. */
public final class FolderComparison {
    private final EvidenceFolder folder;
    private final FolderOpenings openings;
    private final StudyStore store;
    private final ComparisonOptions options;
    private final DatasetComparison datasets;
    private final Map<Integer, Opening> fileOpenings;

    /** @param openings what {@link EvidenceFolder#unlock} gave */
    public FolderComparison(
            EvidenceFolder folder,
            FolderOpenings openings,
            StudyStore store,
            ComparisonOptions options,
            SecureRandom random)
            throws IOException, MalformedException {
        this(folder, openings, store, options, random, ComparisonLimits.standard());
    }

    FolderComparison(
            EvidenceFolder folder,
            FolderOpenings openings,
            StudyStore store,
            ComparisonOptions options,
            SecureRandom random,
            ComparisonLimits limits)
            throws IOException, MalformedException {
        this.folder = folder;
        this.openings = openings;
        this.store = store;
        this.options = options;
        this.datasets = new DatasetComparison(options.temporary(), random, limits);
        this.fileOpenings = store.fileOpenings(folder.statement().place().seal());
    }

    /**
     * Compares.
     *
     * @throws MalformedException when a later file cannot be read in its format, or the folder is damaged
     */
    public ComparisonReport compare(List<LaterFile> files, SealProgress progress)
            throws IOException, MalformedException {
        FileMatching matching = FileMatching.of(folder.entries(), files, opened());
        Map<Integer, ArtifactComparison> artifacts = new TreeMap<>();
        for (Map.Entry<Integer, LaterFile> document : matching.documents().entrySet()) {
            artifacts.put(document.getKey(), document(document.getKey(), document.getValue()));
        }
        for (Map.Entry<Integer, LaterTable> table : matching.datasets().entrySet()) {
            artifacts.put(table.getKey(), dataset(table.getKey(), table.getValue(), progress));
        }
        for (Map.Entry<Integer, LaterTable> log : matching.logs().entrySet()) {
            artifacts.put(log.getKey(), log(log.getKey(), log.getValue(), progress));
        }
        for (Map.Entry<Integer, LaterFile> file : matching.unreadable().entrySet()) {
            artifacts.put(file.getKey(), unreadable(file.getKey(), file.getValue()));
        }
        addMissing(matching, artifacts);
        List<ArtifactComparison> all = new ArrayList<>(artifacts.values());
        matching.unexpected().forEach(name -> all.add(ArtifactComparison.unexpected(name)));
        return new ComparisonReport(all);
    }

    private FileMatching.Opened opened() {
        return new OpenedFolder(folder, openings);
    }

    private void addMissing(FileMatching matching, Map<Integer, ArtifactComparison> artifacts) {
        for (int index = 0; index < folder.entries().size(); index++) {
            SealEntry entry = folder.entries().get(index);
            if (!(entry instanceof SourceEntry) && !artifacts.containsKey(index) && !options.onlyGiven()) {
                artifacts.put(index, matching.without(entry.name()));
            }
        }
    }

    private ArtifactComparison document(int artifact, LaterFile file) throws IOException, MalformedException {
        DocumentEntry entry = (DocumentEntry) folder.entries().get(artifact);
        FileBytes bytes = FileBytes.of(file, entry.file(), opening(artifact));
        if (bytes == FileBytes.SAME) {
            return ArtifactComparison.identical(entry.name(), entry.chunks());
        }
        Optional<Secret> secret = store.studySecret();
        if (secret.isEmpty()) {
            return bytes == FileBytes.DIFFERENT
                    ? ArtifactComparison.altered(entry.name(), Code.BYTES_DIFFER)
                    : ArtifactComparison.unknown(entry.name(), Code.NO_STUDY_SECRET);
        }
        try (DocumentEvidence evidence = DocumentEvidence.open(folder, artifact)) {
            GroupKey key = GroupKey.derive(secret.get(), folder.statement().nonce(), artifact);
            Document chunks = new Document(key);
            DocumentComparison comparison = new DocumentComparison(evidence.chunks(), evidence::leaf, chunks::leafHash);
            return comparison.compare(entry.name(), file.content());
        }
    }

    private Optional<Opening> opening(int artifact) {
        return Optional.ofNullable(fileOpenings.get(artifact));
    }

    private FileBytes bytes(SealEntry entry, LaterFile file) throws IOException {
        int index = FileMatching.source(entry);
        SourceEntry source = (SourceEntry) folder.entries().get(index);
        return FileBytes.of(file, source.file(), opening(index));
    }

    private ArtifactComparison unreadable(int artifact, LaterFile file) throws IOException {
        SealEntry entry = folder.entries().get(artifact);
        return ArtifactComparison.unreadable(entry, bytes(entry, file));
    }

    private ArtifactComparison log(int artifact, LaterTable table, SealProgress progress)
            throws IOException, MalformedException {
        LogEntry entry = (LogEntry) folder.entries().get(artifact);
        FileBytes bytes = bytes(entry, table.file());
        if (bytes == FileBytes.SAME) {
            return ArtifactComparison.identical(entry.name(), entry.records());
        }
        if (table.isHidden()) {
            return ArtifactComparison.hiddenLater(entry.name());
        }
        Optional<PendingDifferences> all = options.journal().map(journal -> journal.begin(entry.name(), found -> -1));
        try (LogEvidence sealed = LogEvidence.open(folder, artifact, openings)) {
            Optional<LogConclusion> conclusion = LogConclusion.of(
                    entry,
                    sealed.settings(),
                    sealed.schemas(),
                    bytes,
                    table,
                    later -> new FolderLog(sealed, store, folder.statement().ledger(), later.plan()),
                    all,
                    progress::rows);
            if (all.isPresent()) {
                all.get().finish();
            }
            return conclusion
                    .map(found -> found.comparison(table, difference -> difference))
                    .orElseGet(() -> LogConclusion.lacksColumns(entry));
        }
    }

    private ArtifactComparison dataset(int artifact, LaterTable table, SealProgress progress)
            throws IOException, MalformedException {
        DatasetEntry entry = (DatasetEntry) folder.entries().get(artifact);
        FileBytes bytes = bytes(entry, table.file());
        if (bytes == FileBytes.SAME) {
            return ArtifactComparison.identical(
                    entry.name(),
                    entry.shape().records(),
                    OtherDefine.notes(
                            openings.get(artifact).settingsValue(), table.plan().settings()));
        }
        if (table.isHidden()) {
            return ArtifactComparison.hiddenLater(entry.name());
        }
        DatasetOpenings opening = openings.get(artifact);
        Optional<PendingDifferences> all =
                options.journal().map(journal -> journal.begin(entry.name(), Places.BY_POSITION));
        try (FolderDataset sealed = FolderDataset.open(folder, artifact, opening, store)) {
            DatasetComparison.Result result = datasets.compare(sealed, table, all, options.ordered(), progress::rows);
            Conclusion conclusion = new Conclusion(entry, sealed.settings(), bytes, table, result);
            addOldValues(artifact, entry, sealed, conclusion, all);
            if (all.isPresent()) {
                all.get().finish();
            }
            return conclusion.comparison();
        }
    }

    /**
     * Says whether a sealed field had an alleged value.
     *
     * @param later a later copy of the data, where there is one: it gives the other fields of the record
     */
    public AllegedValue.Answer check(AllegedValue alleged, Optional<LaterFile> later)
            throws IOException, MalformedException {
        for (int artifact = 0; artifact < folder.entries().size(); artifact++) {
            DatasetOpenings opening = openings.datasets().get(artifact);
            if (opening != null && folder.entries().get(artifact).name().equals(alleged.dataset())) {
                return check(alleged, artifact, opening, later);
            }
        }
        return AllegedValue.Answer.unknown("The seal has no dataset " + alleged.dataset() + ".");
    }

    private AllegedValue.Answer check(
            AllegedValue alleged, int artifact, DatasetOpenings opening, Optional<LaterFile> later)
            throws IOException, MalformedException {
        FileMatching matching = FileMatching.of(folder.entries(), later.stream().toList(), opened());
        LaterTable table = matching.datasets().get(artifact);
        try (FolderDataset sealed = FolderDataset.open(folder, artifact, opening, store)) {
            if (table == null) {
                return AllegedCheck.check(sealed, alleged, Optional.empty());
            }
            try (TableReader reader = LaterTableReader.open(table, sealed.settings())) {
                return AllegedCheck.check(
                        sealed,
                        alleged,
                        Optional.of(
                                new AllegedCheck.LaterRows(reader, table.plan().schema())));
            }
        }
    }

    private void addOldValues(
            int artifact,
            DatasetEntry entry,
            FolderDataset sealed,
            Conclusion conclusion,
            Optional<PendingDifferences> all)
            throws IOException, MalformedException {
        OldValues values = new OldValues(sealed, conclusion.result(), all);
        if (options.oldData().isEmpty() || values.isComplete()) {
            return;
        }
        String source = folder.entries().get(entry.source()).name();
        try (TableReader reader = options.oldData().get().open(source, sealed.settings())) {
            for (int table = entry.source(); table < artifact; table++) {
                reader.nextTable();
            }
            values.read(reader);
        } catch (ProofRefusedException | MalformedException e) {
            conclusion.note(Note.of(Code.OLD_VALUES_LACKING, String.valueOf(e.getMessage())));
        }
        conclusion.replace(values.differences());
    }
}
