package org.trialseal.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialseal.core.digest.Bytes;

/** IBM's floating point, against known numbers and its own inverse. */
final class IbmFloatTest {
    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @ParameterizedTest
    @CsvSource({
        "4110000000000000, 1",
        "C110000000000000, -1",
        "0000000000000000, 0",
        "8000000000000000, 0",
        "4276A00000000000, 118.625",
        "4220, 32",
        "401999999999999A, 0.1",
        "4019999999999999, 0.09999999999999999",
        "4711EBE0E0000000, 18791950",
        "41338000, 3.21875",
        "7FFFFFFFFFFFFFFF, 7.23700557733226211E+75",
        "0010000000000000, 5.397605346934028E-79"
    })
    void text_knownNumber_isWhatPeopleWrite(String hex, String text) {
        assertThat(IbmFloat.text(bytes(hex))).isEqualTo(text);
        assertThat(new Cell(CellType.IBM_FLOAT, Bytes.copyOf(bytes(hex))).display())
                .isEqualTo(text);
    }

    @Test
    void of_randomNumber_isTheInverseOfValue() {
        Random random = new Random(360);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[IbmFloat.MIN_LENGTH + random.nextInt(7)];
            random.nextBytes(bytes);
            bytes[1] |= 0x10;
            assertThat(IbmFloat.of(IbmFloat.value(bytes), bytes.length).orElseThrow())
                    .as("seed 360, round %d", i)
                    .isEqualTo(bytes);
        }
    }

    @Test
    void of_valueThatDoesNotFit_isNothing() {
        assertThat(IbmFloat.of(new BigDecimal("0.1"), 8)).isEmpty();
        assertThat(IbmFloat.of(new BigDecimal("1000.03125"), 3)).isEmpty();
        assertThat(IbmFloat.of(new BigDecimal("1000.03125"), 4)).isPresent();
        assertThat(IbmFloat.of(new BigDecimal("1E76"), 8)).isEmpty();
        assertThat(IbmFloat.of(new BigDecimal("1E-90"), 8)).isEmpty();
        assertThat(IbmFloat.of(new BigDecimal("0.0"), 2)).contains(new byte[2]);
    }

    @Test
    void value_wrongLength_isTheCallersBug() {
        assertThatThrownBy(() -> IbmFloat.value(new byte[9])).isInstanceOf(IllegalArgumentException.class);
    }
}
