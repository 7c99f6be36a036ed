package org.trialseal.core.prove;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.DatasetEvidence;
import org.trialseal.core.evidence.DurableFiles;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.LogEvidence;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.proof.DocumentContent;
import org.trialseal.core.proof.Limit;
import org.trialseal.core.proof.MeasuringOutput;
import org.trialseal.core.proof.PackageContent;
import org.trialseal.core.proof.PackageWriter;
import org.trialseal.core.prove.ProofRefusedException.Code;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.GroupKey;

/** Makes proof packages from an evidence folder, the study store and the data. */
public final class Prover {
    private final EvidenceFolder folder;
    private final FolderOpenings openings;
    private final StudyStore store;
    private final SealedData data;
    private final ProofSources sources;

    /** @param openings what {@link EvidenceFolder#unlock} gave */
    public Prover(EvidenceFolder folder, FolderOpenings openings, StudyStore store, SealedData data) {
        this.folder = folder;
        this.openings = openings;
        this.store = store;
        this.data = data;
        this.sources = new ProofSources(folder, openings, store, data);
    }

    /**
     * What a package shows.
     *
     * @param length of the package in bytes
     * @param artifacts what of each artifact, in words
     */
    public record Result(long length, List<String> artifacts) {}

    /** What is shown, and what was asked for and is not, in words; a package says nothing of the latter. */
    private record Shown(List<String> shown, List<String> hidden) {
        void add(String line) {
            shown.add(line);
        }

        List<String> all() {
            return Stream.concat(shown.stream(), hidden.stream()).toList();
        }
    }

    /**
     * Writes a package to {@code out}, whole or not at all.
     *
     * @param fields columns to show; all of them when empty
     * @throws ProofRefusedException when it cannot be made as asked
     */
    public Result prove(List<Selection> selections, List<String> fields, Path out)
            throws IOException, MalformedException, ProofRefusedException {
        return prove(selections, Fields.named(fields), out);
    }

