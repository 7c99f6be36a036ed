package org.trialseal.core.merkle;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;

/**
 * Checks that a leaf stands at an index of a tree (RFC 9162, section 2.1.3.2). The path lists the siblings from the
 * leaf upwards. Sizes and indices must come from something committed, never from the proof itself.
 */
public final class InclusionProof {
    /** More hashes than this no path has, whatever the size of the tree. */
    public static final int MAX_LENGTH = Long.SIZE - 1;

    private InclusionProof() {}

    /**
     * Number of hashes in the path of the leaf at {@code index} of {@code size} leaves, 0 to 63.
     *
     * @throws IndexOutOfBoundsException unless 0 &lt;= index &lt; size
     */
    public static int length(long index, long size) {
        Objects.checkIndex(index, size);
        return new AuditPath(index, size - 1).length();
    }

    /**
     * Which hashes of the path of the leaf at {@code index} of {@code size} leaves stand left of what they are joined
     * with; the others stand right of it.
     *
     * @throws IndexOutOfBoundsException unless 0 &lt;= index &lt; size
     */
    public static BitSet leftSiblings(long index, long size) {
        Objects.checkIndex(index, size);
        return new AuditPath(index, size - 1).leftSiblings();
    }

    /** What can be said before any hashing: {@link ProofResult#VALID} when position and number of hashes fit. */
    public static ProofResult precheck(long index, long size, @Nullable List<?> path) {
        if (path == null) {
            return ProofResult.MISSING;
        }
        if (size < 0) {
            return ProofResult.BAD_SIZE;
        }
        if (index < 0 || index >= size) {
            return ProofResult.BAD_INDEX;
        }
        return path.size() == length(index, size) ? ProofResult.VALID : ProofResult.BAD_LENGTH;
    }

    /**
     * The root that the path leads to, without comparing it with anything.
     *
     * @throws IllegalArgumentException when {@link #precheck} finds a fault
     */
    public static Sha256 impliedRoot(TreeHasher hasher, long index, long size, Sha256 leafHash, List<Sha256> path) {
        ProofResult shape = precheck(index, size, path);
        if (!shape.valid()) {
            throw new IllegalArgumentException(shape.words());
        }
        byte[] root = leafHash.toArray();
        new AuditPath(index, size - 1).climb(hasher, path, root);
        return Sha256.read(root, 0);
    }

    /** Checks that {@code leafHash} is leaf {@code index} of the {@code size} leaves under {@code root}. */
    public static ProofResult verify(
            TreeHasher hasher, long index, long size, Sha256 leafHash, @Nullable List<Sha256> path, Sha256 root) {
        ProofResult shape = precheck(index, size, path);
        if (!shape.valid() || path == null) {
            return shape;
        }
        return impliedRoot(hasher, index, size, leafHash, path).equals(root)
                ? ProofResult.VALID
                : ProofResult.ROOT_DIFFERS;
    }

    /** The same with a hasher of its own. */
    public static ProofResult verify(long index, long size, Sha256 leafHash, @Nullable List<Sha256> path, Sha256 root) {
        return verify(new TreeHasher(), index, size, leafHash, path, root);
    }

    /** The same for hashes from outside, whose lengths are checked as well. */
    public static ProofResult verify(long index, long size, Bytes leafHash, @Nullable List<Bytes> path, Bytes root) {
        ProofResult shape = precheck(index, size, path);
        if (!shape.valid() || path == null) {
            return shape;
        }
        if (!HashWidths.areHashes(path, leafHash, root)) {
            return ProofResult.BAD_HASH_LENGTH;
        }
        return verify(index, size, HashWidths.hash(leafHash), HashWidths.hashes(path), HashWidths.hash(root));
    }
}
