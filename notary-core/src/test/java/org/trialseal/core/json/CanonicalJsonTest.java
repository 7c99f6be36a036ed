package org.trialseal.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.testing.Seeded;

class CanonicalJsonTest {
    private static final String SOURCE = "text.json";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":0}",
                "{\"\":\"\"}",
                "{\"a\":9007199254740991}",
                "{\"a\":[],\"b\":{},\"c\":[0,\"x\",[{}]]}",
                "{\"a\":\"\\b\\t\\n\\f\\r\\\"\\\\\\u0000\\u000b\\u001f\"}",
                "{\"a\":\"/\u007f\u0080\u2028\u2029\ufeff\"}",
                "{\"a\":\"\ufdd0\uffff\ud83f\udfff\"}",
                "{\"\ud83d\ude02\":1,\"\ufb33\":2}",
            })
    void parseObject_canonicalText_isReadAndWrittenAlike(String text) throws MalformedException {
        assertThat(parse(text).canonicalText()).isEqualTo(text);
        assertThat(parse(text)).isEqualTo(parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " {}",
                "{} ",
                "{}\n",
                "{}{}",
                "\ufeff{}",
                "[]",
                "0",
                "\"a\"",
                "{\"a\" :0}",
                "{\"a\": 0}",
                "{\"a\":0,}",
                "{,}",
                "{\"a\":00}",
                "{\"a\":01}",
                "{\"a\":-0}",
                "{\"a\":-1}",
                "{\"a\":+1}",
                "{\"a\":1.0}",
                "{\"a\":1e1}",
                "{\"a\":0x1}",
                "{\"a\":9007199254740992}",
                "{\"a\":9999999999999999}",
                "{\"a\":99999999999999999999999999}",
                "{\"a\":0000000000000000000000001}",
                "{\"a\":null}",
                "{\"a\":true}",
                "{\"a\":false}",
                "{\"a\":NaN}",
                "{\"b\":0,\"a\":0}",
                "{\"\ufb33\":1,\"\ud83d\ude02\":2}",
                "{\"a\":0,\"a\":0}",
                "{\"a\":0,\"\\u0061\":0}",
                "{\"a\":\"\\u0061\"}",
                "{\"a\":\"\\/\"}",
                "{\"a\":\"\\u000A\"}",
                "{\"a\":\"\\u000a\"}",
                "{\"a\":\"\\u001F\"}",
                "{\"a\":\"\\u007f\"}",
                "{\"a\":\"\\ud83d\\ude02\"}",
                "{\"a\":\"\\ud83d\"}",
                "{\"a\":\"\\ude02\\ud83d\"}",
                "{\"\\ud83d\":0}",
                "{\"a\":\"\\u\uff10\uff10\uff11f\"}",
                "{\"a\":\"\\u00\"}",
                "{\"a\":\"\\u",
                "{\"a\":\"\\",
                "{\"a\":\"",
                "{\"a\":",
                "{\"a\"",
                "{",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\u0000\"}",
                "{\"a\":'b'}",
                "{a:0}",
                "{1:0}",
                "{\"a\":[0,]}",
                "{\"a\":[,0]}",
                "{\"a\":[0 ,1]}",
                "{\"a\":[0}",
                "{\"a\":{]}",
                "{\"a\":\u0661}",
            })
    void parseObject_anyOtherText_isRefused(String text) {
        refuse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void parseObject_bytesThatAreNotUtf8_areRefused() {
        for (byte[] bad : new byte[][] {
            {(byte) 0xff},
            {(byte) 0xc0, (byte) 0x80},
            {(byte) 0xed, (byte) 0xa0, (byte) 0xbd},
            {(byte) 0xe2, (byte) 0x82}
        }) {
            byte[] text = new byte[8 + bad.length];
            System.arraycopy("{\"a\":\"".getBytes(StandardCharsets.US_ASCII), 0, text, 0, 6);
            System.arraycopy(bad, 0, text, 6, bad.length);
            System.arraycopy("\"}".getBytes(StandardCharsets.US_ASCII), 0, text, 6 + bad.length, 2);
            assertThat(refuse(text)).hasMessageContaining("not valid UTF-8");
        }
    }

    @Test
    void parseObject_sixteenLevels_isTheDeepest() throws MalformedException {
        assertThat(parse(nested(CanonicalJson.MAX_DEPTH)).canonicalText()).isEqualTo(nested(CanonicalJson.MAX_DEPTH));
        assertThat(refuse(nested(CanonicalJson.MAX_DEPTH + 1).getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("nested deeper than 16");
        refuse("{\"a\":[".repeat(500_000).getBytes(StandardCharsets.UTF_8));
    }

    private static String nested(int levels) {
        return "{\"a\":" + "[".repeat(levels - 1) + "]".repeat(levels - 1) + "}";
    }

    @Test
    void parseObject_manySiblings_doNotCountAsDepth() throws MalformedException {
        String text = "{\"a\":[" + "[{}],".repeat(1000) + "[{}]]}";
        assertThat(parse(text).canonicalText()).isEqualTo(text);
    }

    @Test
    void parseObject_errorBehindWideCharacters_namesItsByte() {
        MalformedException error = refuse("{\"\u20ac\ud83d\ude02\":null}".getBytes(StandardCharsets.UTF_8));
        assertThat(error.offset()).isEqualTo(11);
        assertThat(error).hasMessageStartingWith("text.json, byte 11: expected an integer");
    }

    @Test
    void parseObject_everyTruncationAndMutation_isRefusedOrCanonical() {
        Random random = Seeded.random("CanonicalJsonTest.mutation");
        byte[] text = "{\"a\":[0,12,\"\u20ac\\n\\u0001\",{\"b\":\"\ud83d\ude02\"}],\"c\":9007199254740991}"
                .getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < text.length; length++) {
            refuse(java.util.Arrays.copyOf(text, length));
        }
        for (int i = 0; i < 50_000; i++) {
            byte[] mutant = text.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(random.nextBoolean() ? 128 : 256);
            }
            assertRefusedOrCanonical(mutant);
        }
    }

    static void assertRefusedOrCanonical(byte[] bytes) {
        try {
            assertThat(CanonicalJson.parseObject(SOURCE, bytes).canonicalBytes())
                    .isEqualTo(bytes);
        } catch (MalformedException e) {
            assertThat(e).hasMessageStartingWith(SOURCE);
        }
    }

    @Test
    void canonicalBytes_randomValues_areReadBackEqual() throws MalformedException {
        Random random = Seeded.random("CanonicalJsonTest.random");
        for (int i = 0; i < 2_000; i++) {
            JsonObject object = randomObject(random, 4);
            assertThat(CanonicalJson.parseObject(SOURCE, object.canonicalBytes()))
                    .isEqualTo(object);
        }
    }

    private static JsonObject randomObject(Random random, int depth) {
        JsonObject.Builder builder = JsonObject.builder();
        List<String> names = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            String name = randomString(random);
            if (!names.contains(name)) {
                names.add(name);
                builder.put(name, randomValue(random, depth - 1));
            }
        }
        return builder.build();
    }

    private static JsonValue randomValue(Random random, int depth) {
        switch (random.nextInt(depth > 0 ? 4 : 2)) {
            case 0:
                return new JsonInteger(random.nextLong() >>> 11 + random.nextInt(53));
            case 1:
                return new JsonString(randomString(random));
            case 2:
                return randomObject(random, depth);
            default:
                return new JsonArray(random.ints(random.nextInt(4))
                        .mapToObj(i -> randomValue(random, depth - 1))
                        .toList());
        }
    }

    private static String randomString(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int point = random.nextInt(random.nextBoolean() ? 0x80 : 0x110000);
            text.appendCodePoint(point >= 0xd800 && point < 0xe000 ? 'x' : point);
        }
        return text.toString();
    }

    @Test
    void constructors_valuesOutsideTheSubset_areCallersBugs() {
        assertThatThrownBy(() -> new JsonInteger(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new JsonInteger(1L << 53)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new JsonString("\ud83d")).hasMessageContaining("lone surrogate");
        assertThatThrownBy(() -> new JsonString("\ude02\ud83d")).hasMessageContaining("lone surrogate");
        assertThatThrownBy(() -> JsonObject.builder().put("\udc00", 0).build()).hasMessageContaining("lone surrogate");
        assertThatThrownBy(() -> JsonObject.builder().put("a", 0).put("a", 1))
                .hasMessageContaining("member given twice");
    }

    private static JsonObject parse(String text) throws MalformedException {
        return CanonicalJson.parseObject(SOURCE, text.getBytes(StandardCharsets.UTF_8));
    }

    private static MalformedException refuse(byte[] bytes) {
        MalformedException error =
                catchThrowableOfType(MalformedException.class, () -> CanonicalJson.parseObject(SOURCE, bytes));
        assertThat(error).as(new String(bytes, StandardCharsets.UTF_8)).isNotNull();
        assertThat(error.source()).isEqualTo(SOURCE);
        return error;
    }
}
