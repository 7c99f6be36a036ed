package org.trialseal.core.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.testing.Shared;

/** The vectors of transparency-dev/merkle: one file a case, most of them with one thing wrong. */
class MerkleVectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest(name = "{0}")
    @CsvSource({"inclusion, 86, 6", "consistency, 84, 5", "subtreeinclusion, 180, 12", "subtreeconsistency, 88, 5"})
    void vectors_everyFileOfAFolder_passOrFailAsTheySay(String folder, int files, int good) throws IOException {
        List<Path> vectors = vectors(Shared.require("vectors/merkle/testdata").resolve(folder));
        int passed = 0;
        for (Path file : vectors) {
            JsonNode vector = JSON.readTree(Files.readAllBytes(file));
            ProofResult result = verify(folder, vector);
            assertThat(result.valid())
                    .as("%s: %s (%s)", file, vector.get("desc").asText(), result)
                    .isEqualTo(!vector.get("wantErr").asBoolean());
            passed += result.valid() ? 1 : 0;
        }
        assertThat(vectors).as("files in %s", folder).hasSizeGreaterThanOrEqualTo(files);
        assertThat(passed).as("good ones in %s", folder).isGreaterThanOrEqualTo(good);
    }

    private static List<Path> vectors(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static ProofResult verify(String folder, JsonNode vector) {
        List<Bytes> proof = hashes(vector.get("proof"));
        switch (folder) {
            case "inclusion":
                return InclusionProof.verify(
                        number(vector, "leafIdx"),
                        number(vector, "treeSize"),
                        hash(vector, "leafHash"),
                        proof,
                        hash(vector, "root"));
            case "consistency":
                return ConsistencyProof.verify(
                        number(vector, "size1"),
                        number(vector, "size2"),
                        hash(vector, "root1"),
                        hash(vector, "root2"),
                        proof);
            case "subtreeinclusion":
                return SubtreeProof.verifyInclusion(
                        number(vector, "leafIdx"),
                        number(vector, "start"),
                        number(vector, "end"),
                        hash(vector, "leafHash"),
                        proof,
                        hash(vector, "root"));
            default:
                return SubtreeProof.verifyConsistency(
                        number(vector, "start"),
                        number(vector, "end"),
                        number(vector, "size"),
                        hash(vector, "root1"),
                        hash(vector, "root2"),
                        proof);
        }
    }

    /** Numbers of 2^63 and more, which only wrong vectors have, come out negative. */
    private static long number(JsonNode vector, String name) {
        assertThat(vector.get(name).isIntegralNumber()).as(name).isTrue();
        return vector.get(name).bigIntegerValue().longValue();
    }

    private static Bytes hash(JsonNode vector, String name) {
        return Bytes.copyOf(Base64.getDecoder().decode(vector.get(name).textValue()));
    }

    /** In these files null is how an empty proof is written. */
    private static List<Bytes> hashes(JsonNode proof) {
        List<Bytes> hashes = new ArrayList<>();
        proof.forEach(hash -> hashes.add(Bytes.copyOf(Base64.getDecoder().decode(hash.textValue()))));
        return hashes;
    }
}
