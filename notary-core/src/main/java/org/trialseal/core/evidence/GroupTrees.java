package org.trialseal.core.evidence;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Arrays;
import org.trialseal.core.digest.Sha256;
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
    private final HashColumn roots = new HashColumn();
    private long[] firstLeaf = new long[16];
    private long[] firstNode = new long[16];
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

    /** Whether the leaves have come group after group so far. */
    boolean inOrder() {
        return inOrder;
    }

    private void endTree() throws IOException {
        if (group + 1 == firstLeaf.length) {
            firstLeaf = Arrays.copyOf(firstLeaf, 2 * firstLeaf.length);
            firstNode = Arrays.copyOf(firstNode, firstLeaf.length);
        }
        TreeSlice tree = writer.endTree();
        roots.set(group++, tree.root().toArray());
        firstLeaf[group] = tree.firstLeaf() + tree.leaves();
        firstNode[group] = tree.firstNode() + tree.nodes();
    }

    /** Ends the last tree. */
    void end() throws IOException {
        if (writer.count() > 0) {
            endTree();
        }
    }

    /** The tree of a group, once all have ended. */
    TreeSlice tree(int itsGroup) {
        if (!inOrder) {
            throw new IllegalStateException("the leaves did not come group after group");
        }
        return new TreeSlice(
                firstLeaf[itsGroup],
                firstLeaf[itsGroup + 1] - firstLeaf[itsGroup],
                firstNode[itsGroup],
                Sha256.wrap(roots.get(itsGroup)));
    }

    @Override
    public void close() throws IOException {
        nodes.close();
    }
}
