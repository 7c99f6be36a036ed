package org.trialseal.core.merkle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;

/**
 * Checks that a newer tree begins with exactly the leaves of an older one (RFC 9162, section 2.1.4.2). An empty older
 * tree is refused, 0 to 0 included: its proof would say nothing.
 */
public final class ConsistencyProof {
    /** More hashes than this no proof has, whatever the sizes. */
    public static final int MAX_LENGTH = SubtreeProof.MAX_LENGTH;

    private ConsistencyProof() {}

    /**
     * Number of hashes in the proof from {@code olderSize} to {@code newerSize} leaves, 0 to 64.
     *
     * @throws IllegalArgumentException unless 0 &lt; olderSize &lt;= newerSize
     */
    public static int length(long olderSize, long newerSize) {
        if (olderSize <= 0 || olderSize > newerSize) {
            throw new IllegalArgumentException("no proof from " + olderSize + " to " + newerSize + " leaves");
        }
        return SubtreeProof.length(new Subtree(0, olderSize), newerSize);
    }

    /** What can be said before any hashing: {@link ProofResult#VALID} when sizes and number of hashes fit. */
    public static ProofResult precheck(long olderSize, long newerSize, @Nullable List<?> proof) {
        if (proof == null) {
            return ProofResult.MISSING;
        }
        if (olderSize < 0 || olderSize > newerSize) {
            return ProofResult.BAD_SIZE;
        }
        if (olderSize == 0) {
            return ProofResult.EMPTY_OLDER_TREE;
        }
        return SubtreeProof.precheck(0, olderSize, newerSize, proof);
    }

    /** Checks that the {@code newerSize} leaves under {@code newerRoot} begin with those under {@code olderRoot}. */
    public static ProofResult verify(
            TreeHasher hasher,
            long olderSize,
            long newerSize,
            Sha256 olderRoot,
            Sha256 newerRoot,
            @Nullable List<Sha256> proof) {
        ProofResult shape = precheck(olderSize, newerSize, proof);
        return shape.valid()
                ? SubtreeProof.verifyConsistency(hasher, 0, olderSize, newerSize, olderRoot, newerRoot, proof)
                : shape;
    }

    /** The same with a hasher of its own. */
    public static ProofResult verify(
            long olderSize, long newerSize, Sha256 olderRoot, Sha256 newerRoot, @Nullable List<Sha256> proof) {
        return verify(new TreeHasher(), olderSize, newerSize, olderRoot, newerRoot, proof);
    }

    /** The same for hashes from outside, whose lengths are checked as well. */
    public static ProofResult verify(
            long olderSize, long newerSize, Bytes olderRoot, Bytes newerRoot, @Nullable List<Bytes> proof) {
        ProofResult shape = precheck(olderSize, newerSize, proof);
        return shape.valid()
                ? SubtreeProof.verifyConsistency(0, olderSize, newerSize, olderRoot, newerRoot, proof)
                : shape;
    }
}
