package org.trialseal.core.merkle;

import java.io.IOException;
import org.trialseal.core.digest.Sha256;

/**
 * Up to 128 neighbouring nodes of a stored level, with the complete nodes of the six levels above them, all under one
 * node of the next stored level. It remembers what it read last, so that proofs of neighbours cost one read.
 */
final class NodePyramid {
    private static final int NODES = 2 * StoredLevels.FAN;
    private static final long NOTHING = -1;

    private final TreeHasher hasher;
    private final byte[] nodes = new byte[NODES * Sha256.LENGTH];
    private long position = NOTHING;
    private int count;

    NodePyramid(TreeHasher hasher) {
        this.hasher = hasher;
    }

    /** Holds the {@code size} nodes from entry {@code from} of {@code source} on. */
    void load(ByteSource source, long from, int size) throws IOException {
        if (from == position && size == count) {
            return;
        }
        position = NOTHING;
        source.read(from * Sha256.LENGTH, nodes, 0, size * Sha256.LENGTH);
        build(size);
        position = from;
        count = size;
    }

    private void build(int size) {
        for (int row = 1; row < StoredLevels.STRIDE; row++) {
            for (int node = 0; node < size >> row; node++) {
                int child = at(row - 1, 2 * node);
                hasher.node(nodes, child, nodes, child + Sha256.LENGTH, nodes, at(row, node));
            }
        }
    }

    /** The node {@code index} of {@code row}: row 0 is what was read, row 6 the highest. */
    Sha256 node(int row, int index) {
        return Sha256.read(nodes, at(row, index));
    }

    private static int at(int row, int index) {
        return (NODES - (NODES >> row) + index) * Sha256.LENGTH;
    }
}
