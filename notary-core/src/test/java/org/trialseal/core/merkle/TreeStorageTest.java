package org.trialseal.core.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.testing.Seeded;

class TreeStorageTest {
    private static final int LARGE = 70_000;

    private final TreeFiles files = new TreeFiles();

    @Test
    void write_manyTrees_layOutLeavesAndNodesAsDescribed() throws Exception {
        RfcTree rfc = RfcTree.counting(LARGE);
        TreeSlice small = files.write(rfc, 255);
        TreeSlice medium = files.write(rfc, 513);
        TreeSlice large = files.write(rfc, LARGE);
        assertThat(small).isEqualTo(new TreeSlice(0, 255, 0, rfc.root(255)));
        assertThat(medium).isEqualTo(new TreeSlice(255, 513, 1, rfc.root(513)));
        assertThat(large).isEqualTo(new TreeSlice(768, LARGE, 5, rfc.root(LARGE)));
        assertThat(files.leaves.size()).isEqualTo(32L * (768 + LARGE));
        assertThat(files.nodes.size()).isEqualTo(32L * (5 + 546 + 4));
        assertThat(node(2)).isEqualTo(rfc.mth(128, 256));
        assertThat(node(5 + 545)).isEqualTo(rfc.mth(545 * 128, 546 * 128));
        assertThat(node(5 + 546)).isEqualTo(rfc.mth(0, 16_384));
    }

    private Sha256 node(int position) {
        return Sha256.read(files.nodes.content(), 32 * position);
    }

    @Test
    void paths_everyTreeOfUpTo300Leaves_equalTheRfcs() throws Exception {
        RfcTree rfc = RfcTree.counting(300);
        List<TreeSlice> slices = new ArrayList<>();
        for (int size = 0; size <= 300; size++) {
            slices.add(files.write(rfc, size));
        }
        TreeReader reader = files.reader();
        for (int size = 0; size <= 300; size++) {
            TreeSlice slice = slices.get(size);
            assertThat(slice.root()).isEqualTo(rfc.root(size));
            assertThat(reader.root(slice)).isEqualTo(rfc.root(size));
            assertThat(reader.rebuiltRoot(slice)).isEqualTo(rfc.root(size));
            for (int index = 0; index < size; index++) {
                checkPaths(reader, rfc, slice, index);
            }
        }
    }

    @Test
    void paths_treeOf70000BetweenSmallOnes_equalTheRfcs() throws Exception {
        Random random = Seeded.random("paths_treeOf70000BetweenSmallOnes_equalTheRfcs");
        RfcTree rfc = RfcTree.counting(LARGE);
        files.write(rfc, 3);
        TreeSlice slice = files.write(rfc, LARGE);
        files.write(rfc, 5);
        TreeReader reader = files.reader();
        assertThat(reader.root(slice)).isEqualTo(rfc.root(LARGE));
        assertThat(reader.rebuiltRoot(slice)).isEqualTo(rfc.root(LARGE));
        for (int edge : new int[] {0, 127, 128, 16_383, 16_384, 65_535, 65_536, 69_887, 69_888, LARGE - 1}) {
            checkPaths(reader, rfc, slice, edge);
        }
        for (int round = 0; round < 2_000; round++) {
            checkPaths(reader, rfc, slice, random.nextInt(LARGE));
        }
    }

    @Test
    void paths_treesOfChosenSizes_equalTheRfcsAtEveryEdge() throws Exception {
        int[] sizes = {
            127, 128, 129, 256, 257, 511, 512, 513, 1_000, 16_383, 16_384, 16_385, 65_535, 65_536, 65_537, 66_000
        };
        RfcTree rfc = RfcTree.counting(66_000);
        for (int size : sizes) {
            TreeSlice slice = files.write(rfc, size);
            TreeReader reader = files.reader();
            assertThat(reader.root(slice)).isEqualTo(rfc.root(size));
            for (int index = 0; index < size; index += 1 + size / 97) {
                checkPaths(reader, rfc, slice, index);
            }
            checkPaths(reader, rfc, slice, size - 1);
        }
    }

    private static void checkPaths(TreeReader reader, RfcTree rfc, TreeSlice slice, int index)
            throws IOException, MalformedException {
        int size = (int) slice.leaves();
        String what = index + " of " + size;
        assertThat(reader.leaf(slice, index)).as(what).isEqualTo(rfc.leafHash(index));
        assertThat(reader.inclusionPath(slice, index)).as(what).isEqualTo(rfc.path(index, size));
        assertThat(reader.consistencyPath(slice, index + 1)).as(what).isEqualTo(rfc.proof(index + 1, size));
    }

