package org.trialseal.app.sample;

import java.util.List;
import java.util.Optional;

/**
 * A file of the sample study and how it is meant to be read.
 *
 * @param name file name without folders
 * @param kind dataset, event log or document
 * @param subject the column that names the subject; empty for the document
 * @param keys the columns that together name a record; empty for the document
 */
public record SampleFile(String name, Kind kind, Optional<String> subject, List<String> keys) {
    /** The three kinds of artifact. */
    public enum Kind {
        DATASET,
        EVENT_LOG,
        DOCUMENT
    }

    public SampleFile {
        keys = List.copyOf(keys);
    }

    static SampleFile dataset(String name, String... keys) {
        return new SampleFile(name, Kind.DATASET, Optional.of("USUBJID"), List.of(keys));
    }

    static SampleFile eventLog(String name, String... keys) {
        return new SampleFile(name, Kind.EVENT_LOG, Optional.of("USUBJID"), List.of(keys));
    }

    static SampleFile document(String name) {
        return new SampleFile(name, Kind.DOCUMENT, Optional.empty(), List.of());
    }
}
