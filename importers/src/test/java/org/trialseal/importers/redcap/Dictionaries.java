package org.trialseal.importers.redcap;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.TableReader;
import org.trialseal.importers.csv.CsvImporter;

/** Reads data dictionaries for tests. */
final class Dictionaries {
    private Dictionaries() {}

    /** The dictionary in a file of delimited text; nothing when it is none. */
    static Optional<Dictionary> read(DataFile file) throws IOException, MalformedException {
        CsvImporter csv = new CsvImporter();
        DatasetPlan plan =
                csv.plan(file, Map.of(), Optional.empty(), List.of()).datasets().get(0);
        if (!Dictionary.isDictionary(plan.schema())) {
            return Optional.empty();
        }
        try (TableReader reader = csv.open(file, plan.settings())) {
            reader.nextTable();
            return Dictionary.read(file.name(), plan.schema(), reader);
        }
    }
}
