package org.trialseal.core.prove;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.DatasetEvidence;
import org.trialseal.core.evidence.DurableFiles;
import org.trialseal.core.evidence.EntryTree;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.LogEvidence;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.Limit;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.Timestamp;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.Opening;
import org.trialseal.core.seal.SealEntry;

/**
 * Writes the path from one record, or one document, to the seal's anchors as one OpenTimestamps proof that stock clients
 * read. docs/proof-format.md says what it holds and what it proves.
 */
public final class StockProver {
    private final ProofSources sources;

    /** @param openings what {@link EvidenceFolder#unlock} gave */
    public StockProver(EvidenceFolder folder, FolderOpenings openings, StudyStore store, SealedData data) {
        this.sources = new ProofSources(folder, openings, store, data);
    }

    /**
     * What was written.
     *
     * @param stamped the file that holds the record's leaf; empty for a document, which is that file itself
     * @param proof the timestamp, as it stands in the file now
     * @param steps number of operations from the stamped file's digest to that of seal.json
     */
    public record Result(Optional<Path> stamped, DetachedTimestamp proof, int steps) {}

    /**
     * Writes the timestamp to {@code out}, and beside it, under the same name without {@code .ots}, the leaf of a
     * record. A timestamp of the same file that is there already is added to; any other file is left as it is.
     *
     * @param selection of exactly one record, or a document
     * @throws ProofRefusedException when that is not so, the seal is not stamped yet, or the path does not fit
     * @throws FileAlreadyExistsException when another file is in the way
     */
    public Result prove(Selection selection, Path out) throws IOException, MalformedException, ProofRefusedException {
        StockFiles files = StockFiles.at(out);
        sources.requireRemembered();
        Timestamp known = timestamp();
        Choice choice = Choice.of(sources.folder(), sources.openings(), List.of(selection));
        try {
            return choice.documents().isEmpty()
                    ? record(choice, known, files)
                    : document(choice.documents().first(), known, files);
        } catch (OtsException e) {
            throw ProofRefusedException.request("this does not fit into a stock timestamp, for "
                    + e.kind().pattern() + "; a proof package holds it (--out)");
        }
    }

    private Timestamp timestamp() throws IOException, MalformedException, ProofRefusedException {
        Bytes file = sources.folder()
                .timestamp((int) Limit.FILE.max())
                .orElseThrow(() ->
                        ProofRefusedException.notAtHand("this seal has no timestamp yet; 'trialseal anchor' gets one"));
        DetachedTimestamp proof = DetachedTimestamp.read("seal.json.ots", file.toArray());
        if (!proof.isFor(sources.folder().digest())) {
            throw new MalformedException(
                    MalformedException.Kind.ALTERED,
                    "seal.json.ots",
                    "is not about this seal's seal.json; restore a backup");
        }
        return proof.timestamp();
    }

    private Result document(int artifact, Timestamp known, StockFiles files)
            throws IOException, MalformedException, ProofRefusedException {
        DocumentEntry entry = (DocumentEntry) entries().get(artifact);
        Opening file = Optional.ofNullable(
                        sources.store().fileOpenings(sources.number()).get(artifact))
                .orElseThrow(() -> ProofRefusedException.notAtHand(
                        "what opens the digest of " + entry.name() + " is not in the study store"));
        if (!file.commitment().equals(entry.file())) {
            throw new MalformedException(
                    MalformedException.Kind.ALTERED, "study store", "does not open what was sealed as " + entry.name());
        }
        StockPath path = StockPath.from(file.fileDigest()).hashBehind(file.filePrefix());
        DetachedTimestamp proof = finish(artifact, path, "file", known);
        return new Result(Optional.empty(), files.write(proof), path.steps());
    }

