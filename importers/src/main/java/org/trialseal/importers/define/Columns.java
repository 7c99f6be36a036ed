package org.trialseal.importers.define;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trialseal.core.record.Schema;

/** Finds the columns of a file by the names of variables: by the exact name, else by the only one that differs in case. */
final class Columns {
    private final Set<String> names;
    private final Map<String, Optional<String>> byLowerCase = new HashMap<>();

    Columns(Schema schema) {
        names = new HashSet<>(schema.names());
        for (String name : schema.names()) {
            byLowerCase.merge(lower(name), Optional.of(name), (one, other) -> Optional.empty());
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    Optional<String> of(String variable) {
        return names.contains(variable)
                ? Optional.of(variable)
                : byLowerCase.getOrDefault(lower(variable), Optional.empty());
    }

    /** The variable of each column that has one. */
    Map<String, Item> items(ItemGroup group) {
        Map<String, Item> items = new HashMap<>();
        for (Item item : group.items()) {
            of(item.name()).ifPresent(column -> items.putIfAbsent(column, item));
        }
        return items;
    }

    /** Whether every column has a variable. */
    boolean areAllDefinedBy(ItemGroup group) {
        return items(group).size() == names.size();
    }
}
