package org.trialseal.core.prove;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which fields of the chosen records are shown.
 *
 * @param everywhere columns by name, of whatever is not in {@code of}; all columns when empty
 * @param of columns by name, of the dataset or log of that name; never an empty list
 */
public record Fields(List<String> everywhere, Map<String, List<String>> of) {
    /** @throws IllegalArgumentException when nothing is to be shown of a dataset or log that {@code of} names */
    public Fields {
        everywhere = List.copyOf(everywhere);
        Map<String, List<String>> copies = new TreeMap<>();
        for (Map.Entry<String, List<String>> entry : of.entrySet()) {
            if (entry.getValue().isEmpty()) {
                throw new IllegalArgumentException("no field of " + entry.getKey() + " is named");
            }
            copies.put(entry.getKey(), List.copyOf(entry.getValue()));
        }
        of = Collections.unmodifiableMap(copies);
    }

    /** All fields. */
    public static Fields all() {
        return named(List.of());
    }

    /** The columns of these names, wherever they stand; all when there are none. */
    public static Fields named(List<String> names) {
        return new Fields(names, Map.of());
    }

    /** The columns by name that are shown of a dataset or log; all when empty. */
    List<String> in(String artifact) {
        return of.getOrDefault(artifact, everywhere);
    }

    /** Whether all fields of a dataset or log are shown. */
    boolean areAll(String artifact) {
        return in(artifact).isEmpty();
    }
}
