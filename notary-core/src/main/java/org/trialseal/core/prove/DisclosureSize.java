package org.trialseal.core.prove;

import java.util.BitSet;
import org.trialseal.core.seal.CommitmentRuns;

/** Estimates how long a disclosure will be, in bytes. Paths may be a hash shorter than is said here. */
final class DisclosureSize {
    private static final int HEADER = 64;
    private static final int HASH = 32;
    private static final int SALT = 16;
    private static final int CELL = 5;
    private static final int NUMBER = Long.BYTES;

    private DisclosureSize() {}

    /** Hashes of a path in a tree of this many leaves, at most. */
    static long path(long leaves) {
        return leaves < 2 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(leaves - 1);
    }

    /** The list of all subject entries, with the tag key. */
    static long list(long groups) {
        return HEADER + HASH + NUMBER + 2L * HASH * groups;
    }

    /** What stands before the records of groups that are named: their tags, identifiers, counts and keys or salts. */
    static long namedGroups(long groups, long identifierLengths) {
        return groups * (2L * HASH + CELL + NUMBER + 1) + identifierLengths;
    }

    /** The same of a group that is shown with its path. */
    static long group(long groups) {
        return HASH + NUMBER + 1 + HASH * path(groups) + NUMBER + 1 + SALT + NUMBER;
    }

    /** The records of whole groups. */
    static long whole(long records, int columns, ShownRows rows) {
        BitSet all = new BitSet();
        all.set(1, columns + 1);
        return records * (NUMBER + (long) CELL * columns) + values(all, rows);
    }

    /** Records that are opened field by field, without their paths. */
    static long partial(long records, CommitmentRuns runs, BitSet shown, ShownRows rows) {
        long units = 0;
        for (int run = 0; run < runs.count(); run++) {
            int fields = runs.to(run) - runs.from(run);
            int open = shown.get(runs.from(run), runs.to(run)).cardinality();
            units += runs.count() > 1 && open == 0
                    ? 1 + HASH
                    : 1 + (long) open * (1 + SALT + CELL) + (long) (fields - open) * (1 + HASH);
        }
        return records * (NUMBER + units) + values(shown, rows);
    }

    private static long values(BitSet shown, ShownRows rows) {
        return shown.stream().mapToLong(column -> rows.length(column - 1)).sum();
    }

    /** The paths of records of a tree, when only some of it is shown. */
    static long paths(long shown, long leaves) {
        return shown == leaves ? 0 : shown * (1 + HASH * path(leaves));
    }
}
