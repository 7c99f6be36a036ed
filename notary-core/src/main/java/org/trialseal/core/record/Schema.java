package org.trialseal.core.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonValue;

/**
 * The columns of a dataset in order: 1 to {@value #MAX_COLUMNS}, with different names. Columns are numbered from 1 in
 * commitments; the indices here count from 0.
 */
public record Schema(List<Column> columns) {
    /** Most columns of one dataset. */
    public static final int MAX_COLUMNS = 32_767;

    /** @throws IllegalArgumentException when there are no columns, too many, or a name stands twice */
    public Schema {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || columns.size() > MAX_COLUMNS) {
            throw new IllegalArgumentException("a dataset has 1 to " + MAX_COLUMNS + " columns");
        }
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("two columns have the same name");
            }
        }
    }

    /** A schema of names only. */
    public static Schema ofNames(List<String> names) {
        return new Schema(names.stream().map(Column::named).toList());
    }

    /** The same columns with what the data file says itself, without what is {@link Described}. */
    public Schema own() {
        return new Schema(columns.stream()
                .map(column -> new Column(column.name(), Described.without(column.attributes())))
                .toList());
    }

    /** Number of columns. */
    public int size() {
        return columns.size();
    }

    /** The names in order. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** The 0-based index of the column called {@code name}. */
    public OptionalInt indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The sealed form: {@code {"columns":[{"name":...,attributes...},...]}}. */
    public JsonObject toJson() {
        List<JsonValue> list = new ArrayList<>();
        for (Column column : columns) {
            JsonObject.Builder attributes = JsonObject.builder();
            column.attributes().forEach(attributes::put);
            list.add(JsonObject.builder()
                    .put("attributes", attributes.build())
                    .put("name", column.name())
                    .build());
        }
        return JsonObject.builder().put("columns", new JsonArray(list)).build();
    }

    /** Reads the sealed form. */
    public static Schema fromJson(String source, JsonObject json) throws MalformedException {
        json.requireOnly(source, Set.of("columns"));
        List<Column> columns = new ArrayList<>();
        for (JsonObject column : json.objects(source, "columns")) {
            column.requireOnly(source, Set.of("attributes", "name"));
            columns.add(Column.of(column.string(source, "name"), strings(source, column.object(source, "attributes"))));
        }
        try {
            return new Schema(columns);
        } catch (IllegalArgumentException e) {
            throw new MalformedException(source, "columns are none, too many, or two have the same name");
        }
    }

    static Map<String, String> strings(String source, JsonObject json) throws MalformedException {
        Map<String, String> values = new TreeMap<>();
        for (String name : json.members().keySet()) {
            values.put(name, json.string(source, name));
        }
        return values;
    }
}
