package org.trialseal.core.record;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One column: its name and what else the source says of it (label, type, length, format), by the source's own words.
 *
 * @param name the exact name; may be empty for one row-name column
 * @param attributes facts of the source, possibly none
 */
public record Column(String name, SortedMap<String, String> attributes) {
    public Column {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** A column of which only the name is known. */
    public static Column named(String name) {
        return new Column(name, new TreeMap<>());
    }

    /** A column with attributes. */
    public static Column of(String name, Map<String, String> attributes) {
        return new Column(name, new TreeMap<>(attributes));
    }
}
