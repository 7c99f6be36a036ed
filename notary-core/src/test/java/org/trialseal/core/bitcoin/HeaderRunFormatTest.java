package org.trialseal.core.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.testing.Seeded;

final class HeaderRunFormatTest {
    private static final int FRONT = 28;
    private static final HeaderRunFormat MAIN = HeaderRunFormat.of(ChainParameters.main());

    private static final MiniChain CHAIN = MiniChain.start().mine(40, 0);
    private static final HeaderRunFormat MINI = HeaderRunFormat.of(CHAIN.parameters());

    private static HeaderRun read(HeaderRunFormat format, byte[] file) throws IOException, MalformedException {
        return format.read(new ByteArrayInputStream(file), "headers.bin");
    }

    private static byte[] front(String line, int start, int count) {
        byte[] bytes = Arrays.copyOf(line.getBytes(StandardCharsets.US_ASCII), FRONT);
        ByteBuffer.wrap(bytes).putInt(20, start).putInt(24, count);
        return bytes;
    }

    @Test
    void toBytes_practiceBlock_isTheDocumentedLayout() {
        BlockHeader genesis = ChainParameters.practice().genesis();
        BlockHeader one = PracticeMiner.on(ChainParameters.practice())
                .mine(genesis.hash(), Sha256.of(), genesis.time() + 1)
                .orElseThrow();
        String raw = one.bytes().hex();
        String packed = raw.substring(0, 8) + raw.substring(72, 144) + raw.substring(152);
        Bytes file = HeaderRunFormat.of(ChainParameters.practice()).toBytes(HeaderRun.of(0, List.of(genesis, one)));
        assertThat(file.hex())
                .isEqualTo(Bytes.copyOf("trialseal/1 headers\n".getBytes(StandardCharsets.US_ASCII))
                                .hex() + "0000000000000002" + genesis.bytes().hex() + packed);
        assertThat(packed).hasSize(2 * HeaderRunFormat.PACKED_LENGTH);
    }

    @Test
    void read_realRunAcrossFourRetargets_roundTrips() throws Exception {
        HeaderRun run = BitcoinVectors.mainRun();
        Bytes file = MAIN.toBytes(run);
        int full = 5;
        assertThat(file.length()).isEqualTo(FRONT + full * 80 + (run.count() - full) * 44);
        assertThat(read(MAIN, file.toArray())).isEqualTo(run).hasSameHashCodeAs(run);
        HeaderRun middle = run.slice(823000, 826560);
        assertThat(read(MAIN, MAIN.toBytes(middle).toArray())).isEqualTo(middle);
    }

    @Test
    void read_everyStartAndLength_roundTrips() throws Exception {
        for (int from = 0; from < 20; from++) {
            for (int to = from + 1; to <= CHAIN.height(); to++) {
                HeaderRun run = CHAIN.run(from, to);
                assertThat(read(MINI, MINI.toBytes(run).toArray())).isEqualTo(run);
            }
        }
    }

    @Test
    void read_everyTruncation_isMalformed() {
        byte[] file = MINI.toBytes(CHAIN.run(5, 20)).toArray();
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> read(MINI, cut))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(MalformedException.class)
                    .hasMessageStartingWith("headers.bin, byte ");
        }
    }

    @Test
    void read_oneByteMore_isMalformed() {
        byte[] file = MINI.toBytes(CHAIN.run(5, 20)).toArray();
        assertThatThrownBy(() -> read(MINI, Arrays.copyOf(file, file.length + 1)))
                .isInstanceOf(MalformedException.class)
                .hasMessage("headers.bin, byte " + file.length + ": goes on after the last header");
    }

    @Test
    void read_countsAndHeightsOutOfRange_areRefusedBeforeAnyHeader() {
        int[][] refused = {{0, 0}, {0, 1_000_001}, {0, -1}, {-1, 1}, {Integer.MAX_VALUE, 2}};
        for (int[] fields : refused) {
            assertThatThrownBy(() -> read(MAIN, front("trialseal/1 headers\n", fields[0], fields[1])))
                    .isInstanceOf(MalformedException.class)
                    .hasMessage("headers.bin, byte 20: number of headers or heights out of range");
        }
        assertThatThrownBy(() -> read(MAIN, front("trialseal/1 headers\n", 0, 1_000_000)))
                .isInstanceOf(MalformedException.class)
                .hasMessage("headers.bin, byte 28: ends before the last header");
    }

    @Test
    void read_anotherFirstLine_isMalformed() {
        assertThatThrownBy(() -> read(MAIN, front("trialseal/2 headers\n", 0, 1)))
                .isInstanceOf(MalformedException.class)
                .hasMessage("headers.bin, byte 0: not a header file of this version");
    }

    @Test
    void write_headerThatBreaksInheritance_isRefused() {
        List<BlockHeader> broken = new ArrayList<>(List.of(CHAIN.at(1), CHAIN.at(2), CHAIN.at(4)));
        HeaderRun unlinked = HeaderRun.of(1, broken);
        assertThat(MINI.firstUnpackable(unlinked)).contains(3L);
        assertThatThrownBy(() -> MINI.toBytes(unlinked))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the header at height 3 breaks inheritance");
        HeaderRun otherPeriods = CHAIN.run(30, 40);
        assertThat(MINI.firstUnpackable(otherPeriods)).isEmpty();
        assertThat(MAIN.firstUnpackable(otherPeriods))
                .as("the target changes at 32")
                .contains(32L);
    }

    @Test
    void read_everyBitFlipped_isMalformedOrOtherHeaders() throws Exception {
        HeaderRun run = CHAIN.run(14, 22);
        byte[] file = MINI.toBytes(run).toArray();
        for (int bit = 0; bit < file.length * 8; bit++) {
            byte[] flipped = file.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertThat(read(MINI, flipped)).as("bit %d", bit).isNotEqualTo(run);
            } catch (MalformedException e) {
                assertThat(e.source()).isEqualTo("headers.bin");
            }
        }
    }

    @Test
    void read_randomBytes_neverThrowsAnythingElse() throws Exception {
        Random random = Seeded.random("random header files");
        for (int i = 0; i < 5_000; i++) {
            byte[] tail = new byte[random.nextInt(400)];
            random.nextBytes(tail);
            byte[] front = front("trialseal/1 headers\n", random.nextInt(40), random.nextInt(8));
            byte[] file = Arrays.copyOf(front, FRONT + tail.length);
            System.arraycopy(tail, 0, file, FRONT, tail.length);
            try {
                assertThat(MINI.toBytes(read(MINI, file)).toArray()).isEqualTo(file);
            } catch (MalformedException e) {
                assertThat(e.reason()).isNotEmpty();
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining("breaks inheritance");
            }
        }
    }
}
