package org.trialseal.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.MiniChain;
import org.trialseal.core.testing.ChainSource;

class HeaderFetchTest {
    private static final MiniChain CHAIN = MiniChain.start().mine(80, 0);
    private static final Checkpoints CHECKPOINTS = CHAIN.checkpoints(2);
    private static final Deadline SOON = Deadline.in(Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    private HeaderStore store() {
        return new HeaderStore(folder, CHECKPOINTS);
    }

    private HeaderNews extend(ChainSource source) throws IOException {
        return new HeaderFetch(store(), HeaderProgress.silent()).extend(source, SOON);
    }

    private static ChainSource source(MiniChain chain) {
        return ChainSource.of(chain.runFrom(0));
    }

    private HeaderRun top() throws IOException {
        return store().top().orElseThrow();
    }

    private static void assertRefused(ThrowingCallable call, String... words) {
        assertThatThrownBy(call).isInstanceOf(IOException.class).hasMessageContainingAll(words);
    }

    @Test
    void extend_inSmallParts_tellsProgressAndKeepsAll() throws IOException {
        List<String> told = new ArrayList<>();
        HeaderNews news = new HeaderFetch(store(), (fetched, total) -> told.add(fetched + "/" + total))
                .extend(source(CHAIN).giving(20), SOON);
        assertThat(news.tip()).isEqualTo(80);
        assertThat(news.added()).isEqualTo(49);
        assertThat(told).containsExactly("20/49", "40/49", "49/49");
        assertThat(top()).isEqualTo(CHAIN.runFrom(32));
    }

    @Test
    void extend_nothingNew_asksForOneHeader() throws IOException {
        extend(source(CHAIN));
        ChainSource again = source(CHAIN);
        assertThat(extend(again).added()).isZero();
        assertThat(again.calls()).isEqualTo(1);
    }

    @Test
    void extend_sourceIsBehindWhatIsKnown_changesNothing() throws IOException {
        extend(source(CHAIN));
        HeaderNews news = extend(ChainSource.of(CHAIN.run(0, 60)));
        assertThat(news.tip()).isEqualTo(80);
        assertThat(news.added()).isZero();
        assertThat(news.branch()).isEmpty();
        assertThat(top()).isEqualTo(CHAIN.runFrom(32));
    }

    @Test
    void extend_breaksDownMidway_goesOnFromThereNextTime() throws IOException {
        assertRefused(() -> extend(source(CHAIN).giving(10).failingAt(70)), "broke down");
        assertThat(top().endHeight()).isEqualTo(62);
        assertThat(extend(source(CHAIN)).added()).isEqualTo(19);
        assertThat(top()).isEqualTo(CHAIN.runFrom(32));
    }

    @Test
    void extend_sourceBehindTheNewestCheckpoint_isRefused() {
        assertRefused(
                () -> extend(ChainSource.of(CHAIN.run(0, 30))), "test source", "knows no block above 29", "is 31");
    }

    @Test
    void extend_lyingHeights_areRefused() throws IOException {
        assertRefused(() -> extend(source(CHAIN).claiming(5_000_000_000L)), "absurd height", "5000000000");
        assertRefused(() -> extend(source(CHAIN).claiming(90)), "does not give the headers from block 81 on");
        assertThat(top()).isEqualTo(CHAIN.runFrom(32));
        assertRefused(
                () -> extend(ChainSource.of(CHAIN.run(0, 60)).claiming(70)), "does not give the headers of blocks");
    }

    @Test
    void extend_headersThatBreakARule_areRefusedAndNothingOfThemKept() throws IOException {
        assertRefused(
                () -> extend(source(CHAIN).with(50, CHAIN.at(51))), "break the rules", "height 50", "does not follow");
        assertThat(store().top()).isEmpty();
        MiniChain foreign = MiniChain.start().mine(60, 3);
        assertRefused(() -> extend(source(foreign)), "height 32", "does not follow");
    }

    @Test
    void extend_heavierBranch_replacesTheKnownOneAndSaysSo() throws IOException {
        extend(source(CHAIN.forkAt(60)));
        MiniChain longer = CHAIN.forkAt(55).mine(9, 1);
        HeaderNews news = extend(source(longer));
        assertThat(news.branch()).contains(new HeaderNews.Branch(55, 5, 9, true));
        assertThat(news.branch().orElseThrow().sentence())
                .contains("reorganised", "5 blocks known above block 55", "gave way to 9", "may have lost");
        assertThat(news.tip()).isEqualTo(64);
        assertThat(top()).isEqualTo(longer.runFrom(32));
    }

    @Test
    void extend_lighterOrEqualBranch_keepsTheKnownOneAndSaysSo() throws IOException {
        extend(source(CHAIN.forkAt(60)));
        for (int blocks : new int[] {3, 5}) {
            HeaderNews news = extend(source(CHAIN.forkAt(55).mine(blocks, 1)));
            assertThat(news.branch()).contains(new HeaderNews.Branch(55, 5, blocks, false));
            assertThat(news.branch().orElseThrow().sentence()).contains("no more work", "the known one is kept");
            assertThat(news.tip()).isEqualTo(60);
            assertThat(top()).isEqualTo(CHAIN.run(32, 61));
        }
    }

    @Test
    void extend_moreBlocksWithLessWork_keepsTheKnownOne() throws IOException {
        MiniChain hard = CHAIN.forkAt(47);
        for (int i = 0; i < 16; i++) {
            hard.mineAt(hard.tip().time() + 1, 1);
        }
        hard.mine(8, 1);
        MiniChain easy = CHAIN.forkAt(47).mine(30, 2);
        extend(source(hard));
        HeaderNews news = extend(source(easy));
        assertThat(easy.height()).isGreaterThan(hard.height());
        assertThat(news.branch().orElseThrow().taken()).isFalse();
        assertThat(extend(source(hard)).branch()).isEmpty();
        assertThat(top()).isEqualTo(hard.runFrom(32));
    }

    @Test
    void extend_branchFromRightAboveTheCheckpoint_isCompared() throws IOException {
        extend(source(CHAIN.forkAt(40)));
        MiniChain other = CHAIN.forkAt(31).mine(20, 1);
        assertThat(extend(source(other)).branch()).contains(new HeaderNews.Branch(31, 9, 20, true));
        assertThat(top()).isEqualTo(other.runFrom(32));
    }

    @Test
    void extend_branchThatBreaksARule_keepsTheKnownOne() throws IOException {
        extend(source(CHAIN.forkAt(60)));
        MiniChain longer = CHAIN.forkAt(55).mine(15, 1);
        assertRefused(() -> extend(source(longer).with(66, CHAIN.at(66))), "break the rules", "height 66");
        assertThat(top()).isEqualTo(CHAIN.run(32, 61));
    }

    @Test
    void fill_betweenCheckpoints_keepsTheWholeStretchOrNothing() throws IOException {
        HeaderFetch fetch = new HeaderFetch(store(), HeaderProgress.silent());
        MiniChain foreign = CHAIN.forkAt(20).mine(30, 1);
        assertRefused(
                () -> fetch.fill(18, source(foreign), SOON), "break the rules", "height 31", "known at its height");
        assertRefused(() -> fetch.fill(18, source(CHAIN).giving(4).failingAt(25), SOON), "broke down");
        assertThat(store().around(18)).isEmpty();
        assertThat(fetch.isFilled(18)).isFalse();

        fetch.fill(18, source(CHAIN).giving(5), SOON);
        assertThat(store().around(18)).contains(CHAIN.run(16, 32));
        assertThat(fetch.isFilled(18)).isTrue();
        ChainSource unasked = source(CHAIN);
        fetch.fill(31, unasked, SOON);
        assertThat(unasked.calls()).isZero();

        fetch.fill(3, source(CHAIN), SOON);
        assertThat(store().around(1)).contains(CHAIN.run(1, 16));
    }
}
