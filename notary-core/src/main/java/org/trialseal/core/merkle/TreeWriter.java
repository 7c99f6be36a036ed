package org.trialseal.core.merkle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.digest.Sha256;

/**
 * Writes many trees, one after the other, to one pair of files, so that a {@link TreeReader} can make proofs later. The
 * leaves file holds 32 bytes a leaf. The nodes file holds, for each tree of 128 leaves or more, the roots of its complete
 * aligned subtrees of 2^7 leaves in order, then those of 2^14, 2^21, ... leaves: 0.8% of the leaves. Memory is constant
 * but for 32 bytes per 2^14 leaves of the current tree. Not safe for use by several threads at once; after an exception
 * it must not be used further.
 */
public final class TreeWriter {
    private final ByteSink leaves;
    private final ByteSink nodes;
    private final RootBuilder builder;
    private final NodeBuffer lowest = new NodeBuffer();
    private final List<NodeBuffer> higher = new ArrayList<>();
    private long firstLeaf;
    private long firstNode;

    /** Writes to two empty files. */
    public TreeWriter(ByteSink leaves, ByteSink nodes) {
        this(leaves, nodes, new TreeHasher());
    }

    /** The same, hashing with {@code hasher}, which others of the same thread may share. */
    public TreeWriter(ByteSink leaves, ByteSink nodes, TreeHasher hasher) {
        this.leaves = leaves;
        this.nodes = nodes;
        this.builder = new RootBuilder(hasher, this::keep);
    }

    /**
     * Appends a leaf to the current tree by its hash, the 32 bytes of {@code leafHash} at {@code offset}.
     *
     * @throws IndexOutOfBoundsException when fewer than 32 bytes are there
     */
    public void append(byte[] leafHash, int offset) throws IOException {
        builder.add(leafHash, offset);
        leaves.write(leafHash, offset, Sha256.LENGTH);
        if (lowest.size() > 0) {
            lowest.drainTo(nodes);
        }
    }

    /** Appends a leaf to the current tree by its hash. */
    public void append(Sha256 leafHash) throws IOException {
        append(leafHash.toArray(), 0);
    }

    /** Number of leaves of the current tree so far. */
    public long count() {
        return builder.count();
    }

    /** Ends the current tree, which may be empty, and begins the next. */
    public TreeSlice endTree() throws IOException {
        for (NodeBuffer level : higher) {
            level.drainTo(nodes);
        }
        TreeSlice slice = new TreeSlice(firstLeaf, builder.count(), firstNode, builder.root());
        builder.reset();
        firstLeaf += slice.leaves();
        firstNode += slice.nodes();
        return slice;
    }

    private void keep(int level, byte[] root, int offset) {
        int above = level / StoredLevels.STRIDE - 2;
        if (above < 0) {
            lowest.add(root, offset);
            return;
        }
        if (above == higher.size()) {
            higher.add(new NodeBuffer());
        }
        higher.get(above).add(root, offset);
    }
}
