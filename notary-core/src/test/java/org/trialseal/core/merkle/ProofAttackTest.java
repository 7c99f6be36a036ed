package org.trialseal.core.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;

/** What a forger may try; none of it may pass, and each is refused for the right reason. */
class ProofAttackTest {
    private static final int SIZE = 21;

    private final RfcTree rfc = RfcTree.counting(SIZE);
    private final Sha256 root = rfc.root(SIZE);

    private ProofResult inclusion(long index, long size, List<Sha256> path) {
        return InclusionProof.verify(index, size, rfc.leafHash(Math.floorMod(index, SIZE)), path, root);
    }

    private ProofResult consistency(int older, List<Sha256> proof) {
        return ConsistencyProof.verify(older, SIZE, rfc.root(older), root, proof);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void root_lastLeafRepeated_differs() {
        RfcTree three = new RfcTree(List.of(text("a"), text("b"), text("c")));
        RfcTree four = new RfcTree(List.of(text("a"), text("b"), text("c"), text("c")));
        RootBuilder builder = new RootBuilder();
        for (String leaf : List.of("a", "b", "c")) {
            builder.add(MerkleHash.leaf(text(leaf)));
        }
        Sha256 rootOfThree = builder.root();
        builder.add(MerkleHash.leaf(text("c")));
        assertThat(rootOfThree).isEqualTo(three.root(3)).isNotEqualTo(builder.root());
        assertThat(builder.root()).isEqualTo(four.root(4));
    }

    @Test
    void inclusion_nodeInPlaceOfALeaf_failsUnderTheCommittedSize() {
        Sha256 node = rfc.mth(2, 4);
        List<Sha256> above = rfc.path(2, SIZE).subList(1, rfc.path(2, SIZE).size());
        assertThat(InclusionProof.verify(2, SIZE, node, above, root)).isEqualTo(ProofResult.BAD_LENGTH);
        assertThat(InclusionProof.verify(1, SIZE, node, above, root)).isEqualTo(ProofResult.BAD_LENGTH);
        assertThat(InclusionProof.verify(2, SIZE, node, rfc.path(2, SIZE), root))
                .isEqualTo(ProofResult.ROOT_DIFFERS);
    }

    @Test
    void inclusion_leafOf64Bytes_neverStandsForTheNodeOverThem() {
        Bytes children = rfc.leafHash(2).bytes().concat(rfc.leafHash(3).bytes());
        List<Sha256> above = rfc.path(2, SIZE).subList(1, rfc.path(2, SIZE).size());
        Sha256 forged = MerkleHash.leaf(children);
        assertThat(forged).isNotEqualTo(rfc.mth(2, 4));
        int smaller = 11;
        assertThat(InclusionProof.length(1, smaller)).isEqualTo(above.size());
        assertThat(InclusionProof.verify(1, smaller, forged, above, root)).isEqualTo(ProofResult.ROOT_DIFFERS);
    }

    @Test
    void root_secondPreimageFromNodes_differs() {
        RfcTree forged = new RfcTree(List.of(
                rfc.leafHash(0).bytes().concat(rfc.leafHash(1).bytes()).toArray(),
                rfc.leafHash(2).bytes().concat(rfc.leafHash(3).bytes()).toArray()));
        assertThat(forged.root(2)).isNotEqualTo(rfc.root(4));
        RootBuilder nodesAsLeaves = new RootBuilder();
        nodesAsLeaves.add(MerkleHash.leaf(rfc.mth(0, 2).bytes()));
        nodesAsLeaves.add(MerkleHash.leaf(rfc.mth(2, 4).bytes()));
        assertThat(nodesAsLeaves.root()).isNotEqualTo(rfc.root(4));
    }

    @Test
    void inclusion_truncatedOrExtended_isRefusedBeforeHashing() {
        for (int index = 0; index < SIZE; index++) {
            List<Sha256> path = rfc.path(index, SIZE);
            for (int at = 0; at < path.size(); at++) {
                assertThat(inclusion(index, SIZE, Mutants.without(path, at))).isEqualTo(ProofResult.BAD_LENGTH);
                assertThat(inclusion(index, SIZE, Mutants.with(path, at, root))).isEqualTo(ProofResult.BAD_LENGTH);
            }
            assertThat(inclusion(index, SIZE, Mutants.with(path, path.size(), root)))
                    .isEqualTo(ProofResult.BAD_LENGTH);
            assertThat(inclusion(index, SIZE, List.of())).isEqualTo(ProofResult.BAD_LENGTH);
        }
    }

    @Test
    void inclusion_swappedOrFlippedHashes_leadElsewhere() {
        for (int index = 0; index < SIZE; index++) {
            List<Sha256> path = rfc.path(index, SIZE);
            for (int at = 0; at < path.size(); at++) {
                assertThat(inclusion(index, SIZE, Mutants.flipped(path, at))).isEqualTo(ProofResult.ROOT_DIFFERS);
                for (int other = 0; other < at; other++) {
                    assertThat(inclusion(index, SIZE, Mutants.swapped(path, at, other)))
                            .isEqualTo(ProofResult.ROOT_DIFFERS);
                }
            }
        }
    }

    @Test
    void inclusion_otherIndexOrSize_neverPasses() {
        for (int index = 0; index < SIZE; index++) {
            List<Sha256> path = rfc.path(index, SIZE);
            for (int other = 0; other < SIZE; other++) {
                ProofResult result = InclusionProof.verify(other, SIZE, rfc.leafHash(index), path, root);
                assertThat(result.valid()).as("%d as %d", index, other).isEqualTo(index == other);
            }
        }
        assertThat(inclusion(0, 0, List.of())).isEqualTo(ProofResult.BAD_INDEX);
        assertThat(inclusion(SIZE, SIZE, List.of())).isEqualTo(ProofResult.BAD_INDEX);
        assertThat(inclusion(-1, SIZE, List.of())).isEqualTo(ProofResult.BAD_INDEX);
        assertThat(inclusion(0, -1, List.of())).isEqualTo(ProofResult.BAD_SIZE);
        assertThat(inclusion(Long.MIN_VALUE, Long.MIN_VALUE, List.of())).isEqualTo(ProofResult.BAD_SIZE);
    }

    @Test
    void inclusion_leafAsRootOfOne_passesOnlyUnchanged() {
        Sha256 leaf = rfc.leafHash(0);
        assertThat(InclusionProof.verify(0, 1, leaf, List.of(), leaf)).isEqualTo(ProofResult.VALID);
        assertThat(InclusionProof.verify(0, 1, Mutants.flipped(leaf), List.of(), leaf))
                .isEqualTo(ProofResult.ROOT_DIFFERS);
    }

    @Test
    void missingProof_evenWhereAnEmptyOneWouldDo_neverPasses() {
        Sha256 leaf = rfc.leafHash(0);
        assertThat(InclusionProof.verify(0, 1, leaf, null, leaf)).isEqualTo(ProofResult.MISSING);
        assertThat(ConsistencyProof.verify(SIZE, SIZE, root, root, null)).isEqualTo(ProofResult.MISSING);
        assertThat(ConsistencyProof.verify(SIZE, SIZE, root.bytes(), root.bytes(), null))
                .isEqualTo(ProofResult.MISSING);
    }

    @Test
    void impliedRoot_wrongLength_isTheCallersBug() {
        assertThatThrownBy(() -> InclusionProof.impliedRoot(new TreeHasher(), 5, 1000, root, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the proof has the wrong number of hashes");
    }

    @Test
    void hashLengths_shorterOrLonger_areRefused() {
        Bytes leaf = rfc.leafHash(0).bytes();
        Bytes other = rfc.leafHash(1).bytes();
        Bytes two = rfc.root(2).bytes();
        assertThat(InclusionProof.verify(0, 2, leaf, List.of(other), two)).isEqualTo(ProofResult.VALID);
        for (Bytes wrong : List.of(Bytes.empty(), leaf.slice(0, 31), leaf.concat(Bytes.ofHex("00")))) {
            assertThat(InclusionProof.verify(0, 2, wrong, List.of(other), two)).isEqualTo(ProofResult.BAD_HASH_LENGTH);
            assertThat(InclusionProof.verify(0, 2, leaf, List.of(wrong), two)).isEqualTo(ProofResult.BAD_HASH_LENGTH);
            assertThat(InclusionProof.verify(0, 2, leaf, List.of(other), wrong)).isEqualTo(ProofResult.BAD_HASH_LENGTH);
            assertThat(ConsistencyProof.verify(1, 2, wrong, two, List.of(other)))
                    .isEqualTo(ProofResult.BAD_HASH_LENGTH);
            assertThat(ConsistencyProof.verify(1, 2, leaf, wrong, List.of(other)))
                    .isEqualTo(ProofResult.BAD_HASH_LENGTH);
            assertThat(ConsistencyProof.verify(1, 2, leaf, two, List.of(wrong))).isEqualTo(ProofResult.BAD_HASH_LENGTH);
        }
        assertThat(ConsistencyProof.verify(1, 2, leaf, two, List.of(other))).isEqualTo(ProofResult.VALID);
    }

    @Test
    void consistency_withAnEmptyTree_isRefused() {
        Sha256 empty = MerkleHash.emptyRoot();
        assertThat(ConsistencyProof.verify(0, 0, empty, empty, List.of())).isEqualTo(ProofResult.EMPTY_OLDER_TREE);
        assertThat(ConsistencyProof.verify(0, SIZE, empty, root, List.of())).isEqualTo(ProofResult.EMPTY_OLDER_TREE);
    }

    @Test
    void consistency_impossibleSizes_areRefused() {
        assertThat(ConsistencyProof.verify(-1, SIZE, root, root, List.of())).isEqualTo(ProofResult.BAD_SIZE);
        assertThat(ConsistencyProof.verify(-2, -1, root, root, List.of())).isEqualTo(ProofResult.BAD_SIZE);
        assertThat(ConsistencyProof.verify(SIZE + 1, SIZE, root, root, List.of()))
                .isEqualTo(ProofResult.BAD_SIZE);
    }

    @Test
    void consistency_anyMutant_neverPasses() {
        for (int older = 1; older < SIZE; older++) {
            List<Sha256> proof = rfc.proof(older, SIZE);
            assertThat(consistency(older, Mutants.with(proof, proof.size(), root)))
                    .isEqualTo(ProofResult.BAD_LENGTH);
            for (int at = 0; at < proof.size(); at++) {
                assertThat(consistency(older, Mutants.without(proof, at))).isEqualTo(ProofResult.BAD_LENGTH);
                assertThat(consistency(older, Mutants.flipped(proof, at)).valid())
                        .isFalse();
                for (int other = 0; other < at; other++) {
                    assertThat(consistency(older, Mutants.swapped(proof, at, other))
                                    .valid())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void consistency_otherRoots_namesTheOneThatDiffers() {
        for (int older = 1; older <= SIZE; older++) {
            List<Sha256> proof = rfc.proof(older, SIZE);
            Sha256 olderRoot = rfc.root(older);
            ProofResult wrongNewer = ConsistencyProof.verify(older, SIZE, olderRoot, Mutants.flipped(root), proof);
            assertThat(wrongNewer).isEqualTo(ProofResult.ROOT_DIFFERS);
            assertThat(ConsistencyProof.verify(older, SIZE, Mutants.flipped(olderRoot), root, proof)
                            .valid())
                    .isFalse();
        }
    }

    @Test
    void consistency_leafChangedInTheOlderPart_fails() {
        int older = 13;
        List<byte[]> entries = new ArrayList<>();
        for (int entry = 0; entry < SIZE; entry++) {
            entries.add(entry == 7 ? text("other") : new byte[] {(byte) entry, 0, 0});
        }
        RfcTree rewritten = new RfcTree(entries);
        assertThat(ConsistencyProof.verify(
                        older, SIZE, rfc.root(older), rewritten.root(SIZE), rewritten.proof(older, SIZE)))
                .isEqualTo(ProofResult.OLDER_ROOT_DIFFERS);
    }
}
