package org.trialseal.core.compare;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One record that differs.
 *
 * @param key what names the record: subject and key columns with their values, as far as they are known
 * @param record number of the record in the later copy, from 1; for a removed one in the sealed file
 * @param sealedRecord number of the record in the sealed file, from 1
 * @param fields what differs; empty but for changed records
 */
public record Difference(
        Kind kind,
        SortedMap<String, String> key,
        OptionalLong record,
        OptionalLong sealedRecord,
        List<FieldChange> fields) {
    /** How a record differs. */
    public enum Kind {
        ADDED("added"),
        REMOVED("removed"),
        CHANGED("changed"),
        /** It stands at another place; when its values changed too, there is a difference of that kind beside this one. */
        REORDERED("reordered");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The name in JSON. */
        public String word() {
            return word;
        }
    }

    public Difference {
        key = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(key));
        fields = List.copyOf(fields);
    }

    static Difference of(
            Kind kind, Map<String, String> key, OptionalLong record, OptionalLong sealed, List<FieldChange> fields) {
        return new Difference(kind, new TreeMap<>(key), record, sealed, fields);
    }
}
