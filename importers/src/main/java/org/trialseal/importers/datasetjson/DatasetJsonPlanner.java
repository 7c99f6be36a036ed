package org.trialseal.importers.datasetjson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader.Piece;
import org.trialseal.importers.grouping.Grouping;
import org.trialseal.importers.grouping.KeySearch;

/** Plans one file: reads all of it to count, check and find out whether its keys are unique. */
final class DatasetJsonPlanner {
    private final DataFile file;
    private final Optional<String> subject;
    private final List<String> keys;

    DatasetJsonPlanner(DataFile file, Optional<String> subject, List<String> keys) {
        this.file = file;
        this.subject = subject;
        this.keys = keys;
    }

    FilePlan plan() throws IOException, MalformedException {
        try (DatasetJsonReader reader = open()) {
            reader.nextTable();
            Metadata metadata = reader.metadata();
            Grouping grouping =
                    new Grouping(metadata.schema(), subject, keys, metadata.keys(), "named by the file's keySequence");
            KeySearch<RowBatch> search = grouping.search(CellHashes::new, metadata.schema(), true);
            long records = search(reader, search);
            while (!search.isConclusive()) {
                search = search.again();
                searchAgain(search);
            }
            grouping.decide(search, records);
            return filePlan(metadata, records, grouping);
        }
    }

    private FilePlan filePlan(Metadata metadata, long records, Grouping grouping) {
        List<String> reasons = new ArrayList<>(List.of("CDISC Dataset-JSON, version 1.1"));
        reasons.addAll(grouping.reasons());
        ImportSettings settings = new ImportSettings(
                DatasetJsonImporter.ID,
                DatasetJsonImporter.VERSION,
                new TreeMap<>(),
                grouping.subject(),
                grouping.keys());
        DatasetPlan dataset = new DatasetPlan(metadata.name(), records, metadata.schema(), settings);
        return new FilePlan(file.name(), DatasetJsonImporter.ID, reasons, List.of(dataset));
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
