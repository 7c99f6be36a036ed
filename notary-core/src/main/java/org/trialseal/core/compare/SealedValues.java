package org.trialseal.core.compare;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.DatasetOpenings;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.prove.ProofRefusedException;
import org.trialseal.core.prove.SealedData;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.SourceEntry;

/** The sealed datasets of an evidence folder with their values, once it is sure that these are the sealed ones. */
final class SealedValues {
    private final EvidenceFolder folder;
    private final FolderOpenings openings;
    private final StudyStore store;
    private final ComparisonOptions options;
    private final DatasetComparison datasets;

    SealedValues(
            EvidenceFolder folder,
            FolderOpenings openings,
            StudyStore store,
            ComparisonOptions options,
            SecureRandom random) {
        this.folder = folder;
        this.openings = openings;
        this.store = store;
        this.options = options;
        this.datasets = new DatasetComparison(options.temporary(), random, ComparisonLimits.standard());
    }

    /** Plans of all datasets, in the order of {@link #artifacts}. */
    List<DatasetPlan> plans() throws MalformedException {
        List<DatasetPlan> plans = new ArrayList<>();
        for (int artifact : artifacts()) {
            DatasetEntry entry = (DatasetEntry) folder.entries().get(artifact);
            DatasetOpenings opening = openings.get(artifact);
            plans.add(new DatasetPlan(
                    entry.name(), entry.shape().records(), opening.schemaValue(), opening.settingsValue()));
        }
        return plans;
    }

    /** The artifact indices of all datasets. */
    List<Integer> artifacts() {
        List<Integer> artifacts = new ArrayList<>();
        for (int i = 0; i < folder.entries().size(); i++) {
            if (folder.entries().get(i) instanceof DatasetEntry) {
                artifacts.add(i);
            }
        }
        return artifacts;
    }

    /**
     * The files among what was sealed that can be read as records of one table, by their artifact index: see {@link
     * SealedData#asRecords}.
     */
    Map<Integer, SealedData.Arranged> arranged() throws IOException, MalformedException {
        Map<Integer, SealedData.Arranged> arranged = new TreeMap<>();
        for (int artifact : options.oldData().isEmpty() ? List.<Integer>of() : artifacts()) {
            int source = source(artifact);
            if (!arranged.containsKey(source)) {
                options.oldData()
                        .get()
                        .asRecords(
                                folder.entries().get(source).name(),
                                openings.get(artifact).settingsValue())
                        .ifPresent(records -> arranged.put(source, records));
            }
        }
        return arranged;
    }

    /** The artifact index of the file of a dataset. */
    int source(int artifact) {
        return FileMatching.source(folder.entries().get(artifact));
    }

    /** A file as records; its bytes are those that were sealed, because the study design arranges it and is no record. */
    ValueSide side(int source, SealedData.Arranged records) throws IOException, MalformedException {
        DatasetPlan plan = records.plan().datasets().get(0);
        FileBytes bytes = FileBytes.of(
                new LaterFile.Plain(records.file()),
                ((SourceEntry) folder.entries().get(source)).file(),
                Optional.ofNullable(
                        store.fileOpenings(folder.statement().place().seal()).get(source)));
        return bytes == FileBytes.SAME
                ? ValueSide.of(plan, () -> first(records.importer().open(records.file(), plan.settings())))
                : ValueSide.unknown(plan, Code.OTHER_BYTES);
    }

    private static TableReader first(TableReader reader) throws IOException, MalformedException {
        reader.nextTable();
        return reader;
    }

    /** A dataset, compared with its seal. */
    ValueSide side(int artifact, DatasetPlan plan) throws IOException, MalformedException {
        if (options.oldData().isEmpty()) {
            return ValueSide.unknown(plan, Code.VALUES_NOT_AT_HAND);
        }
        try {
            return isSealed(artifact, plan)
                    ? ValueSide.of(plan, () -> open(artifact, plan))
                    : ValueSide.unknown(plan, Code.OTHER_DATA);
        } catch (ProofRefusedException e) {
            return ValueSide.unknown(plan, Code.VALUES_NOT_AT_HAND);
        }
    }

    private boolean isSealed(int artifact, DatasetPlan plan)
            throws IOException, MalformedException, ProofRefusedException {
        try (FolderDataset sealed = FolderDataset.open(folder, artifact, openings.get(artifact), store);
                TableReader reader = open(artifact, plan)) {
            DatasetComparison.Result result = datasets.compare(sealed, reader, plan.schema(), rows -> {});
            return result.counts().isNone() && !result.columnsAltered() && !result.uncompared();
        }
    }

    private TableReader open(int artifact, DatasetPlan plan)
            throws IOException, MalformedException, ProofRefusedException {
        DatasetEntry entry = (DatasetEntry) folder.entries().get(artifact);
        String source = folder.entries().get(entry.source()).name();
        ImportSettings settings = plan.settings();
        TableReader reader = options.oldData().orElseThrow().open(source, settings);
        try {
            Schema schema = schema(reader, artifact - entry.source());
            if (!schema.own().equals(plan.schema().own())) {
                throw new MalformedException(source, "has not the columns that were sealed as " + plan.name());
            }
            return reader;
        } catch (IOException | MalformedException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static Schema schema(TableReader reader, int tables) throws IOException, MalformedException {
        Schema schema = Schema.ofNames(List.of(""));
        for (int i = 0; i < tables; i++) {
            schema = reader.nextTable().map(TableReader.Table::schema).orElse(Schema.ofNames(List.of("")));
        }
        return schema;
    }
}
