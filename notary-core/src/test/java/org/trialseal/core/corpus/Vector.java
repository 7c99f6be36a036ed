package org.trialseal.core.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.json.CanonicalJson;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonValue;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.VerificationReport;
import org.trialseal.core.verify.Verifier;

/**
 * A proof package and what a verifier is told beside it.
 *
 * @param name of its files
 * @param description what it is, in one sentence
 * @param archive the package
 */
record Vector(String name, String description, Bytes archive, Conditions conditions) {
    static final String MALFORMED = "malformed";

    static Vector of(String name, String description, byte[] archive, Conditions conditions) {
        return new Vector(name, description, Bytes.copyOf(archive), conditions);
    }

    static Vector practice(String name, String description, SpecPackage made) {
        return of(name, description, made.bytes(), Conditions.PRACTICE);
    }

    /** What the verifier says: verdict and checks, or only that it is malformed. */
    JsonObject verdict() {
        try {
            VerificationReport report = new Verifier(conditions.policy()).verify(SpecPackage.file(archive.toArray()));
            List<JsonValue> checks = new ArrayList<>();
            report.checks().forEach(check -> checks.add(json(check)));
            return JsonObject.builder()
                    .put("checks", new JsonArray(checks))
                    .put("verdict", report.verdict().word())
                    .build();
        } catch (MalformedException e) {
            return JsonObject.builder().put("verdict", MALFORMED).build();
        } catch (IOException e) {
            throw new AssertionError("reading memory does not fail", e);
        }
    }

    private static JsonObject json(Check check) {
        return JsonObject.builder()
                .put("id", check.id())
                .put("reason", check.reason())
                .put("required", check.required() ? "yes" : "no")
                .put("result", check.result().word())
                .build();
    }

    /** The JSON beside the package, a member a line. */
    String json(JsonObject verdict) {
        String canonical = JsonObject.builder()
                .put("description", description)
                .put("expected", verdict)
                .put("policy", conditions.toJson())
                .build()
                .canonicalText();
        return lined(canonical);
    }

    /** Breaks lines before objects in lists and between the members of the outermost object. */
    static String lined(String canonical) {
        return canonical
                        .replace("{\"id\":", "\n  {\"id\":")
                        .replace("],\"verdict\":", "],\n \"verdict\":")
                        .replace("{\"description\":", "{\n\"description\":")
                        .replace(",\"expected\":{", ",\n\"expected\":{")
                        .replace(",\"policy\":{", ",\n\"policy\":{")
                + "\n";
    }

    static JsonObject parse(String source, byte[] json) throws MalformedException {
        String text = Conditions.unlined(new String(json, StandardCharsets.UTF_8));
        return CanonicalJson.parseObject(source, text.getBytes(StandardCharsets.UTF_8));
    }
}
