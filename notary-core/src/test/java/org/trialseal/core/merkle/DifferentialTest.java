package org.trialseal.core.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.testing.Seeded;

/** The fast code against the text of the RFC. */
class DifferentialTest {
    private static final int SMALL = 300;

    private final TreeHasher hasher = new TreeHasher();
    private final RfcTree rfc = RfcTree.counting(SMALL);

    @Test
    void rootBuilder_everySmallSize_equalsTheRfc() {
        RootBuilder builder = new RootBuilder();
        for (int size = 0; size <= SMALL; size++) {
            assertThat(builder.count()).isEqualTo(size);
            assertThat(builder.root()).as("size %d", size).isEqualTo(rfc.root(size));
            if (size < SMALL) {
                builder.add(rfc.leafHash(size));
            }
        }
        builder.reset();
        assertThat(builder.root()).isEqualTo(MerkleHash.emptyRoot());
    }

    @Test
    void inclusion_everySmallSizeAndIndex_verifiesTheRfcsPath() {
        for (int size = 1; size <= SMALL; size++) {
            for (int index = 0; index < size; index++) {
                checkInclusion(rfc, index, size);
            }
        }
    }

    @Test
    void leftSiblings_everySmallSizeAndIndex_tellHowToJoinTheRfcsPath() {
        for (int size = 1; size <= SMALL; size++) {
            for (int index = 0; index < size; index++) {
                BitSet left = InclusionProof.leftSiblings(index, size);
                List<Sha256> path = rfc.path(index, size);
                Sha256 node = rfc.leafHash(index);
                for (int i = 0; i < path.size(); i++) {
                    node = left.get(i) ? MerkleHash.node(path.get(i), node) : MerkleHash.node(node, path.get(i));
                }
                assertThat(node).as("index %d of %d", index, size).isEqualTo(rfc.root(size));
                assertThat(left.length()).isLessThanOrEqualTo(path.size());
            }
        }
    }

    @Test
    void consistency_everySmallPair_verifiesTheRfcsProof() {
        for (int size = 1; size <= SMALL; size++) {
            for (int older = 1; older <= size; older++) {
                checkConsistency(rfc, older, size);
            }
        }
    }

    @Test
    void randomLargerSizes_seeded_verifyTheRfcsProofs() {
        Random random = Seeded.random("randomLargerSizes_seeded_verifyTheRfcsProofs");
        RfcTree large = RfcTree.counting(70_000);
        for (int round = 0; round < 40; round++) {
            int size = 1 + random.nextInt(70_000);
            for (int proof = 0; proof < 25; proof++) {
                checkInclusion(large, random.nextInt(size), size);
                checkConsistency(large, 1 + random.nextInt(size), size);
            }
        }
    }

    @Test
    void hugeUniformTrees_seeded_verifyTheRfcsProofs() {
        Random random = Seeded.random("hugeUniformTrees_seeded_verifyTheRfcsProofs");
        UniformTree tree = new UniformTree();
        for (int round = 0; round < 2_000; round++) {
            long size = 1 + (random.nextLong() >>> 1 + random.nextInt(62));
            long index = (long) (random.nextDouble() * size);
            List<Sha256> path = tree.path(index, size);
            assertThat(InclusionProof.length(index, size)).isEqualTo(path.size());
            assertThat(InclusionProof.verify(hasher, index, size, tree.leafHash(), path, tree.root(size)))
                    .as("%d of %d", index, size)
                    .isEqualTo(ProofResult.VALID);
            List<Sha256> proof = tree.proof(index + 1, size);
            assertThat(ConsistencyProof.length(index + 1, size)).isEqualTo(proof.size());
            assertThat(ConsistencyProof.verify(hasher, index + 1, size, tree.root(index + 1), tree.root(size), proof))
                    .as("%d to %d", index + 1, size)
                    .isEqualTo(ProofResult.VALID);
        }
    }

    @Test
    void largestSize_lastAndFirstLeaf_keepWithinTheNamedMaximum() {
        assertThat(InclusionProof.length(0, Long.MAX_VALUE)).isEqualTo(InclusionProof.MAX_LENGTH);
        assertThat(InclusionProof.length(Long.MAX_VALUE - 1, Long.MAX_VALUE)).isEqualTo(62);
        assertThat(ConsistencyProof.length(3, Long.MAX_VALUE)).isEqualTo(ConsistencyProof.MAX_LENGTH);
        assertThat(ConsistencyProof.length(Long.MAX_VALUE, Long.MAX_VALUE)).isZero();
    }

    @Test
    void length_positionOutsideTheTree_isTheCallersBug() {
        assertThatThrownBy(() -> InclusionProof.length(3, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ConsistencyProof.length(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no proof from 0 to 0 leaves");
        assertThatThrownBy(() -> ConsistencyProof.length(4, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private void checkInclusion(RfcTree tree, int index, int size) {
        List<Sha256> path = tree.path(index, size);
        String what = index + " of " + size;
        assertThat(InclusionProof.length(index, size)).as(what).isEqualTo(path.size());
        assertThat(InclusionProof.impliedRoot(hasher, index, size, tree.leafHash(index), path))
                .as(what)
                .isEqualTo(tree.root(size));
        assertThat(InclusionProof.verify(hasher, index, size, tree.leafHash(index), path, tree.root(size)))
                .as(what)
                .isEqualTo(ProofResult.VALID);
    }

    private void checkConsistency(RfcTree tree, int older, int size) {
        List<Sha256> proof = tree.proof(older, size);
        String what = older + " to " + size;
        assertThat(ConsistencyProof.length(older, size)).as(what).isEqualTo(proof.size());
        assertThat(ConsistencyProof.verify(hasher, older, size, tree.root(older), tree.root(size), proof))
                .as(what)
                .isEqualTo(ProofResult.VALID);
    }
}
