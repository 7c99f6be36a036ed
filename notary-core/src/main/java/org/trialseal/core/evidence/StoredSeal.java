package org.trialseal.core.evidence;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.CanonicalJson;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.seal.Opening;

/**
 * What the study store keeps of one seal: where its folder was put, its statement's digest, and the openings of its
 * file digests, which erasure of a subject takes away.
 *
 * @param folder absolute path of the evidence folder when it was written
 * @param statement digest of its statement
 * @param files openings by artifact index
 */
record StoredSeal(String folder, Sha256 statement, Map<Integer, Opening> files) {
    private static final String SOURCE = "stored seal";

    StoredSeal {
        files = new TreeMap<>(files);
    }

    byte[] toBytes() {
        return JsonObject.builder()
                .put(
                        "files",
                        new JsonArray(files.entrySet().stream()
                                .map(file ->
                                        (org.trialseal.core.json.JsonValue) fileJson(file.getKey(), file.getValue()))
                                .toList()))
                .put("folder", folder)
                .put("statement", statement)
                .build()
                .canonicalBytes();
    }

    private static JsonObject fileJson(int artifact, Opening opening) {
        return JsonObject.builder()
                .put("artifact", artifact)
                .put("digest", opening.fileDigest())
                .put("length", opening.fileLength())
                .put("salt", opening.salt())
                .build();
    }

    static StoredSeal parse(byte[] bytes) throws MalformedException {
        JsonObject json = CanonicalJson.parseObject(SOURCE, bytes);
        json.requireOnly(SOURCE, Set.of("files", "folder", "statement"));
        Map<Integer, Opening> files = new TreeMap<>();
        for (JsonObject file : json.objects(SOURCE, "files")) {
            files.put(
                    (int) file.integer(SOURCE, "artifact"),
                    Opening.ofFile(
                            file.hex(SOURCE, "salt", Opening.SALT_LENGTH),
                            file.integer(SOURCE, "length"),
                            file.sha256(SOURCE, "digest")));
        }
        return new StoredSeal(json.string(SOURCE, "folder"), json.sha256(SOURCE, "statement"), files);
    }
}
