package org.trialseal.core.remote.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.Op;

class HashTreeTest {
    @Test
    void path_everyLeafOfTreesUpToTwenty_leadsToTheRoot() {
        List<Sha256> leaves = new ArrayList<>();
        for (int size = 1; size <= 20; size++) {
            leaves.add(Sha256.of(new byte[] {(byte) size}));
            HashTree tree = new HashTree(leaves);
            for (int i = 0; i < size; i++) {
                Bytes message = leaves.get(i).bytes();
                for (Op op : tree.path(i)) {
                    message = op.apply(message);
                }
                assertThat(message)
                        .as("leaf %d of %d", i, size)
                        .isEqualTo(tree.root().bytes());
            }
        }
    }

    @Test
    void root_threeLeaves_movesTheOddOneUp() {
        Sha256 a = Sha256.of(new byte[] {1});
        Sha256 b = Sha256.of(new byte[] {2});
        Sha256 c = Sha256.of(new byte[] {3});
        Sha256 left = Sha256.of(a.toArray(), b.toArray());
        assertThat(new HashTree(List.of(a, b, c)).root()).isEqualTo(Sha256.of(left.toArray(), c.toArray()));
    }

    @Test
    void tree_noLeaves_isACallersBug() {
        assertThatThrownBy(() -> new HashTree(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a tree of no leaves");
    }
}
