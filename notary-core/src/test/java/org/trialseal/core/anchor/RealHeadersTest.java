package org.trialseal.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.testing.ChainSource;
import org.trialseal.core.testing.Shared;

/** The store and the shipped checkpoints on real headers of the main chain, 822,528 to 830,592, across four retargets. */
class RealHeadersTest {
    private static final int START = 822_528;
    private static final Deadline SOON = Deadline.in(Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    private static HeaderRun run() throws IOException, MalformedException {
        byte[] bytes = Files.readAllBytes(Shared.require("vectors/bitcoin/mainnet-headers-822528-830592.bin"));
        return HeaderRun.parse(START, bytes, "main run");
    }

    private static Checkpoints upTo(long newest) {
        return Checkpoints.of(
                ChainParameters.main(),
                Checkpoints.shipped().list().stream()
                        .filter(checkpoint -> checkpoint.height() <= newest)
                        .toList());
    }

    @Test
    void fill_stretchOfBlock830000_reachesTheShippedCheckpoint() throws Exception {
        HeaderStore store = new HeaderStore(folder, Checkpoints.shipped());
        HeaderFetch fetch = new HeaderFetch(store, HeaderProgress.silent());
        fetch.fill(830_000, ChainSource.of(run()).giving(700), SOON);
        assertThat(fetch.isFilled(830_000)).isTrue();
        assertThat(store.around(830_000)).contains(run().slice(828_576, 830_592));
        assertThat(store.top()).isEmpty();
    }

    @Test
    void extend_olderProgram_takesAllAndFindsThemAgain() throws Exception {
        HeaderStore store = new HeaderStore(folder, upTo(START - 1));
        new HeaderFetch(store, HeaderProgress.silent()).extend(ChainSource.of(run()), SOON);
        assertThat(store.top()).contains(run());
        assertThat(new HeaderStore(folder, upTo(828_575)).top()).contains(run().slice(828_576, 830_593));
        assertThat(new HeaderStore(folder, Checkpoints.shipped()).around(830_000))
                .contains(run().slice(828_576, 830_592));
    }

    @Test
    void extend_oneBitOfOneHeaderChanged_isRefused() throws Exception {
        byte[] forged = run().header(826_000).bytes().toArray();
        forged[40] ^= 1;
        ChainSource source = ChainSource.of(run()).with(826_000, BlockHeader.read(forged, 0));
        HeaderFetch fetch = new HeaderFetch(new HeaderStore(folder, upTo(START - 1)), HeaderProgress.silent());
        assertThatThrownBy(() -> fetch.extend(source, SOON))
                .isInstanceOf(HeaderSourceException.class)
                .hasMessageContaining("height 826000 does not carry the proof of work");
    }
}
