package org.trialseal.core.merkle;

/**
 * Which nodes of a tree are kept in the nodes file: of a tree of n leaves the n / 2^7 roots of complete aligned subtrees
 * of 2^7 leaves in order, then the n / 2^14 of 2^14 leaves, and so on; less than 0.8% of the leaves.
 */
final class StoredLevels {
    /** Levels between two stored ones; level 0 is the leaves. */
    static final int STRIDE = 7;

    /** Nodes of one stored level under one node of the next. */
    static final int FAN = 1 << STRIDE;

    /** Number of stored levels above the leaves that a tree of any size can have. */
    static final int MAX_ABOVE = (Long.SIZE - 1) / STRIDE;

    private StoredLevels() {}

    static boolean isStored(int level) {
        return level % STRIDE == 0;
    }

    /** Number of nodes kept for a tree of {@code leaves} leaves. */
    static long nodes(long leaves) {
        long nodes = 0;
        for (long at = leaves >>> STRIDE; at > 0; at >>>= STRIDE) {
            nodes += at;
        }
        return nodes;
    }

    /** Number of kept nodes that precede those of {@code level}, a multiple of 8 above 0. */
    static long before(long leaves, int level) {
        long nodes = 0;
        for (int lower = STRIDE; lower < level; lower += STRIDE) {
            nodes += leaves >>> lower;
        }
        return nodes;
    }
}