    /**
     * Writes a package to {@code out}, whole or not at all.
     *
     * @throws ProofRefusedException when it cannot be made as asked
     */
    public Result prove(List<Selection> selections, Fields fields, Path out)
            throws IOException, MalformedException, ProofRefusedException {
        sources.requireRemembered();
        Choice choice = Choice.of(folder, openings, selections);
        choice.requireFields(fields);
        Path parent = out.toAbsolutePath().normalize().getParent();
        if (parent == null) {
            throw new ProofRefusedException(Code.NO_FILE_NAME);
        }
        DurableFiles.createFolders(parent);
        try (Staging staging = Staging.create(parent)) {
            Shown shown = new Shown(new ArrayList<>(), new ArrayList<>());
            PackageWriter writer = new PackageWriter(folder.ledger().statements());
            addArtifacts(writer, choice, fields, staging, shown);
            choice.requireSomething(selections);
            addContext(writer, choice, fields, shown);
            Path whole = staging.newFile();
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(whole), 1 << 16)) {
                writer.writeTo(stream);
            }
            DurableFiles.sync(whole);
            DurableFiles.moveInto(whole, out);
            return new Result(Files.size(out), shown.all());
        }
    }

    private void addArtifacts(PackageWriter writer, Choice choice, Fields fields, Staging staging, Shown shown)
            throws IOException, MalformedException, ProofRefusedException {
        for (Map.Entry<Integer, Wanted> dataset : choice.datasets().entrySet()) {
            writer.disclosure(dataset.getKey(), dataset(dataset.getKey(), dataset.getValue(), fields, staging, shown));
        }
        for (int log : List.copyOf(choice.logs().keySet())) {
            log(log, choice, fields, staging, shown).ifPresent(content -> writer.log(log, content));
        }
        for (int document : choice.documents()) {
            writer.document(document, document(document, staging, shown));
        }
    }

    private PackageContent dataset(int artifact, Wanted wanted, Fields chosen, Staging staging, Shown shown)
            throws IOException, MalformedException, ProofRefusedException {
        Path file = staging.newFile();
        try (DatasetEvidence evidence = DatasetEvidence.open(folder, artifact, openings.get(artifact));
                RowSort sort = new RowSort(staging.folder(), evidence.schema().size());
                MeasuringOutput out = new MeasuringOutput(Files.newOutputStream(file));
                DatasetProof proof = new DatasetProof(
                        evidence,
                        store,
                        folder.statement().nonce(),
                        wanted,
                        chosen.in(evidence.entry().name()),
                        sort);
                TableReader reader = sources.openTable(artifact, evidence.schema(), evidence.settings())) {
            proof.collect(reader);
            proof.write(out);
            long records = evidence.entry().shape().records();
            shown.add(words(
                            evidence.entry().name(),
                            records,
                            wanted,
                            chosen.in(evidence.entry().name()),
                            proof.shownRecords())
                    + absentWords(proof));
            return PackageContent.staged(PathFile.of(file), out.measured());
        }
    }

    private static String words(String name, long records, Wanted wanted, List<String> fields, long shown) {
        return name + ": " + (wanted.isWhole() ? "all " + shown : shown + " of " + records) + " records"
                + (fields.isEmpty() ? "" : ", only the fields " + String.join(", ", fields));
    }

    private static String absentWords(DatasetProof proof) {
        int absent = proof.absent();
        return absent == 0
                ? ""
                : ", and that " + (absent == 1 ? "one subject has" : absent + " subjects have") + " none";
    }

    /** What is shown of a log; empty when no record of the subjects asked for is in it, which a log cannot prove. */
    private Optional<PackageContent> log(int artifact, Choice choice, Fields chosen, Staging staging, Shown shown)
            throws IOException, MalformedException, ProofRefusedException {
        Wanted wanted = Objects.requireNonNull(choice.logs().get(artifact));
        Path file = staging.newFile();
        try (LogEvidence evidence = LogEvidence.open(folder, artifact, openings);
                RowSort sort = new RowSort(staging.folder(), evidence.entry().columns());
                MeasuringOutput out = new MeasuringOutput(Files.newOutputStream(file));
                TableReader reader =
                        sources.openTable(artifact, evidence.schemas().last(), evidence.settings())) {
            List<String> fields = chosen.in(evidence.entry().name());
            LogProof proof = new LogProof(evidence, store, folder.statement().ledger(), wanted, fields);
            proof.collect(reader, sort);
            if (proof.shownRecords() == 0 && !wanted.isWhole()) {
                choice.logs().remove(artifact);
                shown.hidden()
                        .add(evidence.entry().name() + ": nothing; an event log cannot prove that there is nothing");
                return Optional.empty();
            }
            proof.write(sort, out);
            shown.add(words(evidence.entry().name(), evidence.entry().records(), wanted, fields, proof.shownRecords()));
            return Optional.of(PackageContent.staged(PathFile.of(file), out.measured()));
        }
    }

    private PackageContent document(int artifact, Staging staging, Shown shown)
            throws IOException, ProofRefusedException, MalformedException {
        DocumentEntry entry = (DocumentEntry) folder.entries().get(artifact);
        DataFile document = data.document(entry.name());
        GroupKey key = sources.documentKey(artifact);
        DocumentCheck.require(document, key, entry);
        Path file = staging.newFile();
        try (MeasuringOutput out = new MeasuringOutput(new BufferedOutputStream(Files.newOutputStream(file)));
                InputStream in = document.open()) {
            DocumentContent.write(out, artifact, key, in);
            out.flush();
            if (document instanceof PathFile onDisk && onDisk.hasChanged()) {
                throw new ProofRefusedException(Code.CHANGED_MEANWHILE, entry.name());
            }
            shown.add(entry.name() + ": the whole document");
            return PackageContent.staged(PathFile.of(file), out.measured());
        }
    }

    private void addContext(PackageWriter writer, Choice choice, Fields fields, Shown shown)
            throws IOException, MalformedException {
        PackageContext context = new PackageContext(folder, openings, choice, fields);
        writer.entries(context.entries()).openings(context.openings(store));
        folder.timestamp((int) Limit.TIMESTAMP.max()).ifPresent(writer::timestamp);
        folder.headers((int) Limit.SMALL_ENTRY.max()).ifPresent(writer::headers);
        writer.readme(PackageReadme.text(folder, shown.shown()));
    }
}
