package org.trialseal.core.seal;

import java.util.Set;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.record.Schema;

/**
 * A dataset: groups of records.
 *
 * @param source index of the source entry it was read from
 * @param shape its counts
 * @param root root of the tree over the subject entries
 * @param tagKey commitment to the tag key
 * @param schema commitment to the schema
 * @param settings commitment to the import settings
 */
public record DatasetEntry(
        String name, Bytes salt, int source, Shape shape, Sha256 root, Sha256 tagKey, Sha256 schema, Sha256 settings)
        implements SealEntry {
    static final String KIND = "dataset";

    /**
     * The counts of a dataset.
     *
     * @param grouped whether records are grouped by subject; if not, they form one group
     * @param columns number of columns
     * @param groups number of groups, i.e. leaves of the dataset's tree
     * @param records number of records in all groups
     */
    public record Shape(boolean grouped, int columns, long groups, long records) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("columns", shape.columns())
                .put("grouping", shape.grouped() ? "subject" : "none")
                .put("groups", shape.groups())
                .put("kind", KIND)
                .put("name", name)
                .put("records", shape.records())
                .put("root", root)
                .put("salt", salt)
                .put("schema", schema)
                .put("settings", settings)
                .put("source", source)
                .put("tagKey", tagKey)
                .build();
    }

    static DatasetEntry fromJson(String source, JsonObject json) throws MalformedException {
        json.requireOnly(
                source,
                Set.of(
                        "columns",
                        "grouping",
                        "groups",
                        "kind",
                        "name",
                        "records",
                        "root",
                        "salt",
                        "schema",
                        "settings",
                        "source",
                        "tagKey"));
        return new DatasetEntry(
                json.string(source, "name"),
                json.hex(source, "salt", Opening.SALT_LENGTH),
                (int) limited(source, json, "source", Statement.MAX_ENTRIES - 1),
                shape(source, json),
                json.sha256(source, "root"),
                json.sha256(source, "tagKey"),
                json.sha256(source, "schema"),
                json.sha256(source, "settings"));
    }

    private static Shape shape(String source, JsonObject json) throws MalformedException {
        String grouping = json.string(source, "grouping");
        if (!grouping.equals("subject") && !grouping.equals("none")) {
            throw new MalformedException(source, "grouping is neither subject nor none");
        }
        long records = json.integer(source, "records");
        long groups = limited(source, json, "groups", grouping.equals("none") ? Math.min(1, records) : records);
        if (records > 0 && groups == 0) {
            throw new MalformedException(source, "there are records but no groups");
        }
        int columns = (int) limited(source, json, "columns", Schema.MAX_COLUMNS);
        if (columns == 0) {
            throw new MalformedException(source, "a dataset has at least one column");
        }
        return new Shape(grouping.equals("subject"), columns, groups, records);
    }

    static long limited(String source, JsonObject json, String name, long most) throws MalformedException {
        long value = json.integer(source, name);
        if (value > most) {
            throw new MalformedException(source, name + " is larger than it can be");
        }
        return value;
    }
}
