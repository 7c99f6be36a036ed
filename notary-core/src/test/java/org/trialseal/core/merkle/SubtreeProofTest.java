package org.trialseal.core.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;

class SubtreeProofTest {
    private static final int SIZE = 70;

    private final TreeHasher hasher = new TreeHasher();
    private final RfcTree rfc = RfcTree.counting(SIZE);

    @Test
    void isValid_everySmallRange_equalsTheDraftsWords() {
        for (int start = 0; start <= SIZE; start++) {
            for (int end = 0; end <= SIZE; end++) {
                int ceiling = 1;
                while (ceiling < end - start) {
                    ceiling *= 2;
                }
                assertThat(Subtree.isValid(start, end))
                        .as("[%d, %d)", start, end)
                        .isEqualTo(start < end && start % ceiling == 0);
            }
        }
    }

    @Test
    void precheck_noProofAtAll_isMissing() {
        assertThat(SubtreeProof.precheck(0, 1, 1, null)).isEqualTo(ProofResult.MISSING);
        assertThat(SubtreeProof.precheck(0, 1, 0, List.of())).isEqualTo(ProofResult.BAD_SIZE);
        assertThat(SubtreeProof.precheck(0, 1, -1, List.of())).isEqualTo(ProofResult.BAD_SIZE);
    }

    @Test
    void consistency_everySmallRange_verifiesTheDraftsProofOrRefusesTheRange() {
        for (int size = 1; size <= SIZE; size++) {
            for (int start = 0; start < size; start++) {
                for (int end = start + 1; end <= size; end++) {
                    check(start, end, size);
                }
            }
        }
    }

    private void check(int start, int end, int size) {
        if (!Subtree.isValid(start, end)) {
            assertThat(verify(start, end, size, List.of())).isEqualTo(ProofResult.BAD_SUBTREE);
            return;
        }
        List<Sha256> proof = rfc.subtreeProof(start, end, size);
        String what = "[" + start + ", " + end + ") of " + size;
        assertThat(verify(start, end, size, proof)).as(what).isEqualTo(ProofResult.VALID);
        for (int hash = 0; hash < proof.size(); hash++) {
            assertThat(verify(start, end, size, Mutants.flipped(proof, hash)).valid())
                    .as(what)
                    .isFalse();
        }
        ProofResult wrongRoot = SubtreeProof.verifyConsistency(
                hasher, start, end, size, Mutants.flipped(rfc.mth(start, end)), rfc.root(size), proof);
        assertThat(wrongRoot.valid()).as(what).isFalse();
    }

    private ProofResult verify(int start, int end, int size, List<Sha256> proof) {
        return SubtreeProof.verifyConsistency(hasher, start, end, size, rfc.mth(start, end), rfc.root(size), proof);
    }

    @Test
    void inclusion_leafOutsideTheRange_isRefused() {
        Bytes leaf = rfc.leafHash(4).bytes();
        assertThat(SubtreeProof.verifyInclusion(4, 4, 5, leaf, List.of(), leaf)).isEqualTo(ProofResult.VALID);
        assertThat(SubtreeProof.verifyInclusion(3, 4, 5, leaf, List.of(), leaf)).isEqualTo(ProofResult.BAD_INDEX);
        assertThat(SubtreeProof.verifyInclusion(5, 4, 5, leaf, List.of(), leaf)).isEqualTo(ProofResult.BAD_INDEX);
        assertThat(SubtreeProof.verifyInclusion(3, 3, 5, leaf, List.of(), leaf)).isEqualTo(ProofResult.BAD_SUBTREE);
        assertThat(SubtreeProof.verifyInclusion(4, 4, 5, leaf, null, leaf)).isEqualTo(ProofResult.MISSING);
    }
}
