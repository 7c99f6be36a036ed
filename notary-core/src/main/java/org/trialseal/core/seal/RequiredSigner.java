package org.trialseal.core.seal;

import java.util.Set;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.JsonObject;

/**
 * A signer whose signature a statement requires.
 *
 * @param algorithm the key's algorithm, 1 to 32 characters, e.g. {@code EC} or {@code ML-DSA-65}
 * @param spki SHA-256 of the DER of the key's SubjectPublicKeyInfo
 */
public record RequiredSigner(String algorithm, Sha256 spki) {
    JsonObject toJson() {
        return JsonObject.builder()
                .put("algorithm", algorithm)
                .put("spki", spki)
                .build();
    }

    static RequiredSigner fromJson(String source, JsonObject json) throws MalformedException {
        json.requireOnly(source, Set.of("algorithm", "spki"));
        return new RequiredSigner(json.string(source, "algorithm"), json.sha256(source, "spki"));
    }

    void requireLimits(String source) throws MalformedException {
        StatementText.require(source, "algorithm", algorithm, 1, 32);
    }
}
