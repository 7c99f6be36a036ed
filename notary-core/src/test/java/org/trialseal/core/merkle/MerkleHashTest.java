package org.trialseal.core.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.testing.Seeded;

class MerkleHashTest {
    private final TreeHasher hasher = new TreeHasher();

    @Test
    void emptyRoot_always_isSha256OfNothing() {
        assertThat(MerkleHash.emptyRoot().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(new RootBuilder().root()).isEqualTo(MerkleHash.emptyRoot());
    }

    @Test
    void leaf_knownInputs_giveThePublishedHashes() {
        assertThat(MerkleHash.leaf(new byte[0]).hex())
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(MerkleHash.leaf(new byte[] {0x00}).hex())
                .isEqualTo("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7");
        assertThat(MerkleHash.leaf(Bytes.ofHex("00"))).isEqualTo(MerkleHash.leaf(new byte[] {0x00}));
    }

    @Test
    void leafAndNode_sameBytes_differ() {
        Sha256 left = MerkleHash.leaf(new byte[] {1});
        Sha256 right = MerkleHash.leaf(new byte[] {2});
        assertThat(MerkleHash.leaf(left.bytes().concat(right.bytes()))).isNotEqualTo(MerkleHash.node(left, right));
        assertThat(MerkleHash.node(left, right)).isNotEqualTo(MerkleHash.node(right, left));
    }

    @Test
    void treeHasher_everyLength_equalsTheEasyForm() {
        Random random = Seeded.random("treeHasher_everyLength_equalsTheEasyForm");
        for (int length : new int[] {0, 1, 31, 32, 55, 63, 64, 65, 4094, 4095, 4096, 4097, 100_000}) {
            byte[] data = new byte[length + 10];
            random.nextBytes(data);
            data[6] = MerkleHash.LEAF_PREFIX;
            byte[] expected =
                    MerkleHash.leaf(Arrays.copyOfRange(data, 7, 7 + length)).toArray();
            byte[] target = new byte[40];
            hasher.leaf(data, 7, length, target, 3);
            assertThat(Arrays.copyOfRange(target, 3, 35)).as("%d bytes", length).isEqualTo(expected);
            hasher.prefixedLeaf(data, 6, length + 1, target, 8);
            assertThat(Arrays.copyOfRange(target, 8, 40)).as("%d bytes", length).isEqualTo(expected);
        }
    }

    @Test
    void treeHasherNode_inPlace_equalsTheEasyForm() {
        Sha256 left = MerkleHash.leaf(new byte[] {1});
        Sha256 right = MerkleHash.leaf(new byte[] {2});
        byte[] pair = left.bytes().concat(right.bytes()).toArray();
        hasher.node(pair, 0, pair, 32, pair, 16);
        assertThat(Sha256.read(pair, 16)).isEqualTo(MerkleHash.node(left, right));
    }

    @Test
    void treeHasher_noRoomForTheHash_throwsAndStaysUsable() {
        byte[] data = {1, 2, 3};
        assertThatThrownBy(() -> hasher.leaf(data, 0, 3, new byte[32], 1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("no room for 32 bytes at 1 of 32");
        assertThatThrownBy(() -> hasher.leaf(data, 0, 3, new byte[32], -1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("no room for 32 bytes at -1 of 32");
        byte[] target = new byte[32];
        hasher.leaf(data, 0, 3, target, 0);
        assertThat(Sha256.wrap(target)).isEqualTo(MerkleHash.leaf(data));
    }

    @Test
    void prefixedLeaf_otherPrefix_isRefused() {
        byte[] node = {MerkleHash.NODE_PREFIX, 1, 2};
        assertThatThrownBy(() -> hasher.prefixedLeaf(node, 0, 3, new byte[32], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the message does not begin with the leaf prefix");
        assertThatThrownBy(() -> hasher.prefixedLeaf(new byte[3], 0, 0, new byte[32], 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
