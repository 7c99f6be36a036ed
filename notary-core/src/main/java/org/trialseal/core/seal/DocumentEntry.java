package org.trialseal.core.seal;

import java.util.Set;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.JsonObject;

/**
 * A document: bytes in salted chunks.
 *
 * @param file commitment to its length and digest
 * @param chunks number of chunks
 * @param root root of the tree over the chunks
 */
public record DocumentEntry(String name, Bytes salt, Sha256 file, long chunks, Sha256 root) implements SealEntry {
    static final String KIND = "document";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("chunks", chunks)
                .put("file", file)
                .put("kind", KIND)
                .put("name", name)
                .put("root", root)
                .put("salt", salt)
                .build();
    }

    static DocumentEntry fromJson(String source, JsonObject json) throws MalformedException {
        json.requireOnly(source, Set.of("chunks", "file", "kind", "name", "root", "salt"));
        return new DocumentEntry(
                json.string(source, "name"),
                json.hex(source, "salt", Opening.SALT_LENGTH),
                json.sha256(source, "file"),
                json.integer(source, "chunks"),
                json.sha256(source, "root"));
    }
}