    private Result record(Choice choice, Timestamp known, StockFiles files)
            throws IOException, MalformedException, ProofRefusedException {
        int artifact = choice.tables().first();
        Path parent = DurableFiles.parentOf(files.timestamp());
        Files.createDirectories(parent);
        try (Staging staging = Staging.create(parent)) {
            StockLeaf leaf = entries().get(artifact) instanceof LogEntry
                    ? logLeaf(artifact, require(choice.logs().get(artifact)), staging)
                    : datasetLeaf(artifact, require(choice.datasets().get(artifact)), staging);
            DetachedTimestamp proof = finish(artifact, leaf.path(), "root", known);
            DetachedTimestamp written = files.write(leaf.preimage(), proof);
            return new Result(Optional.of(files.stamped()), written, leaf.path().steps());
        }
    }

    private static Wanted require(@Nullable Wanted wanted) throws ProofRefusedException {
        if (wanted == null || !wanted.isOfRecords()) {
            throw ProofRefusedException.request("a stock timestamp is about one record or one document");
        }
        return wanted;
    }

    private StockLeaf datasetLeaf(int artifact, Wanted wanted, Staging staging)
            throws IOException, MalformedException, ProofRefusedException {
        EvidenceFolder folder = sources.folder();
        try (DatasetEvidence evidence = DatasetEvidence.open(
                        folder, artifact, sources.openings().get(artifact));
                RowSort sort = new RowSort(staging.folder(), evidence.schema().size());
                DatasetProof proof = new DatasetProof(
                        evidence, sources.store(), folder.statement().nonce(), wanted, List.of(), sort);
                TableReader reader = sources.openTable(artifact, evidence.schema(), evidence.settings())) {
            proof.collect(reader);
            requireOne(evidence.entry(), proof.shownRecords());
            return only(sort, proof::leaf);
        }
    }

    private StockLeaf logLeaf(int artifact, Wanted wanted, Staging staging)
            throws IOException, MalformedException, ProofRefusedException {
        EvidenceFolder folder = sources.folder();
        try (LogEvidence evidence = LogEvidence.open(folder, artifact, sources.openings());
                RowSort sort = new RowSort(staging.folder(), evidence.entry().columns());
                TableReader reader =
                        sources.openTable(artifact, evidence.schemas().last(), evidence.settings())) {
            LogProof proof =
                    new LogProof(evidence, sources.store(), folder.statement().ledger(), wanted, List.of());
            proof.collect(reader, sort);
            requireOne(evidence.entry(), proof.shownRecords());
            return only(sort, proof::leaf);
        }
    }

    private static void requireOne(SealEntry entry, long records) throws ProofRefusedException {
        if (records != 1) {
            throw ProofRefusedException.request(records + " records of " + entry.name()
                    + " have the values asked for, and a stock timestamp is about one: name more of its values");
        }
    }

    private interface LeafOf {
        StockLeaf leaf(RowSort.Row row) throws IOException, MalformedException, ProofRefusedException;
    }

    private static StockLeaf only(RowSort sort, LeafOf proof)
            throws IOException, MalformedException, ProofRefusedException {
        List<StockLeaf> leaves = new ArrayList<>();
        sort.drainTo(row -> leaves.add(proof.leaf(row)));
        return leaves.get(0);
    }

    /**
     * Goes on from what an entry commits to.
     *
     * @param member under this name it stands in the entry
     */
    private DetachedTimestamp finish(int artifact, StockPath path, String member, Timestamp known)
            throws IOException, MalformedException {
        SealEntry entry = entries().get(artifact);
        requireSealed(path, entry.toJson().sha256(entry.name(), member));
        path.hashInside(entry.leafPreimage(), member)
                .climb(artifact, entries().size(), new EntryTree(entries()).path(artifact));
        requireSealed(path, sources.folder().statement().entries().root());
        List<Bytes> statements = sources.folder().ledger().statements();
        path.hashInside(statements.get(statements.size() - 1), "root");
        return DetachedTimestamp.ofSha256(path.endingIn(known));
    }

    private static void requireSealed(StockPath path, Sha256 sealed) throws MalformedException {
        if (!path.message().equals(sealed.bytes())) {
            throw new MalformedException(
                    MalformedException.Kind.ALTERED,
                    "evidence folder",
                    "was damaged: it does not lead to what was sealed; restore a backup");
        }
    }

    private List<SealEntry> entries() {
        return sources.folder().entries();
    }
}
