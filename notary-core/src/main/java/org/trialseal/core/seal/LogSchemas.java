package org.trialseal.core.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonValue;
import org.trialseal.core.record.Schema;

/**
 * The schemas of an event log, each from the first record on that was sealed under it: {@code
 * {"schemas":[{"from":0,"schema":{...}},...]}}. The last one is that of the present export.
 */
public record LogSchemas(List<Since> list) {
    /** Most schemas of one log. */
    public static final int MAX_SCHEMAS = 1_000;
    /** Longest sealed form in bytes. */
    public static final int MAX_LENGTH = 1 << 22;

    /**
     * A schema.
     *
     * @param from index of the first record under it
     */
    public record Since(long from, Schema schema) {}

    /** @throws IllegalArgumentException unless the first begins at 0, they ascend strictly, and they are not too many */
    public LogSchemas {
        list = List.copyOf(list);
        for (int i = 0; i < list.size(); i++) {
            long least = i == 0 ? 0 : list.get(i - 1).from() + 1;
            if (list.get(i).from() < least || i == 0 && list.get(i).from() != 0) {
                throw new IllegalArgumentException("the schemas of a log do not ascend from record 0");
            }
        }
        if (list.isEmpty() || list.size() > MAX_SCHEMAS) {
            throw new IllegalArgumentException("a log has 1 to " + MAX_SCHEMAS + " schemas");
        }
    }

    /** The schemas of a log that begins. */
    public static LogSchemas first(Schema schema) {
        return new LogSchemas(List.of(new Since(0, schema)));
    }

    /**
     * The schemas after an export under {@code schema}.
     *
     * @param records how many records were sealed before it
     */
    public LogSchemas then(Schema schema, long records) {
        List<Since> next = new ArrayList<>(list);
        next.removeIf(since -> since.from() >= records);
        if (next.isEmpty() || !next.get(next.size() - 1).schema().equals(schema)) {
            next.add(new Since(records, schema));
        }
        return new LogSchemas(next);
    }

    /** A column that a later schema has lost. */
    public Optional<String> lostColumn() {
        for (int i = 1; i < list.size(); i++) {
            Set<String> names = Set.copyOf(list.get(i).schema().names());
            for (String name : list.get(i - 1).schema().names()) {
                if (!names.contains(name)) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    /** Number of schemas. */
    public int count() {
        return list.size();
    }

    /** The schema at {@code number}, from 0. */
    public Schema schema(int number) {
        return list.get(number).schema();
    }

    /** The number of the schema under which record {@code index} was first sealed. */
    public int numberAt(long index) {
        int number = 0;
        int end = list.size();
        while (end - number > 1) {
            int middle = (number + end) >>> 1;
            if (list.get(middle).from() <= index) {
                number = middle;
            } else {
                end = middle;
            }
        }
        return number;
    }

    /** The schema of the present export. */
    public Schema last() {
        return schema(list.size() - 1);
    }

    /** The sealed form. */
    public JsonObject toJson() {
        List<JsonValue> items = new ArrayList<>();
        for (Since since : list) {
            items.add(JsonObject.builder()
                    .put("from", since.from())
                    .put("schema", since.schema().toJson())
                    .build());
        }
        return JsonObject.builder().put("schemas", new JsonArray(items)).build();
    }

    /** Reads the sealed form. */
    public static LogSchemas fromJson(String source, JsonObject json) throws MalformedException {
        if (json.canonicalBytes().length > MAX_LENGTH) {
            throw new MalformedException(
                    MalformedException.Kind.TOO_LARGE,
                    source,
                    "the schemas of a log have at most " + MAX_LENGTH + " bytes");
        }
        json.requireOnly(source, Set.of("schemas"));
        List<Since> list = new ArrayList<>();
        for (JsonObject item : json.objects(source, "schemas")) {
            item.requireOnly(source, Set.of("from", "schema"));
            list.add(new Since(item.integer(source, "from"), Schema.fromJson(source, item.object(source, "schema"))));
        }
        try {
            return new LogSchemas(list);
        } catch (IllegalArgumentException e) {
            throw new MalformedException(
                    source, "the schemas of a log are none, too many, or do not ascend from record 0");
        }
    }
}
