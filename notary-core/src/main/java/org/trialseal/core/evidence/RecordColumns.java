package org.trialseal.core.evidence;

import java.util.Optional;
import java.util.stream.IntStream;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;

/** Finds the columns that settings name. */
public final class RecordColumns {
    private RecordColumns() {}

    /** The 0-based index of the subject column; empty for grouping {@code none}. */
    public static Optional<Integer> subject(Schema schema, ImportSettings settings) throws MalformedException {
        return settings.subject().isPresent()
                ? Optional.of(index(schema, settings.subject().get()))
                : Optional.empty();
    }

    /** The 0-based indices of the key columns; all columns where there is no key. */
    public static int[] keys(Schema schema, ImportSettings settings) throws MalformedException {
        if (settings.keys().isEmpty()) {
            return IntStream.range(0, schema.size()).toArray();
        }
        int[] keys = new int[settings.keys().size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = index(schema, settings.keys().get(i));
        }
        return keys;
    }

    private static int index(Schema schema, String name) throws MalformedException {
        return schema.indexOf(name)
                .orElseThrow(() -> new MalformedException("settings", "name a column that the dataset does not have"));
    }
}
