package org.trialseal.importers.datasetjson;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.KeyOrigin;
import org.trialseal.core.record.NamedKeys;
import org.trialseal.core.record.PlanFact;
import org.trialseal.core.record.PlanReason;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader.Piece;
import org.trialseal.importers.grouping.Grouping;
import org.trialseal.importers.grouping.KeySearch;

/** Plans one file: reads all of it to count, check and find out whether its keys are unique. */
final class DatasetJsonPlanner {
    private final DataFile file;
    private final Optional<String> subject;
    private final List<String> keys;
    private final NamedKeys named;

    DatasetJsonPlanner(DataFile file, Optional<String> subject, List<String> keys, NamedKeys named) {
        this.file = file;
        this.subject = subject;
        this.keys = keys;
        this.named = named;
    }

    FilePlan plan() throws IOException, MalformedException {
        try (DatasetJsonReader reader = open()) {
            reader.nextTable();
            Metadata metadata = reader.metadata();
            Grouping grouping = new Grouping(metadata.schema(), subject, keys, naming(metadata));
            KeySearch<RowBatch> search = grouping.search(CellHashes::new, metadata.schema(), named);
            long records = search(reader, search);
            while (!search.isConclusive()) {
                search = search.again();
                searchAgain(search);
            }
            grouping.decide(search, records);
            return filePlan(metadata, records, grouping);
        }
    }

    private Optional<Grouping.Naming> naming(Metadata metadata) {
        NamedKeys.Keys own = new NamedKeys.Keys(metadata.keys(), Phrase.of(PlanReason.NAMED_BY_SEQUENCE));
        return metadata.keys().isEmpty()
                ? Grouping.Naming.described(named, metadata.name(), metadata.schema())
                : Optional.of(new Grouping.Naming(KeyOrigin.FILE, own));
    }

    private FilePlan filePlan(Metadata metadata, long records, Grouping grouping) {
        List<Phrase> facts = List.of(
                Phrase.of(PlanFact.DATASET_JSON_VERSION, "1.1"),
                Phrase.of(PlanFact.DATASET_JSON_RECORDS, records),
                Phrase.of(
                        PlanFact.DATASET_JSON_LABELS,
                        metadata.schema().columns().stream()
                                .filter(column -> column.attributes().containsKey("label"))
                                .count(),
                        metadata.schema().size()));
        ImportSettings settings = new ImportSettings(
                DatasetJsonImporter.ID,
                DatasetJsonImporter.VERSION,
                new TreeMap<>(),
                grouping.subject(),
                grouping.keys());
        DatasetPlan dataset =
                new DatasetPlan(metadata.name(), records, metadata.schema(), settings, false, grouping.origin());
        return new FilePlan(
                file.name(), DatasetJsonImporter.ID, grouping.reasons(), facts, grouping.warnings(), List.of(dataset));
    }

    private DatasetJsonReader open() throws IOException, MalformedException {
        return DatasetJsonImporter.reader(file, DatasetJsonReader.PIECE);
    }

    private static long search(DatasetJsonReader reader, KeySearch<RowBatch> search)
            throws IOException, MalformedException {
        long records = 0;
        for (Optional<Piece> next = reader.nextPiece(); next.isPresent(); next = reader.nextPiece()) {
            RowBatch batch = next.get().decode();
            search.add(batch, batch.rows());
            records += batch.rows();
        }
        return records;
    }

    private void searchAgain(KeySearch<RowBatch> search) throws IOException, MalformedException {
        try (DatasetJsonReader reader = open()) {
            reader.nextTable();
            search(reader, search);
        }
    }
}
