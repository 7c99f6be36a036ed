package org.trialseal.core.seal;

import java.util.Set;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.JsonObject;

/**
 * The bytes of a file from which datasets were read.
 *
 * @param file commitment to its length and digest
 */
public record SourceEntry(String name, Bytes salt, Sha256 file) implements SealEntry {
    static final String KIND = "source";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("file", file)
                .put("kind", KIND)
                .put("name", name)
                .put("salt", salt)
                .build();
    }

    static SourceEntry fromJson(String source, JsonObject json) throws MalformedException {
        json.requireOnly(source, Set.of("file", "kind", "name", "salt"));
        return new SourceEntry(
                json.string(source, "name"),
                json.hex(source, "salt", Opening.SALT_LENGTH),
                json.sha256(source, "file"));
    }
}
