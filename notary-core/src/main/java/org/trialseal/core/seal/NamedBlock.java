package org.trialseal.core.seal;

import java.util.Set;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.JsonObject;

/**
 * A recent block that a statement names, which bounds the statement from below.
 *
 * @param height its height
 * @param hash its hash in the usual, byte-reversed notation
 */
public record NamedBlock(long height, Sha256 hash) {
    JsonObject toJson() {
        return JsonObject.builder().put("hash", hash).put("height", height).build();
    }

    static NamedBlock fromJson(String source, JsonObject json) throws MalformedException {
        json.requireOnly(source, Set.of("hash", "height"));
        return new NamedBlock(DatasetEntry.limited(source, json, "height", 0xffff_ffffL), json.sha256(source, "hash"));
    }
}
