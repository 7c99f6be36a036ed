package org.trialseal.core.merkle;

import java.util.Objects;
import org.trialseal.core.digest.Sha256;

/**
 * The root of a tree whose leaves come one after the other, in constant memory: it keeps the roots of the complete
 * subtrees of the leaves so far, the largest first (a compact range). No object is made per leaf. Not safe for use by
 * several threads at once.
 */
public final class RootBuilder {
    /** Receives the root of each complete, aligned subtree of 2^7, 2^14, 2^21, ... leaves as soon as it is known. */
    interface CompletedSubtree {
        /** The 32 bytes at {@code offset} are the root of 2^{@code level} leaves; they change after the call. */
        void completed(int level, byte[] root, int offset);
    }

    private static final int MAX_SUBTREES = Long.SIZE;

    private final TreeHasher hasher;
    private final CompletedSubtree listener;
    private final byte[] subtrees = new byte[(MAX_SUBTREES + 1) * Sha256.LENGTH];
    private final byte[] folded = new byte[Sha256.LENGTH];
    private long count;

    /** A builder without leaves, with a hasher of its own. */
    public RootBuilder() {
        this(new TreeHasher());
    }

    /** A builder without leaves that hashes with {@code hasher}, which others of the same thread may share. */
    public RootBuilder(TreeHasher hasher) {
        this(hasher, (level, root, offset) -> {});
    }

    RootBuilder(TreeHasher hasher, CompletedSubtree listener) {
        this.hasher = hasher;
        this.listener = listener;
    }

    /**
     * Appends a leaf by its hash, the 32 bytes of {@code leafHash} at {@code offset}.
     *
     * @throws IndexOutOfBoundsException when fewer than 32 bytes are there
     */
    public void add(byte[] leafHash, int offset) {
        Objects.checkFromIndexSize(offset, Sha256.LENGTH, leafHash.length);
        int top = Long.bitCount(count) * Sha256.LENGTH;
        System.arraycopy(leafHash, offset, subtrees, top, Sha256.LENGTH);
        merge(top, Long.numberOfTrailingZeros(~count));
        count++;
    }

    /** Appends a leaf by its hash. */
    public void add(Sha256 leafHash) {
        add(leafHash.toArray(), 0);
    }

    private void merge(int newest, int levels) {
        int top = newest;
        for (int level = 1; level <= levels; level++) {
            int left = top - Sha256.LENGTH;
            hasher.node(subtrees, left, subtrees, top, subtrees, left);
            top = left;
            if (StoredLevels.isStored(level)) {
                listener.completed(level, subtrees, top);
            }
        }
    }

    /** Number of leaves so far. */
    public long count() {
        return count;
    }

    /** The root over the leaves so far; more can be added afterwards. */
    public Sha256 root() {
        byte[] root = new byte[Sha256.LENGTH];
        root(root, 0);
        return Sha256.read(root, 0);
    }

    /**
     * Writes the root over the leaves so far to the 32 bytes of {@code target} at {@code offset}.
     *
     * @throws IndexOutOfBoundsException when there is no room for 32 bytes
     */
    public void root(byte[] target, int offset) {
        if (count == 0) {
            MerkleHash.emptyRoot().copyTo(target, offset);
            return;
        }
        int at = (Long.bitCount(count) - 1) * Sha256.LENGTH;
        System.arraycopy(subtrees, at, folded, 0, Sha256.LENGTH);
        for (at -= Sha256.LENGTH; at >= 0; at -= Sha256.LENGTH) {
            hasher.node(subtrees, at, folded, 0, folded, 0);
        }
        System.arraycopy(folded, 0, target, offset, Sha256.LENGTH);
    }

    /** Forgets all leaves, to build another tree. */
    public void reset() {
        count = 0;
    }
}
