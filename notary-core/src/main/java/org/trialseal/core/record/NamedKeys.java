package org.trialseal.core.record;

import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.Phrase;

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
     * @param reason who names them, such as {@link PlanReason#NAMED_BY}
     * @param origin the same as a word
     * @param subject the column of the subject, when it is named too
     */
    record Keys(List<String> columns, Phrase reason, KeyOrigin origin, Optional<String> subject) {
        public Keys {
            columns = List.copyOf(columns);
        }

        /** Keys that a Define-XML names. */
        public Keys(List<String> columns, Phrase reason) {
            this(columns, reason, KeyOrigin.DEFINE, Optional.empty());
        }
    }

    /** Whether it matters that keys are unique; if not, an importer need not look. */
    default boolean areChecked() {
        return true;
    }

    /** The same, for a file whose keys nobody will use: a later copy is compared by those of the seal. */
    default NamedKeys unchecked() {
        NamedKeys checked = this;
        return new NamedKeys() {
            @Override
            public Optional<Keys> of(String dataset, Schema schema) {
                return checked.of(dataset, schema);
            }

            @Override
            public boolean areChecked() {
                return false;
            }
        };
    }

    /** These, and where they name none, others. */
    default NamedKeys or(NamedKeys others) {
        return (dataset, schema) -> of(dataset, schema).or(() -> others.of(dataset, schema));
    }
}
