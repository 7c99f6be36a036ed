package org.trialseal.core.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.JsonInteger;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonString;
import org.trialseal.core.json.JsonValue;
import org.trialseal.core.record.Schema;
import org.trialseal.core.testing.SpecHash;

class SealEntryTest {
    private static final Sha256 DIGEST = Sha256.of(new byte[] {7});
    private static final Bytes SALT = Bytes.ofHex("0a".repeat(16));
    private static final DatasetEntry DATASET = dataset(new DatasetEntry.Shape(true, 12, 3, 9));

    private static DatasetEntry dataset(DatasetEntry.Shape shape) {
        return new DatasetEntry("LB \u20ac", SALT, 5, shape, DIGEST, DIGEST, DIGEST, DIGEST);
    }

    static Stream<SealEntry> entries() {
        return Stream.of(
                new SourceEntry("lb.csv", SALT, DIGEST),
                DATASET,
                dataset(new DatasetEntry.Shape(true, 1, 0, 0)),
                dataset(new DatasetEntry.Shape(false, 32_767, 1, 9)),
                dataset(new DatasetEntry.Shape(false, 1, 0, 0)),
                new DocumentEntry("protocol.pdf", SALT, DIGEST, 0, DIGEST),
                new LogEntry("consent", SALT, 65_534, 4, 7, DIGEST, DIGEST, DIGEST, OptionalLong.empty()));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void parse_bytesWritten_givesTheSameEntryAndItsLeafIsOverThem(SealEntry entry) throws MalformedException {
        byte[] json = entry.toJson().canonicalBytes();
        assertThat(SealEntry.parse("e", json)).isEqualTo(entry);
        assertThat(entry.leafHash().toArray()).isEqualTo(SpecHash.h(0x00, 0x1a, json));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void parse_memberMissingUnknownOrOfAnotherType_isMalformed(SealEntry entry) {
        for (String name : entry.toJson().members().keySet()) {
            TreeMap<String, JsonValue> members = new TreeMap<>(entry.toJson().members());
            JsonValue value = members.remove(name);
            refuse(members);
            members.put(name, value instanceof JsonString ? new JsonInteger(1) : new JsonString("1"));
            refuse(members);
            members.put(
                    name,
                    value instanceof JsonString
                            ? new JsonString("1x")
                            : JsonObject.builder().build());
            if (!name.equals("name")) {
                refuse(members);
            }
        }
        TreeMap<String, JsonValue> members = new TreeMap<>(entry.toJson().members());
        members.put("extra", new JsonInteger(1));
        refuse(members);
    }

    @Test
    void parse_countsThatCannotBe_areMalformed() {
        refuseWith("groups", new JsonInteger(10));
        refuseWith("groups", new JsonInteger(0));
        refuseWith("columns", new JsonInteger(0));
        refuseWith("columns", new JsonInteger(32_768));
        refuseWith("source", new JsonInteger(65_535));
        refuseWith("grouping", new JsonString("none"));
        refuseWith("grouping", new JsonString("both"));
        refuseWith("kind", new JsonString("table"));
    }

    @Test
    void parse_logWithoutColumnsOrAfterSeal0_isMalformed() {
        LogEntry log = new LogEntry("consent", SALT, 0, 4, 7, DIGEST, DIGEST, DIGEST, OptionalLong.of(1));
        for (String name : new String[] {"columns", "previous"}) {
            TreeMap<String, JsonValue> members = new TreeMap<>(log.toJson().members());
            members.put(name, new JsonInteger(0));
            refuse(members);
        }
    }

    @Test
    void schemasOfALog_longerThanALimit_areMalformed() {
        LogSchemas schemas = LogSchemas.first(Schema.ofNames(List.of("n".repeat(LogSchemas.MAX_LENGTH))));
        MalformedException error = catchThrowableOfType(
                MalformedException.class, () -> LogSchemas.fromJson("openings.json", schemas.toJson()));
        assertThat(error).hasMessageContaining("at most 4194304 bytes");
    }

    private static void refuseWith(String name, JsonValue value) {
        TreeMap<String, JsonValue> members = new TreeMap<>(DATASET.toJson().members());
        members.put(name, value);
        refuse(members);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a\\b", "a\nb", "a\u0000", "\u007f", "\u009f"})
    void parse_nameThatCouldMislead_isMalformed(String name) {
        assertThat(SealEntry.isName(name)).isFalse();
        refuseWith("name", new JsonString(name));
    }

    @Test
    void isName_limits_areOneTo255CharactersWithoutLoneSurrogates() throws MalformedException {
        assertThat(SealEntry.isName("n".repeat(255))).isTrue();
        assertThat(SealEntry.isName("n".repeat(256))).isFalse();
        assertThat(SealEntry.isName("\u00a0 .. \ud83d\ude02")).isTrue();
        assertThat(SealEntry.isName("\ud83d")).isFalse();
        SealEntry longest = new SourceEntry("\u20ac".repeat(255), SALT, DIGEST);
        assertThat(SealEntry.parse("e", longest.toJson().canonicalBytes())).isEqualTo(longest);
    }

    private static void refuse(TreeMap<String, JsonValue> members) {
        byte[] bytes = new JsonObject(members).canonicalBytes();
        MalformedException error = catchThrowableOfType(MalformedException.class, () -> SealEntry.parse("e", bytes));
        assertThat(error).as(new String(bytes, StandardCharsets.UTF_8)).isNotNull();
        assertThat(error.source()).isEqualTo("e");
    }
}
