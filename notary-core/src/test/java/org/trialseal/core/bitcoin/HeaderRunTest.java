package org.trialseal.core.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.MalformedException;

final class HeaderRunTest {
    private static final MiniChain CHAIN = MiniChain.start().mine(12, 0);

    @Test
    void parse_headersInFull_areTheRun() throws Exception {
        HeaderRun run = CHAIN.run(3, 9);
        assertThat(HeaderRun.parse(3, run.bytes().toArray(), "x")).isEqualTo(run);
        assertThat(run.startHeight()).isEqualTo(3);
        assertThat(run.endHeight()).isEqualTo(9);
        assertThat(run.count()).isEqualTo(6);
        assertThat(run.header(8)).isEqualTo(CHAIN.at(8)).isEqualTo(run.last());
        assertThat(run.contains(2)).isFalse();
        assertThat(run.contains(9)).isFalse();
        assertThat(run.contains(-1)).isFalse();
        assertThat(run).hasToString("headers [3, 9)").isNotEqualTo("headers [3, 9)");
    }

    @Test
    void fits_numbersAndHeights_upToTheLargest() {
        assertThat(HeaderRun.fits(0, 1)).isTrue();
        assertThat(HeaderRun.fits(0, HeaderRun.MAX_HEADERS)).isTrue();
        assertThat(HeaderRun.fits(HeaderRun.MAX_HEIGHT, 1)).isTrue();
        assertThat(HeaderRun.fits(-1, 1)).isFalse();
        assertThat(HeaderRun.fits(0, 0)).isFalse();
        assertThat(HeaderRun.fits(0, HeaderRun.MAX_HEADERS + 1)).isFalse();
        assertThat(HeaderRun.fits(HeaderRun.MAX_HEIGHT, 2)).isFalse();
    }

    @Test
    void parse_notWholeHeadersOrOutOfRange_isMalformed() {
        for (int length : new int[] {0, 79, 81}) {
            assertThatThrownBy(() -> HeaderRun.parse(0, new byte[length], "answer"))
                    .isInstanceOf(MalformedException.class)
                    .hasMessage("answer: not a whole number of block headers: " + length + " bytes");
        }
        for (long height : new long[] {-1, HeaderRun.MAX_HEIGHT}) {
            assertThatThrownBy(() -> HeaderRun.parse(height, new byte[160], "answer"))
                    .isInstanceOf(MalformedException.class)
                    .hasMessage("answer: too many block headers or heights out of range");
        }
    }

    @Test
    void sliceAndFollowedBy_overStretches_giveTheRunBack() throws Exception {
        HeaderRun run = BitcoinVectors.mainRun();
        for (long cut : new long[] {822529, 824543, 824544, 824545, 830592}) {
            HeaderRun left = run.slice(run.startHeight(), cut);
            HeaderRun right = run.slice(cut, run.endHeight());
            assertThat(left.followedBy(right)).isEqualTo(run);
            assertThat(right.header(cut)).isEqualTo(run.header(cut));
        }
        assertThat(run.slice(run.startHeight(), run.endHeight())).isEqualTo(run);
        assertThat(HeaderRun.parse(run.startHeight(), run.bytes().toArray(), "x"))
                .isEqualTo(run);
        assertThat(run.slice(830000, 830001)).isNotEqualTo(run.slice(830001, 830002));
    }

    @Test
    void slice_emptyOrOutside_isACallersBug() {
        HeaderRun run = CHAIN.run(3, 9);
        for (long[] range : new long[][] {{3, 3}, {2, 5}, {5, 10}, {6, 5}}) {
            assertThatThrownBy(() -> run.slice(range[0], range[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not a range of the run: [" + range[0] + ", " + range[1] + ")");
        }
        assertThatThrownBy(() -> run.followedBy(run)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> run.header(9)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> HeaderRun.of(0, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void forEachWhile_stopped_tellsSo() {
        HeaderRun run = CHAIN.run(3, 9);
        List<BlockHeader> seen = new ArrayList<>();
        assertThat(run.forEachWhile(seen::add)).isTrue();
        assertThat(HeaderRun.of(3, seen)).isEqualTo(run);
        assertThat(run.forEachWhile(header -> false)).isFalse();
    }
}
