package org.trialseal.core.merkle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;

/**
 * Makes proofs from the pair of files that a {@link TreeWriter} wrote. Every path is checked against the slice's root
 * before it is handed out, so that a damaged file gives an exception and never a false proof. Reads at most about 4 KiB
 * and does at most about 127 hashes for each 2^7-fold of the tree's size; neighbours in order are much cheaper. Uses less
 * than 300 KiB. The files must not change while it is in use. Not safe for use by several threads at once.
 */
public final class TreeReader {
    private static final String SOURCE = "tree files";
    private static final int BLOCK = 1 << 11;

    private final ByteSource leaves;
    private final TreeHasher hasher = new TreeHasher();
    private final StoredNodes nodes;

    /** Reads trees from a leaves file and a nodes file. */
    public TreeReader(ByteSource leaves, ByteSource nodes) {
        this.leaves = leaves;
        this.nodes = new StoredNodes(leaves, nodes, hasher);
    }

    /**
     * The hash of leaf {@code index}, as stored.
     *
     * @throws IndexOutOfBoundsException unless 0 &lt;= index &lt; the slice's leaves
     * @throws MalformedException when the slice lies beyond the files
     */
    public Sha256 leaf(TreeSlice slice, long index) throws IOException, MalformedException {
        Objects.checkIndex(index, slice.leaves());
        nodes.checkWithin(slice);
        byte[] leaf = new byte[Sha256.LENGTH];
        leaves.read((slice.firstLeaf() + index) * Sha256.LENGTH, leaf, 0, Sha256.LENGTH);
        return Sha256.read(leaf, 0);
    }

    /**
     * The siblings of leaf {@code index} from the leaf upwards (PATH of RFC 6962, section 2.1.1).
     *
     * @throws IndexOutOfBoundsException unless 0 &lt;= index &lt; the slice's leaves
     * @throws MalformedException when the slice lies beyond the files, or they do not lead to its root
     */
    public List<Sha256> inclusionPath(TreeSlice slice, long index) throws IOException, MalformedException {
        Objects.checkIndex(index, slice.leaves());
        nodes.checkWithin(slice);
        List<Sha256> path = siblings(slice, 0, index);
        byte[] root = nodes.node(slice, 0, index).toArray();
        new AuditPath(index, slice.leaves() - 1).climb(hasher, path, root);
        checkRoot(slice, root);
        return List.copyOf(path);
    }

    /**
     * The proof that the tree begins with its first {@code oldSize} leaves (PROOF of RFC 6962, section 2.1.2).
     *
     * @throws IllegalArgumentException unless 0 &lt; oldSize &lt;= the slice's leaves
     * @throws MalformedException when the slice lies beyond the files, or they do not lead to its root
     */
    public List<Sha256> consistencyPath(TreeSlice slice, long oldSize) throws IOException, MalformedException {
        ConsistencyProof.length(oldSize, slice.leaves());
        nodes.checkWithin(slice);
        Subtree older = new Subtree(0, oldSize);
        int level = older.level(slice.leaves());
        AuditPath way = older.path(slice.leaves());
        List<Sha256> path = siblings(slice, level, way.index());
        Sha256 start = nodes.node(slice, level, way.index());
        byte[] root = start.toArray();
        way.climb(hasher, path, root);
        checkRoot(slice, root);
        if (!older.isNode(slice.leaves())) {
            path.add(0, start);
        }
        return List.copyOf(path);
    }

    /**
     * The root as it follows from the highest nodes stored; of an empty tree the empty root. Compare it with the slice's.
     *
     * @throws MalformedException when the slice lies beyond the files
     */
    public Sha256 root(TreeSlice slice) throws IOException, MalformedException {
        nodes.checkWithin(slice);
        if (slice.leaves() == 0) {
            return MerkleHash.emptyRoot();
        }
        return nodes.node(slice, Long.SIZE - Long.numberOfLeadingZeros(slice.leaves() - 1), 0);
    }

    /**
     * The root as it follows from all leaves, none of the stored nodes being used: about 0.1 s a million leaves.
     *
     * @throws MalformedException when the slice lies beyond the files
     */
    public Sha256 rebuiltRoot(TreeSlice slice) throws IOException, MalformedException {
        nodes.checkWithin(slice);
        RootBuilder builder = new RootBuilder(hasher);
        byte[] block = new byte[(int) Math.min(BLOCK, slice.leaves()) * Sha256.LENGTH];
        while (builder.count() < slice.leaves()) {
            int run = (int) Math.min(BLOCK, slice.leaves() - builder.count());
            leaves.read((slice.firstLeaf() + builder.count()) * Sha256.LENGTH, block, 0, run * Sha256.LENGTH);
            for (int leaf = 0; leaf < run; leaf++) {
                builder.add(block, leaf * Sha256.LENGTH);
            }
        }
        return builder.root();
    }

    private List<Sha256> siblings(TreeSlice slice, int level, long index) throws IOException {
        List<Sha256> path = new ArrayList<>();
        long last = (slice.leaves() - 1) >>> level;
        for (int above = 0; last >>> above > 0; above++) {
            long sibling = index >>> above ^ 1;
            if (sibling <= last >>> above) {
                path.add(nodes.node(slice, level + above, sibling));
            }
        }
        return path;
    }

    private static void checkRoot(TreeSlice slice, byte[] root) throws MalformedException {
        if (!Sha256.read(root, 0).equals(slice.root())) {
            throw new MalformedException(
                    MalformedException.Kind.ALTERED, SOURCE, "the stored hashes do not lead to the tree's root");
        }
    }
}
