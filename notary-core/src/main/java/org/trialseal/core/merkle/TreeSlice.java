package org.trialseal.core.merkle;

import org.trialseal.core.digest.Sha256;

/**
 * Where one tree lies in the pair of files that a {@link TreeWriter} wrote, and its root. Positions count entries of 32
 * bytes from the start of the file.
 *
 * @param firstLeaf position of the first leaf in the leaves file
 * @param leaves number of leaves, 0 for an empty tree
 * @param firstNode position of the tree's first node in the nodes file, also when it has none there
 * @param root the tree's root
 */
public record TreeSlice(long firstLeaf, long leaves, long firstNode, Sha256 root) {
    /** Checks that no number is negative. */
    public TreeSlice {
        if (firstLeaf < 0 || leaves < 0 || firstNode < 0) {
            throw new IllegalArgumentException("a tree cannot lie at " + firstLeaf + ", " + leaves + ", " + firstNode);
        }
    }

    /** Number of the tree's nodes in the nodes file. */
    public long nodes() {
        return StoredLevels.nodes(leaves);
    }
}
