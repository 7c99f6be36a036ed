package org.trialseal.core.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.json.CanonicalJson;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonValue;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.SealEntry;

/**
 * What opens the commitments of a seal that belong to no subject: {@code openings.enc}.
 *
 * @param datasets by artifact index
 * @param logs by name, as the last seal up to this one holds them, whether it is this one or not
 */
public record FolderOpenings(Map<Integer, DatasetOpenings> datasets, Map<String, LogOpenings> logs) {
    private static final String SOURCE = "openings.enc";

    public FolderOpenings {
        datasets = Collections.unmodifiableMap(new TreeMap<>(datasets));
        logs = Collections.unmodifiableMap(new TreeMap<>(logs));
    }

    /**
     * The openings of a dataset.
     *
     * @throws MalformedException when they are missing
     */
    public DatasetOpenings get(int artifact) throws MalformedException {
        return Optional.ofNullable(datasets.get(artifact))
                .orElseThrow(() ->
                        new MalformedException(MalformedException.Kind.ALTERED, SOURCE, "lacks what opens a dataset"));
    }

    /**
     * The openings of a log that the seal {@code seal} holds.
     *
     * @throws MalformedException when they are missing
     */
    public LogOpenings log(String name, long seal) throws MalformedException {
        return Optional.ofNullable(logs.get(name))
                .filter(log -> log.seal() == seal)
                .orElseThrow(() -> new MalformedException(
                        MalformedException.Kind.ALTERED, SOURCE, "lacks what opens an event log"));
    }

    /** The schema that a dataset, or the export of a log, of the seal {@code seal} has. */
    public Schema exportSchema(SealEntry entry, int artifact, long seal) throws MalformedException {
        return entry instanceof LogEntry
                ? log(entry.name(), seal).schemasValue().last()
                : get(artifact).schemaValue();
    }

    /** As they are encrypted. */
    byte[] toBytes() throws MalformedException {
        List<JsonValue> logList = new ArrayList<>();
        for (Map.Entry<String, LogOpenings> log : logs.entrySet()) {
            logList.add(log.getValue().toJson(log.getKey()));
        }
        return JsonObject.builder()
                .put("datasets", DatasetOpenings.toJson(datasets))
                .put("logs", new JsonArray(logList))
                .build()
                .canonicalBytes();
    }

    static FolderOpenings parse(byte[] bytes) throws MalformedException {
        JsonObject json = CanonicalJson.parseObject(SOURCE, bytes);
        json.requireOnly(SOURCE, Set.of("datasets", "logs"));
        Map<String, LogOpenings> logs = new TreeMap<>();
        for (JsonObject log : json.objects(SOURCE, "logs")) {
            logs.put(log.string(SOURCE, "name"), LogOpenings.fromJson(log));
        }
        return new FolderOpenings(DatasetOpenings.fromJson(json.objects(SOURCE, "datasets")), logs);
    }
}
