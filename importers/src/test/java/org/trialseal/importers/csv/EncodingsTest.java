package org.trialseal.importers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialseal.core.digest.MalformedException;

/** The strict decoders against those of the JDK. */
final class EncodingsTest {
    private static final long SEED = 77;

    @Test
    void length_everyStartOfACharacter_agreesWithJdk() {
        Random random = new Random(SEED);
        for (int first = 0x80; first < 0x100; first++) {
            for (int second = 0; second < 0x100; second++) {
                byte[] four = {(byte) first, (byte) second, tail(random), tail(random)};
                int length = Utf8.length(four, 0, four.length);
                boolean jdk = false;
                for (int i = 2; i <= 4; i++) {
                    boolean one = strict(java.util.Arrays.copyOf(four, i), StandardCharsets.UTF_8)
                            .filter(s -> s.codePointCount(0, s.length()) == 1)
                            .isPresent();
                    assertThat(length == i)
                            .as("seed %d: %x %x", SEED, first, second)
                            .isEqualTo(one);
                    jdk |= one;
                }
                assertThat(length > 0).isEqualTo(jdk);
            }
        }
    }

    private static byte tail(Random random) {
        return (byte) (random.nextInt(8) == 0 ? random.nextInt(256) : 0x80 | random.nextInt(0x40));
    }

    @Test
    void length_cutCharacter_isIncomplete() {
        byte[] bytes = "\uD83E\uDDEA".getBytes(StandardCharsets.UTF_8);
        for (int cut = 1; cut < bytes.length; cut++) {
            assertThat(Utf8.length(bytes, 0, cut)).isEqualTo(Utf8.INCOMPLETE);
        }
        assertThat(Utf8.length(bytes, 0, bytes.length)).isEqualTo(4);
    }

    @Test
    void put_everyCharacter_isItsUtf8() {
        byte[] target = new byte[4];
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                int length = Utf8.put(c, target, 0);
                assertThat(java.util.Arrays.copyOf(target, length))
                        .isEqualTo(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UTF_16LE", "UTF_16BE", "WINDOWS_1252"})
    void utf8Of_randomBytes_agreesWithJdk(TextEncoding encoding) throws Exception {
        Random random = new Random(SEED);
        int accepted = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = bytes(random, encoding);
            Optional<String> mine = decoded(bytes, encoding, 4 + random.nextInt(9));
            Optional<String> jdk = encoding == TextEncoding.WINDOWS_1252 && hasUndefined(bytes)
                    ? Optional.empty()
                    : strict(bytes, Charset.forName(encoding.label()));

            assertThat(mine).as("seed %d, text %d", SEED, i).isEqualTo(jdk);
            accepted += mine.isPresent() ? 1 : 0;
        }
        assertThat(accepted).isBetween(500, 4_900);
    }

    private static byte[] bytes(Random random, TextEncoding encoding) {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        boolean wide = encoding != TextEncoding.WINDOWS_1252;
        int high = encoding == TextEncoding.UTF_16BE ? 0 : 1;
        for (int i = 0; wide && i < bytes.length; i++) {
            if (i % 2 == high && random.nextInt(20) > 0) {
                bytes[i] = (byte) random.nextInt(0x80);
            }
        }
        return bytes;
    }

    private static boolean hasUndefined(byte[] bytes) {
        for (byte b : bytes) {
            int value = b & 0xFF;
            if (value == 0x81 || value == 0x8D || value == 0x8F || value == 0x90 || value == 0x9D) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> decoded(byte[] bytes, TextEncoding encoding, int step) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[step];
        try (Utf8Source source = encoding.utf8Of(new ByteArrayInputStream(bytes), "t.csv")) {
            for (int count = source.read(buffer, 0, step); count >= 0; count = source.read(buffer, 0, step)) {
                assertThat(count).isPositive();
                out.write(buffer, 0, count);
            }
        } catch (MalformedException e) {
            return Optional.empty();
        }
        return Optional.of(out.toString(StandardCharsets.UTF_8));
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
