package org.trialseal.core.remote.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.HeaderVerifier;
import org.trialseal.core.digest.Sha256;

class PracticeChainTest {
    private static final Sha256 ROOT = Sha256.of(new byte[] {1});
    private static final long NOW = 1_773_446_400;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("headers.bin");
    }

    private PracticeChain open() throws IOException {
        PracticeChain chain = new PracticeChain(file);
        try {
            chain.refresh();
            return chain;
        } catch (IOException e) {
            chain.close();
            throw e;
        }
    }

    private void mine(int blocks) throws IOException {
        try (PracticeChain chain = open()) {
            for (int i = 0; i < blocks; i++) {
                chain.mine(ROOT, NOW);
            }
        }
    }

    private static void assertObeysTheRules(List<BlockHeader> headers) {
        HeaderVerifier verifier = HeaderVerifier.startingAt(0, Checkpoints.genesisOnly(ChainParameters.practice()));
        for (BlockHeader header : headers) {
            assertThat(verifier.accept(header)).isEmpty();
        }
    }

    @Test
    void open_nothingThere_isTheGenesis() throws IOException {
        try (PracticeChain chain = open()) {
            assertThat(chain.tipHeight()).isZero();
            assertThat(chain.headers(0, 10))
                    .containsExactly(ChainParameters.practice().genesis());
            assertThat(chain.headers(1, 10)).isEmpty();
        }
    }

    @Test
    void mine_manyBlocksInOneSecond_obeysTheRulesAndReopens() throws IOException {
        mine(30);
        try (PracticeChain chain = open()) {
            assertThat(chain.tipHeight()).isEqualTo(30);
            assertThat(chain.headers(10, 5)).hasSize(5);
            assertObeysTheRules(chain.headers(0, 2016));
            assertThat(chain.headers(1, 1).get(0).time()).isEqualTo(NOW);
            assertThat(chain.tip().time()).isBetween(NOW, NOW + 30);
        }
    }

    @Test
    void mine_clockSetBackOrOutOfRange_staysWithinTheRules() throws IOException {
        mine(12);
        try (PracticeChain chain = open()) {
            chain.mine(ROOT, NOW - 315_360_000);
            chain.mine(ROOT, Long.MIN_VALUE);
            chain.mine(ROOT, Long.MAX_VALUE);
            assertObeysTheRules(chain.headers(0, 2016));
            assertThat(chain.tip().time()).isEqualTo(0xffff_ffffL);
        }
    }

    @Test
    void refresh_cutInsideTheLastHeader_goesOnBehindTheLastWholeOne() throws IOException {
        mine(3);
        byte[] whole = Files.readAllBytes(file);
        for (int length : List.of(160, 161, 200, 239)) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (PracticeChain chain = open()) {
                assertThat(chain.tipHeight()).isEqualTo(2);
                chain.mine(ROOT, NOW);
            }
            try (PracticeChain chain = open()) {
                assertThat(chain.tipHeight()).isEqualTo(3);
            }
        }
    }

    @Test
    void refresh_zerosInsteadOfTheLastHeader_areDropped() throws IOException {
        mine(3);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 4 * BlockHeader.LENGTH));
        mine(1);
        try (PracticeChain chain = open()) {
            assertThat(chain.tipHeight()).isEqualTo(4);
            assertObeysTheRules(chain.headers(0, 2016));
        }
    }

    @Test
    void refresh_damagedHeaderInTheMiddle_isNotPassedOver() throws IOException {
        mine(3);
        byte[] bytes = Files.readAllBytes(file);
        bytes[BlockHeader.LENGTH + 10] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the practice chain is damaged: The block header at height 2 ");
    }
}
