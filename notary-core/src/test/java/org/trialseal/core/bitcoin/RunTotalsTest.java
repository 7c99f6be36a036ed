package org.trialseal.core.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.testing.Seeded;

final class RunTotalsTest {
    private static HeaderRun random(long startHeight, int count, Random random) {
        List<BlockHeader> headers = new ArrayList<>();
        CompactTarget target = MiniChain.EASY;
        for (int i = 0; i < count; i++) {
            if (random.nextInt(100) == 0) {
                target = CompactTarget.ofBits(0x1d000000 | 1 + random.nextInt(0x7ffffe));
            }
            long time = 1_700_000_000L + random.nextInt(10_000_000);
            headers.add(BlockHeader.of(1, BlockHash.ZERO, Sha256.of(), time, target, i));
        }
        return HeaderRun.of(startHeight, headers);
    }

    @Test
    void totals_runsOfManyLengths_agreeWithPlainSums() {
        Random random = Seeded.random("run totals");
        for (int count : new int[] {1, 2, 1023, 1024, 1025, 2048, 5000}) {
            HeaderRun run = random(777, count, random);
            RunTotals totals = new RunTotals(run);
            long largest = 0;
            BigInteger work = BigInteger.ZERO;
            for (long height = run.endHeight() - 1; height >= run.startHeight(); height--) {
                assertThat(totals.workAbove(height)).isEqualTo(work);
                work = work.add(run.header(height).target().work());
            }
            for (long height = run.startHeight(); height < run.endHeight(); height++) {
                largest = Math.max(largest, run.header(height).time());
                assertThat(totals.largestTimeThrough(height)).isEqualTo(largest);
            }
        }
    }
}
