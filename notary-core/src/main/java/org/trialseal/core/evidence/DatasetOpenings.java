package org.trialseal.core.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.json.CanonicalJson;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonValue;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.Opening;
import org.trialseal.core.seal.Opening.Kind;

/**
 * What opens a dataset's commitments that belong to no subject.
 *
 * @param tagKey 32 bytes
 */
public record DatasetOpenings(Opening schema, Opening settings, Bytes tagKey) {
    private static final String SOURCE = "openings.enc";
    private static final int TAG_KEY_LENGTH = 32;

    /** The schema. */
    public Schema schemaValue() throws MalformedException {
        return Schema.fromJson(
                SOURCE, CanonicalJson.parseObject(SOURCE, schema.content().toArray()));
    }

    /** The import settings. */
    public ImportSettings settingsValue() throws MalformedException {
        return ImportSettings.fromJson(
                SOURCE, CanonicalJson.parseObject(SOURCE, settings.content().toArray()));
    }

    /** The openings of a seal by artifact index, as they are encrypted. */
    static JsonArray toJson(Map<Integer, DatasetOpenings> openings) throws MalformedException {
        List<JsonValue> list = new ArrayList<>();
        for (Map.Entry<Integer, DatasetOpenings> entry : openings.entrySet()) {
            DatasetOpenings opening = entry.getValue();
            list.add(JsonObject.builder()
                    .put("artifact", entry.getKey())
                    .put("schema", opening.schemaValue().toJson())
                    .put("schemaSalt", opening.schema.salt())
                    .put("settings", opening.settingsValue().toJson())
                    .put("settingsSalt", opening.settings.salt())
                    .put("tagKey", opening.tagKey)
                    .build());
        }
        return new JsonArray(list);
    }

    static Map<Integer, DatasetOpenings> fromJson(List<JsonObject> datasets) throws MalformedException {
        Map<Integer, DatasetOpenings> openings = new TreeMap<>();
        for (JsonObject dataset : datasets) {
            openings.put(
                    (int) dataset.integer(SOURCE, "artifact"),
                    new DatasetOpenings(
                            opening(dataset, Kind.SCHEMA, "schema"),
                            opening(dataset, Kind.SETTINGS, "settings"),
                            dataset.hex(SOURCE, "tagKey", TAG_KEY_LENGTH)));
        }
        return openings;
    }

    private static Opening opening(JsonObject dataset, Kind kind, String name) throws MalformedException {
        return new Opening(
                kind,
                dataset.hex(SOURCE, name + "Salt", Opening.SALT_LENGTH),
                Bytes.copyOf(dataset.object(SOURCE, name).canonicalBytes()));
    }
}
