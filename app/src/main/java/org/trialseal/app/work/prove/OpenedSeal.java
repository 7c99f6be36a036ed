package org.trialseal.app.work.prove;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.StudyStores;
import org.trialseal.app.work.input.DataFiles;
import org.trialseal.app.work.prove.SealedPart.Kind;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.RetainedRows;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.evidence.WrongPassphraseException;
import org.trialseal.core.prove.ProofPreview;
import org.trialseal.core.prove.ProofPreviewer;
import org.trialseal.core.prove.ProofRefusedException;
import org.trialseal.core.prove.Prover;
import org.trialseal.core.prove.RetainedData;
import org.trialseal.core.prove.SealedData;
import org.trialseal.core.prove.Selection;
import org.trialseal.core.prove.StockProver;
import org.trialseal.core.prove.SubjectCensus;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.SealEntry;

/**
 * A seal whose secrets can be used: to list what is in it, to say what a package would show, and to make it. The study
 * store is held only while one of these works. One thread at a time works; others wait.
 */
public final class OpenedSeal implements AutoCloseable {
    private final EvidenceFolder folder;
    private final FolderOpenings openings;
    private final StudyStores stores;
    private final Passphrase passphrase;
    private final ProofPreviewer previewer;
    private DataFiles files;

    private OpenedSeal(
            EvidenceFolder folder,
            FolderOpenings openings,
            StudyStores stores,
            DataFiles files,
            Passphrase passphrase) {
        this.folder = folder;
        this.openings = openings;
        this.stores = stores;
        this.files = files.of(folder);
        this.passphrase = passphrase;
        this.previewer = new ProofPreviewer(folder, openings);
    }

    static OpenedSeal open(EvidenceFolder folder, StudyStores stores, DataFiles files, Passphrase passphrase)
            throws IOException, MalformedException, WrongPassphraseException, RefusedException {
        stores.open(folder, passphrase).close();
        return new OpenedSeal(folder, folder.unlock(passphrase), stores, files, passphrase);
    }

    /** The evidence folder. */
    public EvidenceFolder folder() {
        return folder;
    }

    /** Gives the data that were sealed, instead of those given before. */
    public synchronized void give(DataFiles given) {
        files = given.of(folder);
        previewer.forget();
    }

    /** What is in the seal, in its order. */
    public synchronized List<SealedPart> parts()
            throws IOException, MalformedException, WrongPassphraseException, RefusedException {
        List<SealedPart> parts = new ArrayList<>();
        try (StudyStore store = store()) {
            for (int i = 0; i < folder.entries().size(); i++) {
                part(i, store).ifPresent(parts::add);
            }
        }
        return parts;
    }

    private Optional<SealedPart> part(int index, StudyStore store) throws MalformedException {
        SealEntry entry = folder.entries().get(index);
        if (entry instanceof DocumentEntry) {
            boolean atHand = isAtHand(index, entry.name(), store);
            return Optional.of(new SealedPart(
                    index,
                    Kind.DOCUMENT,
                    entry.name(),
                    0,
                    0,
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    entry.name(),
                    atHand));
        }
        if (entry instanceof DatasetEntry dataset) {
            return Optional.of(table(
                    index,
                    Kind.DATASET,
                    dataset.source(),
                    new long[] {
                        dataset.shape().records(),
                        dataset.shape().grouped() ? dataset.shape().groups() : 0
                    },
                    openings.get(index).settingsValue(),
                    store));
        }
        if (entry instanceof LogEntry log) {
            return Optional.of(table(
                    index,
                    Kind.LOG,
                    log.source(),
                    new long[] {log.records(), 0},
                    openings.log(log.name(), seal()).settingsValue(),
                    store));
        }
        return Optional.empty();
    }

    private SealedPart table(int index, Kind kind, int source, long[] counts, ImportSettings settings, StudyStore store)
            throws MalformedException {
        SealEntry entry = folder.entries().get(index);
        String file = folder.entries().get(source).name();
        return new SealedPart(
                index,
                kind,
                entry.name(),
                counts[0],
                counts[1],
                openings.exportSchema(entry, index, seal()).names(),
                settings.subject(),
                settings.keys(),
                file,
                isAtHand(index, file, store));
    }

    private boolean isAtHand(int index, String file, StudyStore store) {
        return files.has(file) || RetainedRows.isThere(store, seal(), index);
    }

    private long seal() {
        return folder.statement().place().seal();
    }

    /** Counts the subjects in all data that are at hand. */
    public synchronized SubjectCensus census(SealProgress progress)
            throws IOException, MalformedException, WrongPassphraseException, RefusedException, ProofRefusedException {
        Set<Integer> atHand = new HashSet<>();
        for (SealedPart part : parts()) {
            if (part.atHand()) {
                atHand.add(part.artifact());
            }
        }
        try (StudyStore store = store()) {
            return SubjectCensus.read(folder, openings, store, data(store, progress), atHand::contains);
        }
    }

    /**
     * What a package would show.
     *
     * @throws ProofRefusedException when it cannot be made
     */
    public synchronized ProofPreview preview(ProofOrder order, SealProgress progress)
            throws IOException, MalformedException, WrongPassphraseException, RefusedException, ProofRefusedException {
        try (StudyStore store = store()) {
            return previewer.preview(order.selections(), order.fields(), store, data(store, progress));
        }
    }

    /**
     * Writes a package, whole or not at all. Another package that is there is replaced.
     *
     * @throws ProofRefusedException when it cannot be made
     * @throws FileAlreadyExistsException when something else is there, which stays as it is
     */
    public synchronized Prover.Result write(ProofOrder order, Path out, SealProgress progress)
            throws IOException, MalformedException, WrongPassphraseException, RefusedException, ProofRefusedException {
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS) && !PackageFile.isOne(out)) {
            throw new FileAlreadyExistsException(out.toString());
        }
        try (StudyStore store = store()) {
            return new Prover(folder, openings, store, data(store, progress))
                    .prove(order.selections(), order.fields(), out);
        }
    }

    /**
     * Writes a stock timestamp of one record or one document.
     *
     * @throws ProofRefusedException when it cannot be made
     */
    public synchronized StockProver.Result stock(Selection selection, Path out)
            throws IOException, MalformedException, WrongPassphraseException, RefusedException, ProofRefusedException {
        try (StudyStore store = store()) {
            return new StockProver(folder, openings, store, data(store, SealProgress.silent())).prove(selection, out);
        }
    }

    private StudyStore store() throws IOException, MalformedException, WrongPassphraseException, RefusedException {
        return stores.open(folder, passphrase);
    }

    private SealedData data(StudyStore store, SealProgress progress) {
        return new MeteredData(new RetainedData(files, folder, openings, store), progress);
    }

    /** Wipes the passphrase. */
    @Override
    public synchronized void close() {
        passphrase.close();
    }
}
