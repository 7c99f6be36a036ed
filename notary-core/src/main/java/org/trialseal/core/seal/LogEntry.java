package org.trialseal.core.seal;

import java.util.OptionalLong;
import java.util.Set;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.record.Schema;

/**
 * An event log: records that are only appended over the life of the ledger.
 *
 * @param source index of the source entry it was read from
 * @param columns number of columns now
 * @param records number of records, i.e. leaves of its tree
 * @param root root of the tree over all records in order
 * @param schema commitment to the list of its schemas, see {@link LogSchemas}
 * @param settings commitment to the import settings
 * @param previous number of the last earlier seal that holds the log; empty in the first one
 */
public record LogEntry(
        String name,
        Bytes salt,
        int source,
        int columns,
        long records,
        Sha256 root,
        Sha256 schema,
        Sha256 settings,
        OptionalLong previous)
        implements SealEntry {
    static final String KIND = "log";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("columns", columns)
                .put("kind", KIND)
                .put("name", name)
                .put("records", records)
                .put("root", root)
                .put("salt", salt)
                .put("schema", schema)
                .put("settings", settings)
                .put("source", source);
        previous.ifPresent(seal -> json.put("previous", seal));
        return json.build();
    }

    static LogEntry fromJson(String source, JsonObject json) throws MalformedException {
        json.requireOnly(
                source,
                Set.of(
                        "columns",
                        "kind",
                        "name",
                        "previous",
                        "records",
                        "root",
                        "salt",
                        "schema",
                        "settings",
                        "source"));
        long columns = DatasetEntry.limited(source, json, "columns", Schema.MAX_COLUMNS);
        OptionalLong previous = json.optionalInteger(source, "previous");
        if (columns == 0 || previous.isPresent() && previous.getAsLong() == 0) {
            throw new MalformedException(source, "a log has at least one column, and seals are counted from 1");
        }
        return new LogEntry(
                json.string(source, "name"),
                json.hex(source, "salt", Opening.SALT_LENGTH),
                (int) DatasetEntry.limited(source, json, "source", Statement.MAX_ENTRIES - 1),
                (int) columns,
                json.integer(source, "records"),
                json.sha256(source, "root"),
                json.sha256(source, "schema"),
                json.sha256(source, "settings"),
                previous);
    }
}
