package org.trialseal.core.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.testing.Seeded;

final class CompactTargetTest {
    private static CompactTarget bits(String hex) {
        return CompactTarget.ofBits(Integer.parseUnsignedInt(hex, 16));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000",
                "00123456",
                "01003456",
                "02000056",
                "03000000",
                "04000000",
                "00923456",
                "01803456",
                "02800056",
                "03800000",
                "04800000",
                "ff000000"
            })
    void ofBits_zero_isNotUsable(String hex) {
        assertThat(bits(hex).isUsable()).isFalse();
        assertThat(bits(hex).value()).isZero();
        assertThat(bits(hex).work()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01fedcba", "04923456", "1d80ffff", "03800001"})
    void ofBits_negative_isNotUsable(String hex) {
        assertThat(bits(hex).isUsable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff123456", "23000001", "22000100", "21010000"})
    void ofBits_widerThan256Bits_isNotUsable(String hex) {
        assertThat(bits(hex).isUsable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "01123456, 12, 01120000",
        "02123456, 1234, 02123400",
        "03123456, 123456, 03123456",
        "04123456, 12345600, 04123456",
        "05009234, 92340000, 05009234",
        "20123456, 1234560000000000000000000000000000000000000000000000000000000000, 20123456",
        "1d00ffff, ffff0000000000000000000000000000000000000000000000000000, 1d00ffff",
        "22000001, 0100000000000000000000000000000000000000000000000000000000000000, 20010000",
        "220000ff, ff00000000000000000000000000000000000000000000000000000000000000, 2100ff00",
        "2100ffff, ffff000000000000000000000000000000000000000000000000000000000000, 2100ffff",
        "22000080, 8000000000000000000000000000000000000000000000000000000000000000, 21008000"
    })
    void ofBits_usable_decodesAndEncodes(String hex, String value, String canonical) {
        CompactTarget target = bits(hex);
        assertThat(target.isUsable()).isTrue();
        assertThat(target.value()).isEqualTo(new BigInteger(value, 16));
        assertThat(CompactTarget.encode(target.value())).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource({"80, 02008000", "7f, 017f0000", "8000, 03008000", "0, 00000000", "ffffffff, 0500ffff"})
    void encode_borderOfTheSignBit_movesAByte(String value, String hex) {
        assertThat(CompactTarget.encode(new BigInteger(value, 16))).hasToString(hex);
    }

    @Test
    void encode_outOfRange_isRefused() {
        assertThatThrownBy(() -> CompactTarget.encode(BigInteger.ONE.shiftLeft(256)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a target has 0 to 256 bits and no sign");
        assertThatThrownBy(() -> CompactTarget.encode(BigInteger.ONE.negate()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void work_knownTargets_isTheExpectedNumberOfHashes() {
        assertThat(bits("1d00ffff").work()).isEqualTo(BigInteger.valueOf(0x100010001L));
        assertThat(bits("207fffff").work()).isEqualTo(BigInteger.TWO);
        assertThat(bits("03000001").work()).isEqualTo(BigInteger.ONE.shiftLeft(255));
    }

    @Test
    void isMetBy_randomHashes_agreesWithArithmetic() {
        Random random = Seeded.random("isMetBy");
        for (int i = 0; i < 20_000; i++) {
            byte[] hash = new byte[Sha256.LENGTH];
            random.nextBytes(hash);
            int zeros = random.nextInt(5);
            for (int high = 0; high < zeros; high++) {
                hash[31 - high] = 0;
            }
            CompactTarget target = CompactTarget.ofBits((32 - random.nextInt(5)) << 24 | random.nextInt(0x800000));
            BigInteger number = new BigInteger(BlockHash.of(Sha256.wrap(hash)).display(), 16);
            boolean met = target.isUsable() && number.compareTo(target.value()) <= 0;
            assertThat(target.isMetBy(BlockHash.of(Sha256.wrap(hash)))).isEqualTo(met);
        }
    }

    @Test
    void isMetBy_exactlyTheTarget_isMet() {
        CompactTarget target = bits("1d00ffff");
        String hex = "00000000ffff" + "0".repeat(52);
        assertThat(target.isMetBy(BlockHash.ofDisplay(hex))).isTrue();
        assertThat(target.isMetBy(BlockHash.ofDisplay(hex.substring(0, 63) + "1")))
                .isFalse();
        assertThat(bits("00000000").isMetBy(BlockHash.ZERO)).isFalse();
        assertThat(bits("04923456").isMetBy(BlockHash.ZERO)).isFalse();
    }
}
