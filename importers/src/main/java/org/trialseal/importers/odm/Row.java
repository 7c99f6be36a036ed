package org.trialseal.importers.odm;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one record by column, in the order in which the file gives them. */
final class Row {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> repeats = new HashMap<>();

    /** Adds a value; a second one of the same name is called {@code name[2]}, and so on. */
    void put(String name, String value) {
        String free = name;
        while (values.containsKey(free)) {
            free = name + "[" + repeats.merge(name, 2, (count, first) -> count + 1) + "]";
        }
        values.put(free, value);
    }

    /** Adds a value unless the file gives none. */
    void putIf(String name, @Nullable String value) {
        if (value != null) {
            put(name, value);
        }
    }

    /** Adds all of another row's values, under longer names. */
    void putAll(String prefix, Row other) {
        other.values.forEach((name, value) -> put(prefix + name, value));
    }

    /** The values by column. */
    Map<String, String> values() {
        return values;
    }
}
