package org.trialseal.core.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.trialseal.core.bitcoin.Finding;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.verify.Reason;

/** The corpus is large, has every reason there is, and its bad packages are never taken for good ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTest {
    private final List<Vector> vectors = Corpus.all();
    private final Map<Vector, JsonObject> verdicts = new HashMap<>();

    CorpusTest() throws OtsException {
        vectors.add(Vector.practice("example", "The example of the specification.", new Example().shownPackage()));
        vectors.forEach(vector -> verdicts.put(vector, vector.verdict()));
    }

    private JsonObject verdict(Vector vector) {
        return java.util.Objects.requireNonNull(verdicts.get(vector));
    }

    @Test
    void corpus_everyReason_isThere() throws Exception {
        Set<String> reasons = new TreeSet<>();
        for (Vector vector : vectors) {
            JsonObject verdict = verdict(vector);
            if (verdict.has("checks")) {
                for (JsonObject check : verdict.objects("verdict", "checks")) {
                    reasons.add(check.string("verdict", "reason"));
                }
            }
        }
        assertThat(reasons)
                .containsAll(Arrays.stream(Reason.values()).map(Reason::code).toList());
        assertThat(reasons)
                .containsAll(Arrays.stream(Finding.values()).map(Finding::code).toList());
    }

    @Test
    void corpus_badPackages_neverPass() throws Exception {
        Set<String> names = new HashSet<>();
        assertThat(vectors).hasSizeGreaterThan(300);
        for (Vector vector : vectors) {
            assertThat(names.add(vector.name())).as(vector.name()).isTrue();
            String verdict = verdict(vector).string("verdict", "verdict");
            if (List.of("archive", "forged", "mutant").contains(vector.name().replaceAll("-.*", ""))) {
                assertThat(verdict).as(vector.name()).isNotEqualTo("passed");
            }
        }
    }

    /** Leaves the corpus in {@code target/corpus}, for verifiers in other languages. */
    @Test
    void corpus_written_canBeReadAgain() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "corpus"));
        try (java.util.stream.Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (Vector vector : vectors) {
            Files.write(
                    folder.resolve(vector.name() + ".trialseal"),
                    vector.archive().toArray());
            Path json = Files.writeString(folder.resolve(vector.name() + ".json"), vector.json(verdict(vector)));
            JsonObject read = Vector.parse(vector.name(), Files.readAllBytes(json));
            assertThat(read.object("json", "expected")).isEqualTo(verdict(vector));
            Conditions conditions = Conditions.fromJson(read.object("json", "policy"));
            assertThat(conditions.toJson()).isEqualTo(vector.conditions().toJson());
        }
        assertThat(new String(Files.readAllBytes(folder.resolve("good-nothing.json")), StandardCharsets.UTF_8))
                .contains("nothing-shown");
    }
}
