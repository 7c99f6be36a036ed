package org.trialseal.core.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.Statement;

/**
 * An entry of the seal, shown with its place.
 *
 * @param index its index in the statement's tree, [0, 65535)
 * @param path the siblings from the leaf upwards
 */
public record OpenedEntry(int index, SealEntry entry, List<Sha256> path) {
    private static final String LIST = "opened";

    public OpenedEntry {
        path = List.copyOf(path);
    }

    /** {@code entries.json}, by ascending index. */
    static Bytes listToBytes(List<OpenedEntry> opened) {
        return JsonItems.write(
                LIST,
                opened.stream()
                        .sorted(Comparator.comparingInt(OpenedEntry::index))
                        .map(OpenedEntry::toJson)
                        .toList());
    }

    private JsonObject toJson() {
        return JsonObject.builder()
                .put("entry", entry.toJson())
                .put("index", index)
                .put("path", JsonArray.ofStrings(path.stream().map(Sha256::hex).toList()))
                .build();
    }

    /**
     * Reads {@code entries.json}.
     *
     * @throws MalformedException when it is not canonical, an entry is not one, or indices do not ascend
     */
    public static List<OpenedEntry> readList(String source, InputStream in) throws IOException, MalformedException {
        JsonItems items = new JsonItems(source, LIST, Limit.OPENED_ENTRY, in);
        List<OpenedEntry> opened = new ArrayList<>();
        int above = -1;
        for (Optional<JsonObject> item = items.next(); item.isPresent(); item = items.next()) {
            OpenedEntry entry = fromJson(source, item.get());
            if (entry.index <= above) {
                throw new MalformedException(source, "entries do not ascend by index");
            }
            above = entry.index;
            opened.add(entry);
        }
        return opened;
    }

    private static OpenedEntry fromJson(String source, JsonObject json) throws MalformedException {
        json.requireOnly(source, Set.of("entry", "index", "path"));
        List<String> path = json.strings(source, "path");
        if (!Limit.PATH.allows(path.size())) {
            throw new MalformedException(
                    MalformedException.Kind.TOO_LARGE, source, "a path has more than " + Limit.PATH.max() + " hashes");
        }
        List<Sha256> hashes = new ArrayList<>();
        for (String hex : path) {
            hashes.add(hash(source, hex));
        }
        return new OpenedEntry(
                index(source, json, "index"), SealEntry.fromJson(source, json.object(source, "entry")), hashes);
    }

    private static Sha256 hash(String source, String hex) throws MalformedException {
        try {
            return Sha256.ofHex(hex);
        } catch (IllegalArgumentException e) {
            throw new MalformedException(source, "a hash in a path is " + e.getMessage());
        }
    }

    static int index(String source, JsonObject json, String name) throws MalformedException {
        long index = json.integer(source, name);
        if (index >= Statement.MAX_ENTRIES) {
            throw new MalformedException(source, name + " is larger than it can be");
        }
        return (int) index;
    }
}
