package org.trialseal.core.bitcoin;

import java.math.BigInteger;

/** Sums over a run, kept for every stretch of it, so that any one block is answered by reading two stretches. */
final class RunTotals {
    private static final int STRETCH = 1024;

    private final HeaderRun run;
    private final long[] largestTimeBefore;
    private final BigInteger[] workFrom;

    RunTotals(HeaderRun run) {
        this.run = run;
        int stretches = (run.count() + STRETCH - 1) / STRETCH;
        this.largestTimeBefore = new long[stretches + 1];
        this.workFrom = new BigInteger[stretches + 1];
        for (int i = 0; i < stretches; i++) {
            largestTimeBefore[i + 1] = Math.max(largestTimeBefore[i], largestTime(start(i), start(i + 1)));
        }
        workFrom[stretches] = BigInteger.ZERO;
        for (int i = stretches - 1; i >= 0; i--) {
            workFrom[i] = workFrom[i + 1].add(work(start(i), start(i + 1)));
        }
    }

    private long start(int stretch) {
        return Math.min(run.endHeight(), run.startHeight() + (long) stretch * STRETCH);
    }

    private int stretch(long height) {
        return (int) ((height - run.startHeight()) / STRETCH);
    }

    /** The largest time of the headers up to and including {@code height}, seconds. */
    long largestTimeThrough(long height) {
        int stretch = stretch(height);
        return Math.max(largestTimeBefore[stretch], largestTime(start(stretch), height + 1));
    }

    /** The expected hashes of the headers above {@code height}. */
    BigInteger workAbove(long height) {
        int next = stretch(height) + 1;
        return workFrom[next].add(work(height + 1, start(next)));
    }

    private long largestTime(long from, long to) {
        long largest = 0;
        for (long height = from; height < to; height++) {
            largest = Math.max(largest, run.time(height));
        }
        return largest;
    }

    private BigInteger work(long from, long to) {
        BigInteger sum = BigInteger.ZERO;
        long height = from;
        while (height < to) {
            int bits = run.bits(height);
            long first = height;
            while (height < to && run.bits(height) == bits) {
                height++;
            }
            BigInteger each = CompactTarget.ofBits(bits).work();
            sum = sum.add(each.multiply(BigInteger.valueOf(height - first)));
        }
        return sum;
    }
}
