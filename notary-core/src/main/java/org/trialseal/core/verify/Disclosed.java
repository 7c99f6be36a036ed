package org.trialseal.core.verify;

import java.util.List;
import org.trialseal.core.record.Cell;

/**
 * What a package shows of one artifact.
 *
 * @param artifact index of its entry in the seal
 * @param name of the artifact
 * @param kind {@code dataset}, {@code log} or {@code document}
 * @param extent how much is shown
 * @param groups how many of the subject groups are shown; none of none for a log
 * @param records how many of the records are shown, in whole or in part
 * @param columns names of the columns of which some field is shown
 * @param subjects identifiers of shown groups where the tag key is opened, at most {@link #MAX_NAMED}
 * @param absent identifiers shown to have no records, at most {@link #MAX_NAMED}
 */
public record Disclosed(
        int artifact,
        String name,
        String kind,
        Extent extent,
        Part groups,
        Part records,
        List<String> columns,
        List<Cell> subjects,
        List<Cell> absent) {
    /** Most identifiers that are named one by one. */
    public static final int MAX_NAMED = 1_000;

    public Disclosed {
        columns = List.copyOf(columns);
        subjects = List.copyOf(subjects);
        absent = List.copyOf(absent);
    }

    /** How much of an artifact is shown. */
    public enum Extent {
        /** All of it. */
        WHOLE("whole"),
        /** All records of some subjects. */
        SUBJECTS("subjects"),
        /** Some records with all their fields. */
        RECORDS("records"),
        /** Some fields. */
        FIELDS("fields"),
        /** No record: only that some identifiers are absent, or nothing. */
        NOTHING("nothing");

        private final String word;

        Extent(String word) {
            this.word = word;
        }

        /** The word in reports. */
        public String word() {
            return word;
        }
    }

    /** Some of all. */
    public record Part(long shown, long of) {}
}
