package org.trialseal.core.merkle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;

/**
 * Checks proofs about a subtree, a range of leaves [start, end) that is a tree of its own: start is a multiple of the
 * smallest power of two that is at least end - start (draft-ietf-plants-merkle-tree-certs, "Subtrees").
 */
public final class SubtreeProof {
    /** More hashes than this no proof of consistency has, whatever the sizes. */
    public static final int MAX_LENGTH = Long.SIZE;

    private SubtreeProof() {}

    /** Checks that {@code leafHash} is leaf {@code index} of the whole tree and so stands under the subtree's root. */
    public static ProofResult verifyInclusion(
            long index, long start, long end, Bytes leafHash, @Nullable List<Bytes> path, Bytes subtreeRoot) {
        if (!Subtree.isValid(start, end)) {
            return ProofResult.BAD_SUBTREE;
        }
        if (index < start) {
            return ProofResult.BAD_INDEX;
        }
        return InclusionProof.verify(index - start, end - start, leafHash, path, subtreeRoot);
    }

    /**
     * Checks that the tree of {@code size} leaves under {@code root} has, at [start, end), exactly the leaves under
     * {@code subtreeRoot}.
     */
    public static ProofResult verifyConsistency(
            TreeHasher hasher,
            long start,
            long end,
            long size,
            Sha256 subtreeRoot,
            Sha256 root,
            @Nullable List<Sha256> proof) {
        ProofResult shape = precheck(start, end, size, proof);
        if (!shape.valid() || proof == null) {
            return shape;
        }
        Subtree subtree = new Subtree(start, end);
        boolean given = !subtree.isNode(size);
        byte[] newer = (given ? proof.get(0) : subtreeRoot).toArray();
        byte[] older = newer.clone();
        subtree.path(size)
                .climb(
                        hasher,
                        given ? proof.subList(1, proof.size()) : proof,
                        newer,
                        older,
                        start >>> subtree.level(size));
        if (!Sha256.read(older, 0).equals(subtreeRoot)) {
            return ProofResult.OLDER_ROOT_DIFFERS;
        }
        return Sha256.read(newer, 0).equals(root) ? ProofResult.VALID : ProofResult.ROOT_DIFFERS;
    }

    /** The same for hashes from outside, whose lengths are checked as well. */
    public static ProofResult verifyConsistency(
            long start, long end, long size, Bytes subtreeRoot, Bytes root, @Nullable List<Bytes> proof) {
        ProofResult shape = precheck(start, end, size, proof);
        if (!shape.valid() || proof == null) {
            return shape;
        }
        if (!HashWidths.areHashes(proof, subtreeRoot, root)) {
            return ProofResult.BAD_HASH_LENGTH;
        }
        return verifyConsistency(
                new TreeHasher(),
                start,
                end,
                size,
                HashWidths.hash(subtreeRoot),
                HashWidths.hash(root),
                HashWidths.hashes(proof));
    }

    /** What can be said before any hashing: {@link ProofResult#VALID} when ranges and number of hashes fit. */
    public static ProofResult precheck(long start, long end, long size, @Nullable List<?> proof) {
        if (proof == null) {
            return ProofResult.MISSING;
        }
        if (size < 0 || end > size) {
            return ProofResult.BAD_SIZE;
        }
        if (!Subtree.isValid(start, end)) {
            return ProofResult.BAD_SUBTREE;
        }
        return proof.size() == length(new Subtree(start, end), size) ? ProofResult.VALID : ProofResult.BAD_LENGTH;
    }

    static int length(Subtree subtree, long size) {
        return (subtree.isNode(size) ? 0 : 1) + subtree.path(size).length();
    }
}
