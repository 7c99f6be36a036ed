package org.trialseal.core.evidence;

/** Where the records of each group begin when group follows group. */
final class GroupStarts {
    private static final int STEP = 16;

    private final GroupAssigner groups;
    private final long[] starts;

    /** @param groups all of them, with their counts */
    GroupStarts(GroupAssigner groups) {
        this.groups = groups;
        this.starts = new long[groups.groups() / STEP + 1];
        long start = 0;
        for (int group = 0; group < groups.groups(); group++) {
            if (group % STEP == 0) {
                starts[group / STEP] = start;
            }
            start += groups.count(group);
        }
    }

    /** The place of the first record of a group. */
    long of(int group) {
        long start = starts[group / STEP];
        for (int before = group / STEP * STEP; before < group; before++) {
            start += groups.count(before);
        }
        return start;
    }
}