    @Test
    void paths_treeOfHundredsOfGigabytes_equalTheRfcs() throws Exception {
        Random random = Seeded.random("paths_treeOfHundredsOfGigabytes_equalTheRfcs");
        UniformTree tree = new UniformTree();
        long size = (1L << 34) + (1L << 24) + 123_457;
        UniformFiles huge = new UniformFiles(tree, 5_000_000_001L, size, 77);
        TreeReader reader = new TreeReader(huge.leaves(), huge.nodes());
        assertThat(reader.root(huge.slice())).isEqualTo(tree.root(size));
        for (int round = 0; round < 30; round++) {
            long index = (long) (random.nextDouble() * size);
            assertThat(reader.inclusionPath(huge.slice(), index)).isEqualTo(tree.path(index, size));
            assertThat(reader.consistencyPath(huge.slice(), index + 1)).isEqualTo(tree.proof(index + 1, size));
        }
    }

    @Test
    void write_largeTree_addsLessThanOnePercent() throws Exception {
        files.write(RfcTree.counting(LARGE), LARGE);
        assertThat(files.nodes.size() * 100).isLessThan(files.leaves.size());
        assertThat(StoredLevels.nodes(10_000_000)).isEqualTo(78_125 + 610 + 4);
    }

    @Test
    void read_outsideTheSlice_isTheCallersBug() throws Exception {
        RfcTree rfc = RfcTree.counting(300);
        TreeSlice slice = files.write(rfc, 300);
        TreeSlice empty = files.write(rfc, 0);
        TreeReader reader = files.reader();
        assertThatThrownBy(() -> reader.inclusionPath(slice, 300)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> reader.inclusionPath(slice, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> reader.leaf(slice, 300)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> reader.inclusionPath(empty, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> reader.consistencyPath(slice, 301))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no proof from 301 to 300 leaves");
        assertThatThrownBy(() -> reader.consistencyPath(slice, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TreeSlice(0, -1, 0, rfc.root(0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void read_filesThatEndWithinALaterTree_isMalformed() throws Exception {
        files.write(RfcTree.counting(600), 600);
        TreeSlice second = files.write(RfcTree.counting(600), 600);
        MemoryFile fewerLeaves = files.leaves.truncated(1_199 * 32);
        assertThatThrownBy(() -> new TreeReader(fewerLeaves, files.nodes).rebuiltRoot(second))
                .isInstanceOf(MalformedException.class)
                .hasMessage("tree files: the tree's leaves lie beyond the end of their file");
    }

    @Test
    void read_filesShorterThanTheSlice_isMalformed() throws Exception {
        TreeSlice slice = files.write(RfcTree.counting(600), 600);
        MemoryFile fewerLeaves = files.leaves.truncated(599 * 32);
        MemoryFile fewerNodes = files.nodes.truncated(2 * 32 - 1);
        assertThatThrownBy(() -> new TreeReader(fewerLeaves, files.nodes).inclusionPath(slice, 0))
                .isInstanceOf(MalformedException.class)
                .hasMessage("tree files: the tree's leaves lie beyond the end of their file");
        assertThatThrownBy(() -> new TreeReader(files.leaves, fewerNodes).consistencyPath(slice, 1))
                .isInstanceOf(MalformedException.class)
                .hasMessage("tree files: the tree's nodes lie beyond the end of their file");
        TreeSlice absurd = new TreeSlice(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, slice.root());
        assertThatThrownBy(() -> files.reader().root(absurd)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> files.reader().leaf(absurd, 0)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> files.reader().rebuiltRoot(absurd)).isInstanceOf(MalformedException.class);
    }

    @Test
    void read_anyDamagedByteThatAPathUses_isMalformed() throws Exception {
        TreeSlice slice = files.write(RfcTree.counting(600), 600);
        files.leaves.content()[100 * 32] ^= 1;
        assertThatThrownBy(() -> files.reader().inclusionPath(slice, 101))
                .isInstanceOf(MalformedException.class)
                .hasMessage("tree files: the stored hashes do not lead to the tree's root");
        assertThat(files.reader().inclusionPath(slice, 300)).hasSize(10);
        assertThat(files.reader().rebuiltRoot(slice)).isNotEqualTo(slice.root());
        files.leaves.content()[100 * 32] ^= 1;
        files.nodes.content()[40] ^= 1;
        assertThatThrownBy(() -> files.reader().inclusionPath(slice, 101)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> files.reader().consistencyPath(slice, 7)).isInstanceOf(MalformedException.class);
        assertThat(files.reader().root(slice)).isNotEqualTo(slice.root());
        assertThat(files.reader().rebuiltRoot(slice)).isEqualTo(slice.root());
    }
}
