package org.trialseal.core.seal;

import java.util.Optional;
import java.util.Set;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.json.JsonObject;

/**
 * A clinical trial.
 *
 * @param id the protocol number, 1 to 64 characters
 * @param registry registry id (NCT, EU CT), up to 64
 * @param sponsor up to 200
 * @param title up to 200
 */
public record Study(String id, Optional<String> registry, Optional<String> sponsor, Optional<String> title) {

    /** A study of which only the protocol number is given. */
    public static Study of(String id) {
        return new Study(id, Optional.empty(), Optional.empty(), Optional.empty());
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("id", id)
                .putIf("registry", registry)
                .putIf("sponsor", sponsor)
                .putIf("title", title)
                .build();
    }

    static Study fromJson(String source, JsonObject json) throws MalformedException {
        json.requireOnly(source, Set.of("id", "registry", "sponsor", "title"));
        return new Study(
                json.string(source, "id"),
                json.optionalString(source, "registry"),
                json.optionalString(source, "sponsor"),
                json.optionalString(source, "title"));
    }

    void requireLimits(String source) throws MalformedException {
        StatementText.require(source, "study id", id, 1, 64);
        StatementText.require(source, "registry id", registry.orElse(""), 0, 64);
        StatementText.require(source, "sponsor", sponsor.orElse(""), 0, 200);
        StatementText.require(source, "study title", title.orElse(""), 0, 200);
    }
}
