package org.trialseal.core.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialseal.core.testing.Seeded;

final class RetargetTest {
    private static final ChainParameters MAIN = ChainParameters.main();
    private static final long TWO_WEEKS = 1_209_600;

    /** The cases that Bitcoin Core's own tests pin down: plain, held by the limit, and by a quarter and four times. */
    @ParameterizedTest
    @CsvSource({
        "1d00ffff, 1261130161, 1262152739, 1d00d86a",
        "1d00ffff, 1231006505, 1233061996, 1d00ffff",
        "1c05a3f4, 1279008237, 1279297671, 1c0168fd",
        "1c387f6f, 1263163443, 1269211443, 1d00e1fd"
    })
    void retarget_pinnedCases_areExact(String bits, long first, long last, String next) {
        CompactTarget target = CompactTarget.ofBits(Integer.parseUnsignedInt(bits, 16));
        assertThat(MAIN.retarget(target, first, last)).hasToString(next);
    }

    @Test
    void retarget_timesThatRunBackwards_countAsAQuarter() {
        CompactTarget target = CompactTarget.ofBits(0x1c05a3f4);
        assertThat(MAIN.retarget(target, 2_000_000_000L, 1_000_000_000L)).hasToString("1c0168fd");
    }

    @Test
    void retarget_mainChain_neverLeaves256Bits() {
        BigInteger widest = MAIN.limit().multiply(BigInteger.valueOf(4 * TWO_WEEKS));
        assertThat(widest.bitLength()).isLessThanOrEqualTo(256);
    }

    @Test
    void retarget_randomPeriods_agreesWithAWordByWordTranscription() {
        Random random = Seeded.random("retarget");
        for (int i = 0; i < 5_000; i++) {
            int bits = (4 + random.nextInt(0x19)) << 24 | 0x8000 + random.nextInt(0x7f8000);
            CompactTarget last = CompactTarget.ofBits(bits);
            if (!MAIN.allows(last)) {
                continue;
            }
            long seconds = random.nextInt((int) (6 * TWO_WEEKS)) - 1000L;
            assertThat(MAIN.retarget(last, 1_500_000_000L, 1_500_000_000L + seconds))
                    .as("bits %s, seconds %d", last, seconds)
                    .isEqualTo(CompactTarget.ofBits(SlowRetarget.next(bits, seconds, TWO_WEEKS, 0x1d00ffff)));
        }
    }

    @Test
    void retarget_withoutRetargeting_keepsTheTarget() {
        CompactTarget target = ChainParameters.practice().genesis().target();
        assertThat(ChainParameters.practice().retarget(target, 0, 1)).isEqualTo(target);
    }

    @Test
    void retarget_publicVectors_giveTheNextHeadersBits() {
        List<MatchResult> headers = BitcoinVectors.matches(
                "summa-bitcoin-spv-testVectors.json",
                "\"timestamp\": (\\d+),\\s*\"nbits\": \"0x(\\w{8})\",[^}]*?\"height\": (\\d+)");
        int checked = 0;
        for (int i = 0; i + 2 < headers.size(); i++) {
            boolean isPeriod = height(headers, i) + 2015 == height(headers, i + 1)
                    && height(headers, i) + 2016 == height(headers, i + 2);
            if (isPeriod) {
                long first = Long.parseLong(headers.get(i).group(1));
                long last = Long.parseLong(headers.get(i + 1).group(1));
                assertThat(MAIN.retarget(bits(headers, i + 1), first, last)).isEqualTo(bits(headers, i + 2));
                checked++;
            }
        }
        assertThat(checked).isGreaterThanOrEqualTo(8);
    }

    private static long height(List<MatchResult> headers, int index) {
        return Long.parseLong(headers.get(index).group(3));
    }

    private static CompactTarget bits(List<MatchResult> headers, int index) {
        int littleEndian = Integer.parseUnsignedInt(headers.get(index).group(2), 16);
        return CompactTarget.ofBits(Integer.reverseBytes(littleEndian));
    }

    @Test
    void parameters_outOfRange_areRefused() {
        BlockHeader genesis = MAIN.genesis();
        assertThatThrownBy(() ->
                        new ChainParameters(Network.BITCOIN, genesis, BigInteger.TEN, 16, 160, true, new TreeMap<>()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("within the limit");
        assertThatThrownBy(() ->
                        new ChainParameters(Network.BITCOIN, genesis, MAIN.limit(), 1, 160, true, new TreeMap<>()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void minimumVersion_heightsOfTheSoftForks_rises() {
        assertThat(MAIN.minimumVersion(227930)).isEqualTo(Integer.MIN_VALUE);
        assertThat(MAIN.minimumVersion(227931)).isEqualTo(2);
        assertThat(MAIN.minimumVersion(363724)).isEqualTo(2);
        assertThat(MAIN.minimumVersion(363725)).isEqualTo(3);
        assertThat(MAIN.minimumVersion(388381)).isEqualTo(4);
        assertThat(MAIN.minimumVersion(900000)).isEqualTo(4);
    }
}
