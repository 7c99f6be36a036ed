package org.trialseal.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.testing.Shared;

/** The vectors of RFC 8785's author, as far as they lie in the subset, and those of JSONTestSuite. */
class JsonVectorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"french", "structures", "unicode", "weird"})
    void canonicalBytes_objectOfStringsAndIntegers_areThoseOfTheVector(String name) throws Exception {
        JsonNode input = new ObjectMapper()
                .readTree(Shared.require("vectors/jcs/testdata/input/" + name + ".json")
                        .toFile());
        byte[] output = Files.readAllBytes(Shared.require("vectors/jcs/testdata/output/" + name + ".json"));
        assertThat(value(input).canonicalBytes()).isEqualTo(output);
        assertThat(CanonicalJson.parseObject(name, output)).isEqualTo(value(input));
    }

    private static JsonValue value(JsonNode node) {
        if (node.isObject()) {
            JsonObject.Builder object = JsonObject.builder();
            node.properties().forEach(member -> object.put(member.getKey(), value(member.getValue())));
            return object.build();
        }
        if (node.isArray()) {
            List<JsonValue> items = new ArrayList<>();
            node.forEach(item -> items.add(value(item)));
            return new JsonArray(items);
        }
        return node.isNumber() ? new JsonInteger(node.longValue()) : new JsonString(node.textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrays", "values"})
    void parseObject_vectorOutsideTheSubset_isRefused(String name) throws Exception {
        byte[] output = Files.readAllBytes(Shared.require("vectors/jcs/testdata/output/" + name + ".json"));
        assertThatThrownBy(() -> CanonicalJson.parseObject(name, output)).isInstanceOf(MalformedException.class);
    }

    @Test
    void parseObject_filesOfJsonTestSuite_areRefusedOrCanonicalAndEveryInvalidOneIsRefused() throws IOException {
        List<String> accepted = new ArrayList<>();
        try (Stream<Path> files = Files.list(Shared.require("vectors/jsontestsuite/test_parsing"))) {
            for (Path file : files.sorted().toList()) {
                collect(file, Files.readAllBytes(file), accepted);
            }
        }
        assertThat(accepted).allMatch(name -> name.startsWith("y_")).hasSizeGreaterThanOrEqualTo(3);
    }

    /** Files whose text is no object are also tried as the value of a member. */
    private static void collect(Path file, byte[] bytes, List<String> accepted) {
        String name = file.getFileName().toString();
        byte[] wrapped = ("{\"a\":" + new String(bytes, StandardCharsets.ISO_8859_1) + "}")
                .getBytes(StandardCharsets.ISO_8859_1);
        for (byte[] text : List.of(bytes, wrapped)) {
            try {
                assertThat(CanonicalJson.parseObject(name, text).canonicalBytes())
                        .isEqualTo(text);
                accepted.add(name);
            } catch (MalformedException e) {
                assertThat(e.source()).isEqualTo(name);
            }
        }
    }
}
