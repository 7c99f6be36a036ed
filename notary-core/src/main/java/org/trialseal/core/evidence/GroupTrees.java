package org.trialseal.core.evidence;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.TreeSlice;
import org.trialseal.core.merkle.TreeWriter;

/**
 * Builds the trees of a dataset's groups from leaves that come group after group, in the order of the groups' numbers.
 * Gives up as soon as they do not.
 */
final class GroupTrees implements Closeable {
    /** Bytes of what is kept of a tree. */
    static final int LENGTH = Sha256.LENGTH + 3 * Long.BYTES;

    private static final int BUFFER = 1 << 16;

    private final OutputStream nodes;
    private final TreeWriter writer;
    private final TemporaryRecords trees;
    private int group;
    private boolean inOrder = true;

    /**
     * Writes the trees' stored nodes.
     *
     * @param trees where they are kept, of {@link #LENGTH} bytes each
     */
    GroupTrees(DatasetFiles files, TemporaryRecords trees) throws IOException {
        this.trees = trees;
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
        TreeSlice tree = writer.endTree();
        ByteBuffer kept = ByteBuffer.allocate(LENGTH).put(tree.root().toArray());
        trees.add(kept.putLong(tree.firstLeaf())
                .putLong(tree.leaves())
                .putLong(tree.firstNode())
                .array());
        group++;
    }

    /** Ends the last tree. */
    void end() throws IOException {
        if (writer.count() > 0) {
            endTree();
        }
    }

    /** The tree of a group, once all have ended. */
    TreeSlice tree(int itsGroup) throws IOException {
        if (!inOrder) {
            throw new IllegalStateException("the leaves did not come group after group");
        }
        byte[] kept = trees.get(itsGroup);
        ByteBuffer numbers = ByteBuffer.wrap(kept, Sha256.LENGTH, 3 * Long.BYTES);
        return new TreeSlice(numbers.getLong(), numbers.getLong(), numbers.getLong(), Sha256.read(kept, 0));
    }

    @Override
    public void close() throws IOException {
        nodes.close();
    }
}
