package org.trialseal.core.evidence;

import java.util.Map;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.seal.LogOrder;

/** One file to be sealed. */
public sealed interface SealItem {
    /** The file. */
    PathFile file();

    /** A file sealed by its bytes. */
    record DocumentItem(PathFile file) implements SealItem {}

    /**
     * A file sealed by its bytes and its records.
     *
     * @param logs those of its tables, by name, that are event logs, and in which order they list their records
     */
    record DataItem(PathFile file, Importer importer, FilePlan plan, Map<String, LogOrder> logs) implements SealItem {
        public DataItem {
            logs = Map.copyOf(logs);
        }

        /** A file all of whose tables are datasets. */
        public DataItem(PathFile file, Importer importer, FilePlan plan) {
            this(file, importer, plan, Map.of());
        }
    }
}
