package org.trialseal.core.bitcoin;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** The times of the newest blocks, at most eleven, for the median-time-past rule. */
final class RecentTimes {
    static final int SPAN = 11;

    private final long[] ring = new long[SPAN];
    private int known;
    private int next;

    RecentTimes(List<Long> times) {
        times.forEach(this::add);
    }

    void add(long time) {
        ring[next] = time;
        next = (next + 1) % SPAN;
        known = Math.min(known + 1, SPAN);
    }

    /**
     * The median of the last eleven ancestors of the next block, or of all when it has fewer, as Bitcoin Core takes it
     * (index n / 2 in ascending order). Where the times of some are unknown, the largest value that the median must
     * reach whatever they are; empty when nothing can be said.
     *
     * @param ancestors how many blocks stand below the next one, its height
     */
    OptionalLong median(long ancestors) {
        int counted = (int) Math.min(SPAN, ancestors);
        int index = counted / 2 - (counted - known);
        if (known == 0 || index < 0) {
            return OptionalLong.empty();
        }
        long[] sorted = Arrays.copyOf(ring, known);
        Arrays.sort(sorted);
        return OptionalLong.of(sorted[index]);
    }
}
