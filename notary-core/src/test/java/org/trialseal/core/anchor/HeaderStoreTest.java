package org.trialseal.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.MiniChain;
import org.trialseal.core.evidence.FolderInUseException;
import org.trialseal.core.testing.ChainSource;
import org.trialseal.core.testing.Seeded;

/** Checkpoints at 15 and 31 of a chain of 81 blocks. */
class HeaderStoreTest {
    private static final MiniChain CHAIN = MiniChain.start().mine(80, 0);
    private static final Checkpoints CHECKPOINTS = CHAIN.checkpoints(2);
    private static final Deadline SOON = Deadline.in(Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    private HeaderStore store() {
        return new HeaderStore(folder.resolve("headers"), CHECKPOINTS);
    }

    private Path file(long given) {
        return folder.resolve("headers").resolve(given + ".bin");
    }

    private HeaderStore filled(int last) throws IOException {
        HeaderStore store = store();
        new HeaderFetch(store, HeaderProgress.silent()).extend(ChainSource.of(CHAIN.run(0, last + 1)), SOON);
        return store;
    }

    @Test
    void top_noFolder_isEmpty() throws IOException {
        assertThat(store().top()).isEmpty();
        assertThat(store().around(20)).isEmpty();
        assertThat(store().around(0)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void around_headersAboveAndBetweenCheckpoints_givesTheStretchOfTheBlock() throws IOException {
        HeaderStore store = filled(50);
        new HeaderFetch(store, HeaderProgress.silent()).fill(20, ChainSource.of(CHAIN.runFrom(0)), SOON);

        assertThat(store.top()).contains(CHAIN.run(32, 51));
        assertThat(store.around(40)).contains(CHAIN.run(32, 51));
        assertThat(store.around(4_000_000_000L)).contains(CHAIN.run(32, 51));
        assertThat(store.around(16)).contains(CHAIN.run(16, 32));
        assertThat(store.around(31)).contains(CHAIN.run(16, 32));
        assertThat(store.around(15)).isEmpty();
        assertThat(file(31)).hasSize(19 * BlockHeader.LENGTH);
    }

    @Test
    void top_fileCutAtEveryByte_givesTheWholeHeadersBefore() throws IOException {
        filled(50);
        byte[] whole = Files.readAllBytes(file(31));
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file(31), Arrays.copyOf(whole, length));
            int headers = length / BlockHeader.LENGTH;
            Optional<HeaderRun> expected = headers == 0 ? Optional.empty() : Optional.of(CHAIN.run(32, 32 + headers));
            assertThat(store().top()).as("cut at " + length).isEqualTo(expected);
        }
    }

    @Test
    void extend_afterATornAppend_cutsItAndGoesOn() throws IOException {
        filled(50);
        byte[] whole = Files.readAllBytes(file(31));
        Random random = Seeded.random("HeaderStoreTest");
        for (int i = 0; i < 40; i++) {
            byte[] torn = Arrays.copyOf(whole, random.nextInt(whole.length));
            byte[] tail = new byte[random.nextInt(300)];
            if (i % 2 == 0) {
                random.nextBytes(tail);
            }
            Files.write(file(31), torn);
            Files.write(file(31), tail, StandardOpenOption.APPEND);
            assertThat(filled(60).top()).as("round " + i).contains(CHAIN.run(32, 61));
            assertThat(file(31)).hasSize(29 * BlockHeader.LENGTH);
        }
    }

    @Test
    void top_oneBitFlipped_keepsOnlyWhatComesBefore() throws IOException {
        filled(50);
        byte[] whole = Files.readAllBytes(file(31));
        for (int i = 0; i < whole.length; i += 7) {
            byte[] flipped = whole.clone();
            flipped[i] ^= (byte) (1 << i % 8);
            Files.write(file(31), flipped);
            long kept = store().top().map(HeaderRun::endHeight).orElse(32L);
            assertThat(kept).as("byte " + i).isLessThanOrEqualTo(33 + i / BlockHeader.LENGTH);
        }
    }

    @Test
    void top_fileOfStrangersOrOtherNames_isLeftAlone() throws IOException {
        filled(40);
        Files.write(file(33), new byte[800]);
        Files.write(folder.resolve("headers/notes.txt"), new byte[800]);
        assertThat(store().top()).contains(CHAIN.run(32, 41));
    }

    @Test
    void top_programKnowsNewerCheckpoints_usesTheOlderFile() throws IOException {
        filled(60);
        HeaderStore newer = new HeaderStore(folder.resolve("headers"), CHAIN.checkpoints(3));
        assertThat(newer.top()).contains(CHAIN.run(48, 61));
        assertThat(newer.around(40)).contains(CHAIN.run(32, 48));

        HeaderNews news =
                new HeaderFetch(newer, HeaderProgress.silent()).extend(ChainSource.of(CHAIN.runFrom(0)), SOON);
        assertThat(news.added()).isEqualTo(20);
        assertThat(newer.top()).contains(CHAIN.run(48, 81));
        assertThat(file(47)).hasSize(33 * BlockHeader.LENGTH);
    }

    @Test
    void begin_whileAnotherWrites_saysInUse() throws IOException {
        HeaderStore store = filled(40);
        try (HeaderStore.Writing writing = store.begin()) {
            assertThat(writing).isNotNull();
            assertThatThrownBy(() -> filled(50))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessageContaining("written by another program");
            assertThat(store().top()).contains(CHAIN.run(32, 41));
        }
        assertThat(filled(50).top()).contains(CHAIN.run(32, 51));
    }
}
