package org.trialseal.core.record;

import java.util.List;
import java.util.Optional;

/**
 * What an importer understood of a file.
 *
 * @param file file name without folders
 * @param importer the importer's id
 * @param reasons why each setting was chosen, in words, for the user
 * @param datasets the tables in file order
 */
public record FilePlan(String file, String importer, List<String> reasons, List<DatasetPlan> datasets) {
    public FilePlan {
        reasons = List.copyOf(reasons);
        datasets = List.copyOf(datasets);
    }

    /**
     * One table.
     *
     * @param records number of records
     * @param settings how it is read; subject and keys included
     * @param log whether the format itself says that records are only ever appended, oldest first
     */
    public record DatasetPlan(String name, long records, Schema schema, ImportSettings settings, boolean log) {
        /** One table that is no log by itself. */
        public DatasetPlan(String name, long records, Schema schema, ImportSettings settings) {
            this(name, records, schema, settings, false);
        }

        /** The subject column, if the dataset is grouped. */
        public Optional<String> subject() {
            return settings.subject();
        }
    }
}
