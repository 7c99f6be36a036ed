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

    /** All records of these subjects, in every dataset that is grouped by subject, with completeness. */
    record Subjects(List<String> identifiers) implements Selection {
        public Subjects {
            identifiers = List.copyOf(identifiers);
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

    /** A document. */
    record Document(String name) implements Selection {}
}
