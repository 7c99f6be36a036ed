package org.trialseal.core.evidence;

import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.json.CanonicalJson;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.seal.Opening;
import org.trialseal.core.seal.Opening.Kind;

/**
 * What opens the commitments of an event log as the seal {@code seal} holds it.
 *
 * @param schemas the list of its schemas
 */
public record LogOpenings(long seal, Opening schemas, Opening settings) {
    private static final String SOURCE = "openings.enc";

    /** The schemas. */
    public LogSchemas schemasValue() throws MalformedException {
        return LogSchemas.fromJson(
                SOURCE, CanonicalJson.parseObject(SOURCE, schemas.content().toArray()));
    }

    /** The import settings. */
    public ImportSettings settingsValue() throws MalformedException {
        return ImportSettings.fromJson(
                SOURCE, CanonicalJson.parseObject(SOURCE, settings.content().toArray()));
    }

    /** The order in which the export lists the records. */
    public LogOrder order() throws MalformedException {
        return LogOrder.ofWord(settingsValue().options().getOrDefault(LogOrder.OPTION, ""))
                .orElseThrow(() -> new MalformedException(SOURCE, "does not say in which order a log is listed"));
    }

    JsonObject toJson(String name) throws MalformedException {
        return JsonObject.builder()
                .put("name", name)
                .put("schemas", schemasValue().toJson())
                .put("schemasSalt", schemas.salt())
                .put("seal", seal)
                .put("settings", settingsValue().toJson())
                .put("settingsSalt", settings.salt())
                .build();
    }

    static LogOpenings fromJson(JsonObject json) throws MalformedException {
        return new LogOpenings(
                json.integer(SOURCE, "seal"),
                opening(json, Kind.SCHEMA, "schemas"),
                opening(json, Kind.SETTINGS, "settings"));
    }

    private static Opening opening(JsonObject json, Kind kind, String name) throws MalformedException {
        return new Opening(
                kind,
                json.hex(SOURCE, name + "Salt", Opening.SALT_LENGTH),
                Bytes.copyOf(json.object(SOURCE, name).canonicalBytes()));
    }
}
