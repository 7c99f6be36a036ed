package org.trialseal.core.evidence;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Arrays;
import org.trialseal.core.merkle.TreeSlice;
import org.trialseal.core.merkle.TreeWriter;

/**
 * Builds the trees of a dataset's groups from leaves that come group after group, in the order of the groups' numbers.
 * Gives up as soon as they do not.
 */
final class GroupTrees implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final OutputStream nodes;
    private final TreeWriter writer;
    private TreeSlice[] trees = new TreeSlice[16];
    private int group;
    private boolean inOrder = true;

    /** Writes the trees' stored nodes. */
    GroupTrees(DatasetFiles files) throws IOException {
        nodes = new BufferedOutputStream(Files.newOutputStream(files.nodes()), BUFFER);
        writer = new TreeWriter((source, offset, length) -> {}, nodes::write);
    }

    /** Adds the next record's leaf hash, 32 bytes. */
    void add(int itsGroup, byte[] leaves, int offset) throws IOException {
        if (inOrder && itsGroup != group) {
            inOrder = itsGroup == group + 1;
            endTree();
        }
        if (inOrder) {
            writer.append(leaves, offset);
        }
    }

    private void endTree() throws IOException {
        if (group == trees.length) {
            trees = Arrays.copyOf(trees, 2 * group);
        }
        trees[group++] = writer.endTree();
    }

    /**
     * Ends the last tree; the trees by the groups' numbers.
     *
     * @throws IllegalStateException when the leaves did not come group after group
     */
    TreeSlice[] end() throws IOException {
        if (!inOrder) {
            throw new IllegalStateException("the leaves did not come group after group");
        }
        if (writer.count() > 0) {
            endTree();
        }
        return Arrays.copyOf(trees, group);
    }

    @Override
    public void close() throws IOException {
        nodes.close();
    }
}
