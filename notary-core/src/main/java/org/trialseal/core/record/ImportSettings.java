package org.trialseal.core.record;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonObject;

/**
 * How a file becomes records; sealed with them.
 *
 * @param importer the importer's id, e.g. {@code csv}
 * @param version the importer's behaviour version: the same version, options and bytes always give the same cells
 * @param options the importer's own options (dialect, encoding), as strings
 * @param subject the column that holds the subject identifier; empty for datasets that are not grouped
 * @param keys the columns that together name a record within its subject group; may be none
 */
public record ImportSettings(
        String importer, int version, SortedMap<String, String> options, Optional<String> subject, List<String> keys) {

    public ImportSettings {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        keys = List.copyOf(keys);
    }

    /** The same settings with another grouping. */
    public ImportSettings withGrouping(Optional<String> newSubject, List<String> newKeys) {
        return new ImportSettings(importer, version, options, newSubject, newKeys);
    }

    /** The same settings with one option more. */
    public ImportSettings withOption(String name, String value) {
        TreeMap<String, String> more = new TreeMap<>(options);
        more.put(name, value);
        return new ImportSettings(importer, version, more, subject, keys);
    }

    /** The same settings as the importer knows them, without what is {@link Described}. */
    public ImportSettings own() {
        return new ImportSettings(importer, version, Described.without(options), subject, keys);
    }

    /** The sealed form. */
    public JsonObject toJson() {
        JsonObject.Builder optionsJson = JsonObject.builder();
        options.forEach(optionsJson::put);
        return JsonObject.builder()
                .put("importer", importer)
                .put("keys", JsonArray.ofStrings(keys))
                .put("options", optionsJson.build())
                .putIf("subject", subject)
                .put("version", version)
                .build();
    }

    /** Reads the sealed form. */
    public static ImportSettings fromJson(String source, JsonObject json) throws MalformedException {
        json.requireOnly(source, Set.of("importer", "keys", "options", "subject", "version"));
        long version = json.integer(source, "version");
        if (version > Integer.MAX_VALUE) {
            throw new MalformedException(source, "version is too large");
        }
        return new ImportSettings(
                json.string(source, "importer"),
                (int) version,
                new TreeMap<>(Schema.strings(source, json.object(source, "options"))),
                json.optionalString(source, "subject"),
                json.strings(source, "keys"));
    }
}
