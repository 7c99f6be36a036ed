package org.trialseal.core.ots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.testing.Seeded;

/** Numbers of seven bits a byte: {@link OtsOutput#number} and {@link Number7}. */
class NumberTest {
    @Test
    void number_aroundTheSevenBits_isWrittenInAsFewBytesAsPossible() {
        assertThat(written(0)).isEqualTo("00");
        assertThat(written(0x7f)).isEqualTo("7f");
        assertThat(written(0x80)).isEqualTo("8001");
        assertThat(written(0x3fff)).isEqualTo("ff7f");
        assertThat(written(0x4000)).isEqualTo("808001");
    }

    @Test
    void isOne_exactlyOneNumber_isTrue() {
        for (String one : new String[] {"00", "7f", "8001", "ff7f", "808000"}) {
            assertThat(Number7.isOne(Bytes.ofHex(one))).as(one).isTrue();
        }
        for (String other : new String[] {"", "80", "ff", "0000", "7f00", "8080", "800100", "008000"}) {
            assertThat(Number7.isOne(Bytes.ofHex(other))).as(other).isFalse();
        }
    }

    @Test
    void compare_anyTwo_isTheOrderOfTheirValues() {
        Random random = new Random(Seeded.seed("NumberTest"));
        for (int i = 0; i < 2000; i++) {
            long a = random.nextLong() >>> 1 + random.nextInt(63);
            long b = random.nextInt(4) == 0 ? a : random.nextLong() >>> 1 + random.nextInt(63);
            assertThat(Number7.compare(number(a), number(b))).as("%s, %s", a, b).isEqualTo(Long.compare(a, b));
        }
    }

    @Test
    void compare_leadingZeros_changeNothing() {
        assertThat(Number7.compare(Bytes.ofHex("8100"), Bytes.ofHex("01"))).isZero();
        assertThat(Number7.compare(Bytes.ofHex("02"), Bytes.ofHex("818000"))).isPositive();
    }

    private static String written(long value) {
        return number(value).hex();
    }

    private static Bytes number(long value) {
        return Bytes.copyOf(new OtsOutput().number(value).toArray());
    }
}
