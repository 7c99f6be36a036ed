package org.trialseal.core.record;

import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.Phrase;

/**
 * What an importer understood of a file.
 *
 * @param file file name without folders
 * @param importer the importer's id
 * @param reasons why each setting was chosen: {@link PlanReason}
 * @param facts what the file is: {@link PlanFact}
 * @param warnings what the user should look at before sealing: {@link PlanWarning}
 * @param datasets the tables in file order
 */
public record FilePlan(
        String file,
        String importer,
        List<Phrase> reasons,
        List<Phrase> facts,
        List<Phrase> warnings,
        List<DatasetPlan> datasets) {
    public FilePlan {
        reasons = List.copyOf(reasons);
        facts = List.copyOf(facts);
        warnings = List.copyOf(warnings);
        datasets = List.copyOf(datasets);
    }

    /** A plan without facts and warnings. */
    public FilePlan(String file, String importer, List<Phrase> reasons, List<DatasetPlan> datasets) {
        this(file, importer, reasons, List.of(), List.of(), datasets);
    }

    /** The same with other datasets. */
    public FilePlan withDatasets(List<DatasetPlan> others) {
        return new FilePlan(file, importer, reasons, facts, warnings, others);
    }

    /**
     * One table.
     *
     * @param records number of records
     * @param settings how it is read; subject and keys included
     * @param log whether the format itself says that records are only ever appended, oldest first
     * @param keysFrom who named the keys
     */
    public record DatasetPlan(
            String name, long records, Schema schema, ImportSettings settings, boolean log, KeyOrigin keysFrom) {
        /** One table that is no log by itself, with keys that nobody named. */
        public DatasetPlan(String name, long records, Schema schema, ImportSettings settings) {
            this(name, records, schema, settings, false, KeyOrigin.INFERRED);
        }

        /** The subject column, if the dataset is grouped. */
        public Optional<String> subject() {
            return settings.subject();
        }

        /** The same as somebody wants it grouped: other keys are then asked for. */
        public DatasetPlan asked(String newName, Optional<String> subject, List<String> keys) {
            boolean same = keys.equals(settings.keys());
            ImportSettings wanted = (same ? settings : Described.withoutKeys(settings)).withGrouping(subject, keys);
            return new DatasetPlan(newName, records, schema, wanted, log, same ? keysFrom : KeyOrigin.ASKED);
        }

        /** The same with another schema and other settings. */
        public DatasetPlan described(Schema newSchema, ImportSettings newSettings) {
            return new DatasetPlan(name, records, newSchema, newSettings, log, keysFrom);
        }
    }
}
