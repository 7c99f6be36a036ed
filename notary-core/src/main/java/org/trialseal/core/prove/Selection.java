package org.trialseal.core.prove;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a package is to show. */
public sealed interface Selection {

    /** Everything, or everything called by one of these names when there are any. */
    record All(Set<String> names) implements Selection {
        public All {
            names = Set.copyOf(names);
        }
    }

    /**
     * All records of these subjects, with completeness.
     *
     * @param in names of datasets and logs that have subjects; all of them when empty
     */
    record Subjects(List<String> identifiers, Set<String> in) implements Selection {
        public Subjects {
            identifiers = List.copyOf(identifiers);
            in = Set.copyOf(in);
        }

        /** In every dataset and log that has subjects. */
        public Subjects(List<String> identifiers) {
            this(identifiers, Set.of());
        }
    }

    /**
     * Those records of a dataset that have these values.
     *
     * @param values text by column name
     */
    record Records(String dataset, Map<String, String> values) implements Selection {
        public Records {
            values = Map.copyOf(new TreeMap<>(values));
        }
    }

    /**
     * Those records of a dataset or log that stand at these places in the data.
     *
     * @param rows from 0
     */
    record Rows(String dataset, Set<Long> rows) implements Selection {
        public Rows {
            rows = Set.copyOf(rows);
        }
    }

    /** A document. */
    record Document(String name) implements Selection {}
}
