package org.trialseal.core.merkle;

import java.util.BitSet;
import java.util.List;
import org.trialseal.core.digest.Sha256;

/**
 * The shape of the path from one node to the root. Up to where the node's way meets the right edge of the tree
 * ({@link #inner} levels) each level has a sibling; beyond it only the left ones exist, one per set bit of the index.
 * The bit arithmetic is that of RFC 9162, sections 2.1.3.2 and 2.1.4.2.
 *
 * @param index of the node on its level, at least 0
 * @param last index of the last node, complete or not, on that level; at least {@code index}
 */
record AuditPath(long index, long last) {
    int inner() {
        return Long.SIZE - Long.numberOfLeadingZeros(index ^ last);
    }

    /** Number of hashes in the path, at most 63. */
    int length() {
        return inner() + Long.bitCount(index >>> inner());
    }

    /** The level of the next sibling at or above {@code level}, both counted from the node's own. */
    private int sibling(int level, int inner) {
        return level < inner ? level : level + Long.numberOfTrailingZeros(index >>> level);
    }

    /** Which hashes of the path, counted from the node upwards, are left siblings. */
    BitSet leftSiblings() {
        BitSet left = new BitSet();
        int inner = inner();
        int level = 0;
        for (int i = 0; i < length(); i++) {
            level = sibling(level, inner);
            left.set(i, (index >>> level & 1) == 1);
            level++;
        }
        return left;
    }

    /** Replaces the node's hash in {@code node[0, 32)} by the root; {@code path} has exactly {@link #length} hashes. */
    void climb(TreeHasher hasher, List<Sha256> path, byte[] node) {
        climb(hasher, path, node, node, 0);
    }

    /**
     * Climbs for two trees at once: {@code newer} as {@link #climb(TreeHasher, List, byte[])} does, {@code older} only by
     * the left siblings that belong to the nodes from {@code first} (an index on this level) on.
     */
    void climb(TreeHasher hasher, List<Sha256> path, byte[] newer, byte[] older, long first) {
        int inner = inner();
        int level = 0;
        for (Sha256 hash : path) {
            level = sibling(level, inner);
            if ((index >>> level & 1) == 0) {
                hasher.joinRight(newer, 0, hash);
            } else {
                hasher.joinLeft(hash, newer, 0);
                if (older != newer && first >>> level < index >>> level) {
                    hasher.joinLeft(hash, older, 0);
                }
            }
            level++;
        }
    }
}
