package org.trialseal.core.merkle;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;

/**
 * Any node of a stored tree. A node of level l and index i is the root of the leaves [i 2^l, (i + 1) 2^l), cut at the
 * end of the tree. Keeps two groups of each level in memory: the last whole one that was used, and the last cut one.
 */
final class StoredNodes {
    private static final String SOURCE = "tree files";

    private final ByteSource leaves;
    private final ByteSource nodes;
    private final TreeHasher hasher;
    private final @Nullable NodePyramid[] whole = new NodePyramid[StoredLevels.MAX_ABOVE + 1];
    private final @Nullable NodePyramid[] cut = new NodePyramid[StoredLevels.MAX_ABOVE + 1];

    StoredNodes(ByteSource leaves, ByteSource nodes, TreeHasher hasher) {
        this.leaves = leaves;
        this.nodes = nodes;
        this.hasher = hasher;
    }

    /** Refuses a slice that does not lie within the files. */
    void checkWithin(TreeSlice slice) throws MalformedException {
        check("leaves", slice.firstLeaf(), slice.leaves(), leaves.size() / Sha256.LENGTH);
        check("nodes", slice.firstNode(), slice.nodes(), nodes.size() / Sha256.LENGTH);
    }

    private static void check(String what, long first, long wanted, long there) throws MalformedException {
        if (wanted > there - first) {
            throw new MalformedException(
                    MalformedException.Kind.ALTERED,
                    SOURCE,
                    "the tree's " + what + " lie beyond the end of their file");
        }
    }

    /** The node {@code index} of {@code level}, complete or cut; it must exist. */
    Sha256 node(TreeSlice slice, int level, long index) throws IOException {
        return index < slice.leaves() >>> level ? complete(slice, level, index) : cut(slice, level);
    }

    /** The last node of {@code level}, which is not complete: the complete ones below it, the smallest first. */
    private Sha256 cut(TreeSlice slice, int level) throws IOException {
        long size = slice.leaves();
        int at = Long.numberOfTrailingZeros(size);
        byte[] hash = complete(slice, at, (size >>> at) - 1).toArray();
        for (at++; at < level; at++) {
            if ((size >>> at & 1) != 0) {
                hasher.joinLeft(complete(slice, at, (size >>> at) - 1), hash, 0);
            }
        }
        return Sha256.read(hash, 0);
    }

    private Sha256 complete(TreeSlice slice, int level, long index) throws IOException {
        int row = level % StoredLevels.STRIDE;
        int stored = level - row;
        long group = index << row >>> StoredLevels.STRIDE;
        NodePyramid pyramid = load(slice, stored, group);
        return pyramid.node(row, (int) (index - (group << (StoredLevels.STRIDE - row))));
    }

    private NodePyramid load(TreeSlice slice, int stored, long group) throws IOException {
        long from = group << StoredLevels.STRIDE;
        int size = (int) Math.min(StoredLevels.FAN, (slice.leaves() >>> stored) - from);
        NodePyramid pyramid = pyramid(size == StoredLevels.FAN ? whole : cut, stored / StoredLevels.STRIDE);
        if (stored == 0) {
            pyramid.load(leaves, slice.firstLeaf() + from, size);
        } else {
            pyramid.load(nodes, slice.firstNode() + StoredLevels.before(slice.leaves(), stored) + from, size);
        }
        return pyramid;
    }

    private NodePyramid pyramid(@Nullable NodePyramid[] slots, int slot) {
        NodePyramid pyramid = slots[slot];
        if (pyramid == null) {
            pyramid = new NodePyramid(hasher);
            slots[slot] = pyramid;
        }
        return pyramid;
    }
}
