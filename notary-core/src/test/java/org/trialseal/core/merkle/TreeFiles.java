package org.trialseal.core.merkle;

import java.io.IOException;

/** Trees of the RFC's oracle, written one after the other to files in memory. */
final class TreeFiles {
    final MemoryFile leaves = new MemoryFile();
    final MemoryFile nodes = new MemoryFile();
    private final TreeWriter writer = new TreeWriter(leaves, nodes);

    TreeSlice write(RfcTree tree, int size) throws IOException {
        for (int leaf = 0; leaf < size; leaf++) {
            writer.append(tree.leafHash(leaf));
        }
        return writer.endTree();
    }

    TreeReader reader() {
        return new TreeReader(leaves, nodes);
    }
}
