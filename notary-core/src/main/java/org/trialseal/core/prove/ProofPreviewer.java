package org.trialseal.core.prove;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.DatasetEvidence;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.LogEvidence;
import org.trialseal.core.evidence.RecordColumns;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.proof.Limit;
import org.trialseal.core.proof.MeasuringOutput;
import org.trialseal.core.proof.PackageWriter;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.SealEntry;

/**
 * Says what a package would show, and refuses what {@link Prover} would refuse: it makes the same choice, reads the same
 * records and checks each against the evidence, but writes nothing. What was read for one selection is remembered, so
 * that other fields of the same records are answered at once. Not safe for use by several threads at once.
 */
public final class ProofPreviewer {
    private static final int FIRST = 5;

    /** What an entry of the archive takes besides its content: its two headers and its line in the manifest. */
    private static final int ARCHIVED = 280;

    private final EvidenceFolder folder;
    private final FolderOpenings openings;
    private final int most;
    private final Map<Object, TablePreview> known = new HashMap<>();
    private final Map<Integer, ProofPreview.Document> documents = new HashMap<>();

    /** @param openings what {@link EvidenceFolder#unlock} gave */
    public ProofPreviewer(EvidenceFolder folder, FolderOpenings openings) {
        this(folder, openings, FIRST);
    }

    /** @param most how many records of each dataset and log are kept to be shown */
    ProofPreviewer(EvidenceFolder folder, FolderOpenings openings, int most) {
        this.folder = folder;
        this.openings = openings;
        this.most = most;
    }

    /** Forgets what was read: the data at hand are others now. */
    public void forget() {
        known.clear();
        documents.clear();
    }

    /**
     * What a package of these selections would show.
     *
     * @throws ProofRefusedException when it cannot be made as asked
     */
    public ProofPreview preview(List<Selection> selections, Fields fields, StudyStore store, SealedData data)
            throws IOException, MalformedException, ProofRefusedException {
        ProofSources sources = new ProofSources(folder, openings, store, data);
        sources.requireRemembered();
        Choice choice = Choice.of(folder, openings, selections);
        choice.requireFields(fields);
        List<TablePreview> tables = new ArrayList<>();
        List<String> unprovable = new ArrayList<>();
        for (int table : List.copyOf(choice.tables())) {
            TablePreview read = table(table, choice, sources);
            if (read.isUnprovable()) {
                choice.logs().remove(table);
                unprovable.add(folder.entries().get(table).name());
            } else {
                tables.add(read);
            }
        }
        choice.requireSomething(selections);
        return preview(choice, fields, tables, unprovable, sources);
    }

    private TablePreview table(int artifact, Choice choice, ProofSources sources)
            throws IOException, MalformedException, ProofRefusedException {
        boolean log = choice.logs().containsKey(artifact);
        Wanted wanted = choice.wantedOf(artifact);
        Object key = List.of(artifact, wanted.key());
        TablePreview read = known.get(key);
        if (read == null) {
            read = log ? log(artifact, wanted, sources) : dataset(artifact, wanted, sources);
            known.put(key, read);
        }
        return read;
    }

    private TablePreview dataset(int artifact, Wanted wanted, ProofSources sources)
            throws IOException, MalformedException, ProofRefusedException {
        try (DatasetEvidence evidence = DatasetEvidence.open(folder, artifact, openings.get(artifact));
                TableReader reader = sources.openTable(artifact, evidence.schema(), evidence.settings())) {
            ShownRows rows = new ShownRows(evidence.schema().size(), most);
            Optional<Integer> subject = RecordColumns.subject(evidence.schema(), evidence.settings());
            try (RowLocator locator =
                    new RowLocator(evidence, sources.store(), folder.statement().nonce(), subject, wanted.isWhole())) {
                CollectedRows collected = new CollectedRows(evidence, locator, wanted, subject, rows);
                collected.read(reader);
                collected.requireListable();
                return new DatasetPreview(evidence, wanted, collected, rows);
            }
        }
    }

    private TablePreview log(int artifact, Wanted wanted, ProofSources sources)
            throws IOException, MalformedException, ProofRefusedException {
        try (LogEvidence evidence = LogEvidence.open(folder, artifact, openings);
                TableReader reader =
                        sources.openTable(artifact, evidence.schemas().last(), evidence.settings())) {
            ShownRows rows = new ShownRows(evidence.entry().columns(), most);
            LogProof proof =
                    new LogProof(evidence, sources.store(), folder.statement().ledger(), wanted, List.of());
            proof.collect(reader, rows);
            return new LogPreview(evidence, wanted, proof, rows);
        }
    }

    private ProofPreview preview(
            Choice choice, Fields fields, List<TablePreview> tables, List<String> unprovable, ProofSources sources)
            throws IOException, MalformedException, ProofRefusedException {
        PackageContext context = new PackageContext(folder, openings, choice, fields);
        List<ProofPreview.Table> shown = new ArrayList<>();
        long length = contextLength(context, sources.store());
        for (TablePreview table : tables) {
            int number = PackageContext.source(folder.entries().get(table.artifact()));
            SealEntry source = folder.entries().get(number);
            boolean opened = context.filesShownWhole().contains(number);
            shown.add(table.shown(fields.in(table.name()), source.name(), opened));
            length += ARCHIVED + table.length(fields.in(table.name()));
        }
        List<ProofPreview.Document> whole = new ArrayList<>();
        for (int document : choice.documents()) {
            whole.add(document(document, sources));
            length += ARCHIVED + whole.get(whole.size() - 1).length();
        }
        return new ProofPreview(
                folder.ledger().statements().size(),
                folder.entries().size(),
                context.openedEntries().size(),
                shown,
                whole,
                unprovable,
                length);
    }

    /** Writes everything but the disclosures, to nowhere. */
    private long contextLength(PackageContext context, StudyStore store) throws IOException, MalformedException {
        PackageWriter writer = new PackageWriter(folder.ledger().statements());
        writer.entries(context.entries()).openings(context.openings(store));
        folder.timestamp((int) Limit.TIMESTAMP.max()).ifPresent(writer::timestamp);
        folder.headers((int) Limit.SMALL_ENTRY.max()).ifPresent(writer::headers);
        writer.readme(PackageReadme.text(folder, List.of()));
        MeasuringOutput measured = new MeasuringOutput(OutputStream.nullOutputStream());
        writer.writeTo(measured);
        return measured.measured().length();
    }

    private ProofPreview.Document document(int artifact, ProofSources sources)
            throws IOException, MalformedException, ProofRefusedException {
        ProofPreview.Document read = documents.get(artifact);
        if (read == null) {
            DocumentEntry entry = (DocumentEntry) folder.entries().get(artifact);
            DataFile file = sources.data().document(entry.name());
            long length = DocumentCheck.require(file, sources.documentKey(artifact), entry);
            read = new ProofPreview.Document(artifact, entry.name(), length);
            documents.put(artifact, read);
        }
        return read;
    }
}
