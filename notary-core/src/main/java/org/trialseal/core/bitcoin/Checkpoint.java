package org.trialseal.core.bitcoin;

import java.util.List;

/**
 * A block known to be on the chain, the last of its retarget period.
 *
 * @param height its height
 * @param hash its hash
 * @param nextTarget the target of the period that follows
 * @param times the times of the newest blocks up to and including this one, oldest first, seconds, [0, 2^32); at most
 *     eleven, and empty when they are not known
 */
public record Checkpoint(long height, BlockHash hash, CompactTarget nextTarget, List<Long> times) {
    /** @throws IllegalArgumentException when a component is out of its range */
    public Checkpoint {
        times = List.copyOf(times);
        boolean timesFit = times.size() <= RecentTimes.SPAN && times.stream().allMatch(time -> time >>> 32 == 0);
        if (height < 1 || height > HeaderRun.MAX_HEIGHT || !nextTarget.isUsable() || !timesFit) {
            throw new IllegalArgumentException("not a checkpoint: height, target or times out of range");
        }
    }
}
