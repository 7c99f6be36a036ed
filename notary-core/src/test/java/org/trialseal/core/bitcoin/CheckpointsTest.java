package org.trialseal.core.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.MalformedException;

final class CheckpointsTest {
    private static final String FIRST = "trialseal/1 checkpoints\n";
    private static final String HASH = "00000000693067b0e6b440bc51450b9f3850561b07f6d3c021c54fbd6abb9763";
    private static final String LINE = "2015 " + HASH + " 1d00ffff\n";

    private static Checkpoints read(String text) throws IOException, MalformedException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Checkpoints.read(new ByteArrayInputStream(bytes), ChainParameters.main(), "list");
    }

    @Test
    void shipped_everyPeriod_isListed() {
        Checkpoints shipped = Checkpoints.shipped();
        assertThat(shipped.newestHeight()).isEqualTo(953567);
        assertThat(shipped.list()).hasSize(473);
        for (int i = 0; i < 473; i++) {
            assertThat(shipped.list().get(i).height()).isEqualTo(2016L * (i + 1) - 1);
        }
    }

    @Test
    void shipped_hashes_meetTheTargetOfTheirPeriod() {
        Checkpoints shipped = Checkpoints.shipped();
        for (Checkpoint checkpoint : shipped.list()) {
            CompactTarget target = shipped.targetAt(checkpoint.height()).orElseThrow();
            assertThat(target.isMetBy(checkpoint.hash()))
                    .as("height %d", checkpoint.height())
                    .isTrue();
            BigInteger easier = checkpoint.nextTarget().value().divide(BigInteger.valueOf(4));
            assertThat(easier).as("at most four times easier").isLessThanOrEqualTo(target.value());
        }
    }

    @Test
    void shipped_publicElectrumList_isTheSame() {
        List<MatchResult> listed =
                BitcoinVectors.matches("electrum-mainnet-checkpoints.json", "\"(\\w{64})\",\\s*(\\d+)");
        List<Checkpoint> shipped = Checkpoints.shipped().list();
        assertThat(listed).hasSameSizeAs(shipped);
        for (int i = 0; i < shipped.size(); i++) {
            assertThat(shipped.get(i).hash().display()).isEqualTo(listed.get(i).group(1));
            assertThat(shipped.get(i).nextTarget().value())
                    .isEqualTo(new BigInteger(listed.get(i).group(2)));
        }
    }

    @Test
    void shipped_bitcoinjHeaders_followThem() {
        List<MatchResult> lines = BitcoinVectors.matches("bitcoinj-mainnet-checkpoints.txt", "(?m)^[\\w+/]{100,}=*$");
        assertThat(lines).hasSize(436);
        Checkpoints shipped = Checkpoints.shipped();
        for (MatchResult line : lines) {
            byte[] entry = Base64.getDecoder().decode(padded(line.group()));
            BlockHeader header = BlockHeader.read(entry, entry.length - BlockHeader.LENGTH);
            int heightAt = entry.length - BlockHeader.LENGTH - 4;
            long height = new BigInteger(Arrays.copyOfRange(entry, heightAt, heightAt + 4)).longValue();
            assertThat(shipped.hashAt(height - 1)).as("height %d", height).contains(header.previous());
            assertThat(shipped.targetAt(height)).contains(header.target());
            assertThat(header.target().isMetBy(header.hash())).isTrue();
        }
    }

    private static String padded(String base64) {
        return base64 + "=".repeat((4 - base64.length() % 4) % 4);
    }

    @Test
    void shipped_boundaryHeaders_giveTheSameHashesAndRetargets() {
        TreeMap<Long, BlockHeader> headers = new TreeMap<>();
        for (MatchResult line : BitcoinVectors.matches("mainnet-epoch-boundaries.csv", "(?m)^(\\d+),(\\w{160}),")) {
            headers.put(Long.parseLong(line.group(1)), BlockHeader.ofHex(line.group(2)));
        }
        int retargets = 0;
        for (Checkpoint checkpoint : Checkpoints.shipped().list()) {
            BlockHeader first = headers.get(checkpoint.height() - 2015);
            BlockHeader last = headers.get(checkpoint.height());
            if (first != null && last != null) {
                assertThat(last.hash()).isEqualTo(checkpoint.hash());
                assertThat(ChainParameters.main().retarget(last.target(), first.time(), last.time()))
                        .as("after height %d", checkpoint.height())
                        .isEqualTo(checkpoint.nextTarget());
                retargets++;
            }
        }
        assertThat(retargets).isGreaterThan(400);
    }

    @Test
    void targetAt_heights_isFixedUpToOnePeriodAfterTheNewest() throws Exception {
        Checkpoints one = read(FIRST + "2015 " + HASH + " 1c0168fd\n");
        assertThat(one.targetAt(0)).contains(CompactTarget.ofBits(0x1d00ffff));
        assertThat(one.targetAt(2015)).contains(CompactTarget.ofBits(0x1d00ffff));
        assertThat(one.targetAt(2016)).contains(CompactTarget.ofBits(0x1c0168fd));
        assertThat(one.targetAt(4031)).contains(CompactTarget.ofBits(0x1c0168fd));
        assertThat(one.targetAt(4032)).isEmpty();
    }

    @Test
    void nextFrom_height_isTheGivenBlockAtOrAboveIt() {
        Checkpoints shipped = Checkpoints.shipped();
        assertThat(shipped.nextFrom(0)).contains(0L);
        assertThat(shipped.nextFrom(1)).contains(2015L);
        assertThat(shipped.nextFrom(2015)).contains(2015L);
        assertThat(shipped.nextFrom(830000)).contains(830591L);
        assertThat(shipped.nextFrom(953568)).isEmpty();
        assertThat(shipped.newestHash()).isEqualTo(shipped.list().get(472).hash());
    }

    @Test
    void lastBefore_height_isTheGivenBlockBelowIt() {
        Checkpoints shipped = Checkpoints.shipped();
        assertThat(shipped.lastBefore(1)).isZero();
        assertThat(shipped.lastBefore(2015)).isZero();
        assertThat(shipped.lastBefore(2016)).isEqualTo(2015);
        assertThat(shipped.lastBefore(830592)).isEqualTo(830591);
        assertThatThrownBy(() -> shipped.lastBefore(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no block is below the genesis");
    }

    @Test
    void read_malformedLine_saysWhich() {
        String second = LINE.replace("2015", "4031");
        assertThatThrownBy(() -> read(FIRST + LINE + second + "x\n")).hasMessageContaining("line 4");
        assertThatThrownBy(() -> read(FIRST + LINE + second + "\t\n")).hasMessageContaining("line 4");
    }

    @Test
    void read_timesOfTheNewest_areKept() throws Exception {
        Checkpoints checkpoints = read(FIRST + "2015 " + HASH + " 1d00ffff 1,2,3,4,5,6,7,8,9,10,4294967295\n");
        assertThat(checkpoints.list().get(0).times()).hasSize(11).endsWith(10L, 4294967295L);
    }

    @Test
    void genesisOnly_noCheckpoint_startsAtTheGenesis() {
        Checkpoints checkpoints = Checkpoints.genesisOnly(ChainParameters.practice());
        assertThat(checkpoints.newestHeight()).isZero();
        assertThat(checkpoints.newestHash())
                .isEqualTo(ChainParameters.practice().genesis().hash());
        assertThat(checkpoints.hashAt(1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "trialseal/2 checkpoints\n",
                "trialseal/1 checkpoints",
                FIRST + "\n",
                FIRST + LINE + "\n",
                FIRST + "2015 " + HASH + " 1d00ffff",
                FIRST + "2015 " + HASH + " 1d00ffff\r\n",
                FIRST + "2015  " + HASH + " 1d00ffff\n",
                FIRST + "2015 " + HASH + "\n",
                FIRST + "2015 " + HASH + " 1D00FFFF\n",
                FIRST + "02015 " + HASH + " 1d00ffff\n",
                FIRST + "2014 " + HASH + " 1d00ffff\n",
                FIRST + "9999999999 " + HASH + " 1d00ffff\n",
                FIRST + LINE + LINE,
                FIRST + "2015 " + HASH + " 1e00ffff\n",
                FIRST + "2015 " + HASH + " 1d80ffff\n",
                FIRST + "2015 " + HASH + " 1d00ffff 1,2,3,4,5,6,7,8,9,10,11,12\n",
                FIRST + "2015 " + HASH + " 1d00ffff 1,,2\n",
                FIRST + "2015 " + HASH + " 1d00ffff \n",
                FIRST + "2015 " + HASH + " 1d00ffff 4294967296\n",
                FIRST + "\u0000\n",
                FIRST + "2015 00\u00e9\n"
            })
    void read_anythingElse_isMalformed(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith("list");
    }

    @Test
    void read_longLineOrManyLines_endsEarly() {
        assertThatThrownBy(() -> read(FIRST + "2".repeat(1_000)))
                .isInstanceOf(MalformedException.class)
                .hasMessage("list: line 2 is cut off, too long or not plain text");
        StringBuilder many = new StringBuilder(FIRST);
        for (long i = 1; i <= CheckpointsFormat.MAX_CHECKPOINTS + 1; i++) {
            many.append(2016 * i - 1).append(' ').append(HASH).append(" 1d00ffff\n");
        }
        assertThatThrownBy(() -> read(many.toString()))
                .isInstanceOf(MalformedException.class)
                .hasMessage("list: more than 4096 checkpoints");
    }
}
