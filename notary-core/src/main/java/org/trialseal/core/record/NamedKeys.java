package org.trialseal.core.record;

import java.util.List;
import java.util.Optional;

/** Names the keys of datasets whose own files do not: asked by an importer while it plans. */
@FunctionalInterface
public interface NamedKeys {
    /** Names none. */
    NamedKeys NONE = (dataset, schema) -> Optional.empty();

    /** The keys of the dataset with this name and these columns; empty when they are not known or not all are columns. */
    Optional<Keys> of(String dataset, Schema schema);

    /**
     * The keys of one dataset.
     *
     * @param columns as the schema writes them, at least one
     * @param reason who names them, in words, such as {@code named by define.xml}
     */
    record Keys(List<String> columns, String reason) {
        public Keys {
            columns = List.copyOf(columns);
        }
    }
}
