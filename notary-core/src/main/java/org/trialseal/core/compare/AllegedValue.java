package org.trialseal.core.compare;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody says that a sealed field said.
 *
 * @param dataset name of the dataset
 * @param record subject and key columns of the record, with their values as people write them
 * @param column of the field
 * @param text the value, as people write it; empty for an empty cell
 */
public record AllegedValue(String dataset, SortedMap<String, String> record, String column, String text) {
    public AllegedValue {
        record = Collections.unmodifiableSortedMap(new TreeMap<>(record));
    }

    /** Whether it is so. */
    public enum Verdict {
        CONFIRMED("confirmed"),
        REFUTED("refuted"),
        UNKNOWN("unknown");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** The name in JSON. */
        public String word() {
            return word;
        }
    }

    /**
     * The answer.
     *
     * @param detail what it rests on, in plain words
     */
    public record Answer(Verdict verdict, String detail) {
        static Answer unknown(String detail) {
            return new Answer(Verdict.UNKNOWN, detail);
        }
    }
}
