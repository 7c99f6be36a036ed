package org.trialseal.importers.define;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trialseal.core.record.Schema;

/** Finds the columns of a file by the names of variables: by the exact name, else by the only one that differs in case. */
final class Columns {
    private Columns() {}

    static Optional<String> of(Schema schema, String variable) {
        if (schema.indexOf(variable).isPresent()) {
            return Optional.of(variable);
        }
        List<String> alike = schema.names().stream()
                .filter(name -> name.equalsIgnoreCase(variable))
                .limit(2)
                .toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    /** The variable of each column that has one. */
    static Map<String, Item> items(Schema schema, ItemGroup group) {
        Map<String, Item> items = new TreeMap<>();
        for (Item item : group.items()) {
            of(schema, item.name()).ifPresent(column -> items.putIfAbsent(column, item));
        }
        return items;
    }

    static boolean definesAll(ItemGroup group, Schema schema) {
        return schema.names().stream()
                .collect(Collectors.toSet())
                .equals(items(schema, group).keySet());
    }
}
