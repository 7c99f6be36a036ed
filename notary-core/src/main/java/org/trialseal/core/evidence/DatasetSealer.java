package org.trialseal.core.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.TreeSlice;
import org.trialseal.core.merkle.TreeWriter;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.Groups;
import org.trialseal.core.seal.RecordHasher;

/** Seals one dataset: commits to its rows on all cores, groups them, and builds the trees. */
final class DatasetSealer {
    private static final int BUFFER = 1 << 16;
    private static final int KEPT_TREES = 1 << 18;

    private final DatasetFiles files;
    private final StudyStore store;
    private final GroupAssigner assigner;
    private final int columns;

    DatasetSealer(DatasetFiles files, StudyStore store, GroupAssigner assigner, int columns) {
        this.store = store;
        this.files = files;
        this.assigner = assigner;
        this.columns = columns;
    }

    /** Reads the current table to its end; returns the root over the subject entries. */
    Sha256 seal(TableReader reader, int[] keyColumns, SealProgress progress) throws IOException, MalformedException {
        try (TemporaryRecords arrived = trees("trees.tmp");
                TemporaryRecords ordered = trees("ordered-trees.tmp")) {
            GroupTrees trees = commit(reader, keyColumns, progress, arrived);
            if (!assigner.contiguous()) {
                trees = rearrange(new GroupStarts(assigner), ordered);
            }
            Files.delete(ArrivalFiles.order(files));
            return buildTrees(trees);
        }
    }

    private TemporaryRecords trees(String name) {
        return store.temporary(files.folder().resolve(name), GroupTrees.LENGTH, KEPT_TREES);
    }

    /** Returns the groups' trees, which are whole if each group's records stood together. */
    private GroupTrees commit(TableReader reader, int[] keyColumns, SealProgress progress, TemporaryRecords kept)
            throws IOException, MalformedException {
        try (GroupTrees trees = new GroupTrees(files, kept);
                ArrivalFiles arrival = new ArrivalFiles(files, trees)) {
            new DatasetPipeline(reader, assigner, arrival, progress).run(columns, keyColumns);
            trees.end();
            return trees;
        }
    }

    private GroupTrees rearrange(GroupStarts starts, TemporaryRecords kept) throws IOException, MalformedException {
        Rearrangement rearrangement = new Rearrangement(ArrivalFiles.order(files), starts::of, assigner.rows());
        int fingerprint = new FingerprintLayout(columns).length();
        try (GroupTrees trees = new GroupTrees(files, kept)) {
            OrderedLeaves leaves = new OrderedLeaves(assigner, trees);
            ParallelWork.run(List.of(
                    () -> rearrangement.apply(files.leaves(), Sha256.LENGTH, leaves),
                    () -> rearrangement.apply(files.fingerprints(), fingerprint, (records, count) -> {})));
            trees.end();
            return trees;
        }
    }

    /** Hands leaves in the order of groups to their trees. */
    private static final class OrderedLeaves implements Rearrangement.Sink {
        private final GroupAssigner assigner;
        private final GroupTrees trees;
        private int group = -1;
        private int left;

        OrderedLeaves(GroupAssigner assigner, GroupTrees trees) {
            this.assigner = assigner;
            this.trees = trees;
        }

        @Override
        public void records(byte[] leaves, int count) throws IOException {
            for (int i = 0; i < count; i++) {
                if (left == 0) {
                    left = assigner.count(++group);
                }
                left--;
                trees.add(group, leaves, i * Sha256.LENGTH);
            }
        }
    }

    private Sha256 buildTrees(GroupTrees trees) throws IOException {
        RecordHasher hasher = new RecordHasher(columns);
        try (GroupSort sort = new GroupSort(files.folder(), assigner.groups())) {
            for (int group = 0; group < assigner.groups(); group++) {
                hasher.useGroup(assigner.key(group));
                TreeSlice tree = trees.tree(group);
                Sha256 body = Groups.body(hasher.bodySalt(), tree.leaves(), tree.root());
                sort.add(new GroupTable.Group(group, assigner.tag(group), body, tree));
            }
            return buildTree(sort);
        }
    }

    /** Writes the group table and the tree over the subject entries, by ascending tag. */
    private Sha256 buildTree(GroupSort sort) throws IOException {
        try (OutputStream table = new BufferedOutputStream(Files.newOutputStream(files.groups()), BUFFER);
                OutputStream leaves = new BufferedOutputStream(Files.newOutputStream(files.groupLeaves()), BUFFER);
                OutputStream nodes = new BufferedOutputStream(Files.newOutputStream(files.groupNodes()), BUFFER)) {
            TreeWriter writer = new TreeWriter(leaves::write, nodes::write);
            sort.drainTo((records, offset) -> {
                table.write(records, offset, GroupTable.LENGTH);
                Sha256 tag = Sha256.read(records, offset);
                writer.append(Groups.leafHash(tag, Sha256.read(records, offset + Sha256.LENGTH)));
            });
            return writer.endTree().root();
        }
    }
}
