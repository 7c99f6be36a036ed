package org.trialseal.core.merkle;

/**
 * A range of leaves [start, end) whose hash is that of a tree of its own and appears in every tree that is long enough:
 * start is a multiple of the smallest power of two that is at least the number of leaves (draft-ietf-plants-merkle-
 * tree-certs, "Subtrees"). With start 0 it is a prefix, as in consistency proofs of RFC 9162.
 *
 * @param start first leaf
 * @param end one past the last leaf
 */
record Subtree(long start, long end) {
    static boolean isValid(long start, long end) {
        return start >= 0 && start < end && fits(start, end - start);
    }

    private static boolean fits(long start, long leaves) {
        int level = Long.SIZE - Long.numberOfLeadingZeros(leaves - 1);
        return start == start >>> level << level;
    }

    /** The level of the largest node of a tree of {@code size} leaves that ends where this ends and lies within it. */
    int level(long size) {
        int whole = Long.SIZE - Long.numberOfLeadingZeros(start ^ (end - 1));
        return end == size ? whole : Math.min(whole, Long.numberOfTrailingZeros(end));
    }

    /** Whether that node is the subtree itself, so that its hash need not be part of a proof. */
    boolean isNode(long size) {
        return start >>> level(size) == (end - 1) >>> level(size);
    }

    /** The way from that node to the root of a tree of {@code size} leaves. */
    AuditPath path(long size) {
        return new AuditPath((end - 1) >>> level(size), (size - 1) >>> level(size));
    }
}
