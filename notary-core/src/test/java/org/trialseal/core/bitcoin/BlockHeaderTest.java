package org.trialseal.core.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;

final class BlockHeaderTest {
    private static final String MERKLE_ROOT = "3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a";

    @Test
    void fields_ofTheGenesis_areTheKnownOnes() {
        BlockHeader genesis = ChainParameters.main().genesis();
        assertThat(genesis.hash().display())
                .isEqualTo("000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f");
        assertThat(genesis.version()).isEqualTo(1);
        assertThat(genesis.previous()).isEqualTo(BlockHash.ZERO);
        assertThat(genesis.merkleRoot().hex()).isEqualTo(MERKLE_ROOT);
        assertThat(genesis.time()).isEqualTo(1231006505);
        assertThat(genesis.target()).hasToString("1d00ffff");
        assertThat(genesis.nonce()).isEqualTo(2083236893);
        assertThat(genesis).hasToString(genesis.hash().display());
    }

    @Test
    void practiceGenesis_differsFromTheMainOne() {
        BlockHeader genesis = ChainParameters.practice().genesis();
        assertThat(genesis.hash().display())
                .isEqualTo("0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206");
        assertThat(genesis).isNotEqualTo(ChainParameters.main().genesis());
    }

    @Test
    void of_theFieldsOfAHeader_givesItBack() {
        BlockHeader genesis = ChainParameters.main().genesis();
        BlockHeader again = BlockHeader.of(
                genesis.version(),
                genesis.previous(),
                genesis.merkleRoot(),
                genesis.time(),
                genesis.target(),
                genesis.nonce());
        assertThat(again).isEqualTo(genesis).hasSameHashCodeAs(genesis);
        assertThat(again.bytes()).isEqualTo(genesis.bytes());
    }

    @Test
    void time_pastTheYear2038_isUnsigned() {
        long late = 0xfffffffeL;
        BlockHeader header =
                BlockHeader.of(-1, BlockHash.ZERO, Sha256.of(), late, CompactTarget.ofBits(0x207fffff), -1);
        assertThat(header.time()).isEqualTo(late);
        assertThat(header.version()).isEqualTo(-1);
        assertThat(header.nonce()).isEqualTo(-1);
        assertThatThrownBy(() ->
                        BlockHeader.of(1, BlockHash.ZERO, Sha256.of(), 1L << 32, CompactTarget.ofBits(0x207fffff), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a block time has 32 bits");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 79, 81, 160})
    void parse_anotherLength_isMalformed(int length) {
        assertThatThrownBy(() -> BlockHeader.parse(new byte[length], "header.bin"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("header.bin: a block header has 80 bytes, not " + length);
    }

    @Test
    void parse_80Bytes_isTheHeader() throws Exception {
        BlockHeader genesis = ChainParameters.main().genesis();
        assertThat(BlockHeader.parse(genesis.bytes().toArray(), "header.bin")).isEqualTo(genesis);
    }

    @Test
    void ofHex_notHeaderDigits_isRefused() {
        assertThatThrownBy(() -> BlockHeader.ofHex("00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BlockHeader.ofHex("zz".repeat(80))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void blockHash_display_isReversed() {
        String display = "00".repeat(31) + "01";
        BlockHash hash = BlockHash.ofDisplay(display);
        assertThat(hash.internal().hex()).isEqualTo("01" + "00".repeat(31));
        assertThat(hash.display()).isEqualTo(display);
        assertThat(hash).hasToString(display);
        assertThat(hash).isEqualTo(BlockHash.of(hash.internal())).isNotEqualTo(BlockHash.ZERO);
        assertThatThrownBy(() -> BlockHash.ofDisplay("00".repeat(31) + "0A"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void verifier_firstElevenHeadersOfTheMainChain_areTaken() {
        List<String> lines = List.of(
                BitcoinVectors.text("btcd-blockheaders-mainnet-1-11.txt").split("\n"));
        HeaderVerifier verifier = HeaderVerifier.startingAt(1, Checkpoints.shipped());
        for (String line : lines) {
            assertThat(verifier.accept(BlockHeader.ofHex(line.strip()))).isEmpty();
        }
        assertThat(verifier.nextHeight()).isEqualTo(12);
        assertThat(verifier.work()).isEqualTo(BigInteger.valueOf(11 * 0x100010001L));
        assertThat(verifier.checkpointReached()).hasValue(0);
    }

    @Test
    void hash_headerThatHelloWorldCommitsTo_isTheKnownOne() {
        MatchResult known = BitcoinVectors.matches(
                        "mainnet-header-358391.json", "\"hex\": \"(\\w{160})\",\\s*\"hash\": \"(\\w{64})\"")
                .get(0);
        assertThat(BlockHeader.ofHex(known.group(1)).hash().display()).isEqualTo(known.group(2));
    }
}
