package org.trialseal.core.prove;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.DatasetEvidence;
import org.trialseal.core.evidence.DatasetOpenings;
import org.trialseal.core.evidence.EntryTree;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.proof.ArtifactOpening;
import org.trialseal.core.proof.DocumentContent;
import org.trialseal.core.proof.Limit;
import org.trialseal.core.proof.MeasuringOutput;
import org.trialseal.core.proof.OpenedEntry;
import org.trialseal.core.proof.PackageContent;
import org.trialseal.core.proof.PackageWriter;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.Opening;
import org.trialseal.core.seal.SourceEntry;

/** Makes proof packages from an evidence folder, the study store and the data. */
public final class Prover {
    private final EvidenceFolder folder;
    private final FolderOpenings openings;
    private final StudyStore store;
    private final SealedData data;

    /** @param openings what {@link EvidenceFolder#unlock} gave */
    public Prover(EvidenceFolder folder, FolderOpenings openings, StudyStore store, SealedData data) {
        this.folder = folder;
        this.openings = openings;
        this.store = store;
        this.data = data;
    }

    /**
     * What a package shows.
     *
     * @param length of the package in bytes
     * @param artifacts what of each artifact, in words
     */
    public record Result(long length, List<String> artifacts) {}

    /**
     * Writes a package to {@code out}, whole or not at all.
     *
     * @param fields columns to show; all of them when empty
     * @throws ProofRefusedException when it cannot be made as asked
     */
    public Result prove(List<Selection> selections, List<String> fields, Path out)
            throws IOException, MalformedException, ProofRefusedException {
        Choice choice = Choice.of(folder.entries(), openings, selections);
        requireFields(choice, fields);
        Path parent = out.toAbsolutePath().normalize().getParent();
        if (parent == null) {
            throw ProofRefusedException.request("the package needs a file name");
        }
        Files.createDirectories(parent);
        try (Staging staging = Staging.create(parent)) {
            List<String> shown = new ArrayList<>();
            PackageWriter writer = new PackageWriter(folder.ledger().statements());
            addArtifacts(writer, choice, fields, staging, shown);
            addContext(writer, choice, fields, shown);
            Path whole = staging.newFile();
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(whole), 1 << 16)) {
                writer.writeTo(stream);
            }
            Files.move(whole, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Result(Files.size(out), shown);
        }
    }

    private void requireFields(Choice choice, List<String> fields) throws MalformedException, ProofRefusedException {
        for (String field : fields) {
            boolean known = false;
            for (int index : choice.datasets().keySet()) {
                known |= opening(index).schemaValue().indexOf(field).isPresent();
            }
            if (!known) {
                throw ProofRefusedException.request("none of the datasets shown has a column " + field);
            }
        }
    }

    private void addArtifacts(
            PackageWriter writer, Choice choice, List<String> fields, Staging staging, List<String> shown)
            throws IOException, MalformedException, ProofRefusedException {
        for (Map.Entry<Integer, Wanted> dataset : choice.datasets().entrySet()) {
            writer.disclosure(dataset.getKey(), dataset(dataset.getKey(), dataset.getValue(), fields, staging, shown));
        }
        for (int document : choice.documents()) {
            writer.document(document, document(document, staging, shown));
        }
    }

    private DatasetOpenings opening(int artifact) throws MalformedException {
        return openings.dataset(artifact);
    }

    private PackageContent dataset(
            int artifact, Wanted wanted, List<String> fields, Staging staging, List<String> shown)
            throws IOException, MalformedException, ProofRefusedException {
        Path file = staging.newFile();
        try (DatasetEvidence evidence = DatasetEvidence.open(folder, artifact, opening(artifact));
                MeasuringOutput out = new MeasuringOutput(Files.newOutputStream(file));
                TableReader reader = openTable(evidence)) {
            DatasetProof proof =
                    new DatasetProof(evidence, store, folder.statement().nonce(), wanted, fields);
            proof.write(reader, staging.folder(), out);
            shown.add(words(evidence.entry(), wanted, fields, proof));
            return PackageContent.staged(PathFile.of(file), out.measured());
        }
    }

    private static String words(DatasetEntry entry, Wanted wanted, List<String> fields, DatasetProof proof) {
        String what = wanted.isWhole()
                ? "all " + proof.shownRecords()
                : proof.shownRecords() + " of " + entry.shape().records();
        return entry.name() + ": " + what + " records"
                + (fields.isEmpty() ? "" : ", only the fields " + String.join(", ", fields))
                + (proof.absent().isEmpty()
                        ? ""
                        : ", and that " + proof.absent().size() + " subjects have none");
    }

    private TableReader openTable(DatasetEvidence evidence)
            throws IOException, MalformedException, ProofRefusedException {
        int source = evidence.entry().source();
        TableReader reader = data.open(folder.entries().get(source).name(), evidence.settings());
        boolean found = false;
        for (int table = source + 1; table <= evidence.artifact(); table++) {
            found = reader.nextTable()
                    .map(next -> next.schema().equals(evidence.schema()))
                    .orElse(false);
        }
        if (!found) {
            reader.close();
            throw ProofRefusedException.altered(
                    "the data given for " + evidence.entry().name() + " have other columns than were sealed");
        }
        return reader;
    }

    private PackageContent document(int artifact, Staging staging, List<String> shown)
            throws IOException, ProofRefusedException, MalformedException {
        DocumentEntry entry = (DocumentEntry) folder.entries().get(artifact);
        DataFile document = data.document(entry.name());
        GroupKey key = GroupKey.derive(
                store.studySecret()
                        .orElseThrow(() -> ProofRefusedException.notAtHand("the study's secret is not in the store")),
                folder.statement().nonce(),
                artifact);
        DocumentCheck.require(document, key, entry);
        Path file = staging.newFile();
        try (MeasuringOutput out = new MeasuringOutput(new BufferedOutputStream(Files.newOutputStream(file)));
                InputStream in = document.open()) {
            DocumentContent.write(out, artifact, key, in);
            out.flush();
            shown.add(entry.name() + ": the whole document");
            return PackageContent.staged(PathFile.of(file), out.measured());
        }
    }

    private void addContext(PackageWriter writer, Choice choice, List<String> fields, List<String> shown)
            throws IOException, MalformedException {
        EntryTree tree = new EntryTree(folder.entries());
        List<OpenedEntry> opened = new ArrayList<>();
        for (int index : openedEntries(choice)) {
            opened.add(new OpenedEntry(index, folder.entries().get(index), tree.path(index)));
        }
        writer.entries(opened).openings(openings(choice, fields));
        folder.timestamp((int) Limit.TIMESTAMP.max()).ifPresent(writer::timestamp);
        folder.headers((int) Limit.SMALL_ENTRY.max()).ifPresent(writer::headers);
        writer.readme(PackageReadme.text(folder, shown));
    }

    private TreeSet<Integer> openedEntries(Choice choice) {
        TreeSet<Integer> indices = new TreeSet<>(choice.documents());
        for (int dataset : choice.datasets().keySet()) {
            indices.add(dataset);
            indices.add(((DatasetEntry) folder.entries().get(dataset)).source());
        }
        return indices;
    }

    private List<ArtifactOpening> openings(Choice choice, List<String> fields) throws IOException, MalformedException {
        Map<Integer, Opening> files =
                store.fileOpenings(folder.statement().place().seal());
        List<ArtifactOpening> opened = new ArrayList<>();
        TreeSet<Integer> sources = new TreeSet<>(choice.documents());
        for (Map.Entry<Integer, Wanted> dataset : choice.datasets().entrySet()) {
            opened.add(new ArtifactOpening(
                    dataset.getKey(), opening(dataset.getKey()).schema()));
            opened.add(new ArtifactOpening(
                    dataset.getKey(), opening(dataset.getKey()).settings()));
            int source = ((DatasetEntry) folder.entries().get(dataset.getKey())).source();
            if (fields.isEmpty() && isShownWhole(choice, source)) {
                sources.add(source);
            }
        }
        for (int source : sources) {
            Optional.ofNullable(files.get(source)).ifPresent(file -> opened.add(new ArtifactOpening(source, file)));
        }
        return opened;
    }

    /** A file's digest is opened only with all that was read from the file, lest it help to guess what is hidden. */
    private boolean isShownWhole(Choice choice, int source) {
        for (int i = 0; i < folder.entries().size(); i++) {
            if (folder.entries().get(i) instanceof DatasetEntry dataset && dataset.source() == source) {
                Wanted wanted = choice.datasets().get(i);
                if (wanted == null || !wanted.isWhole()) {
                    return false;
                }
            }
        }
        return folder.entries().get(source) instanceof SourceEntry;
    }
}
