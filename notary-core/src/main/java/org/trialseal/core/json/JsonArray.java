package org.trialseal.core.json;

import java.util.List;

/** An ordered list of values. */
public record JsonArray(List<JsonValue> items) implements JsonValue {
    public JsonArray {
        items = List.copyOf(items);
    }

    /** An array of strings. */
    public static JsonArray ofStrings(List<String> values) {
        return new JsonArray(
                values.stream().map(v -> (JsonValue) new JsonString(v)).toList());
    }

    @Override
    public void writeTo(StringBuilder out) {
        String separator = "[";
        for (JsonValue item : items) {
            out.append(separator);
            item.writeTo(out);
            separator = ",";
        }
        out.append(items.isEmpty() ? "[]" : "]");
    }
}
