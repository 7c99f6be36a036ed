package org.trialseal.core.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
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

    private final DatasetFiles files;
    private final GroupAssigner assigner;
    private final int columns;

    DatasetSealer(DatasetFiles files, GroupAssigner assigner, int columns) {
        this.files = files;
        this.assigner = assigner;
        this.columns = columns;
    }

    /** Reads the current table to its end; returns the root over the subject entries. */
    Sha256 seal(TableReader reader, int[] keyColumns, SealProgress progress) throws IOException, MalformedException {
        GroupTrees trees = commit(reader, keyColumns, progress);
        if (!assigner.contiguous()) {
            trees = rearrange(groupStarts());
        }
        Files.delete(ArrivalFiles.order(files));
        return buildTrees(trees);
    }

    /** Returns the groups' trees, which are whole if each group's records stood together. */
    private GroupTrees commit(TableReader reader, int[] keyColumns, SealProgress progress)
            throws IOException, MalformedException {
        try (GroupTrees trees = new GroupTrees(files);
                ArrivalFiles arrival = new ArrivalFiles(files, trees)) {
            new DatasetPipeline(reader, assigner, arrival, progress).run(columns, keyColumns);
            trees.end();
            return trees;
        }
    }

    private long[] groupStarts() {
        long[] starts = new long[assigner.groups()];
        long start = 0;
        for (int group = 0; group < starts.length; group++) {
            starts[group] = start;
            start += assigner.count(group);
        }
        return starts;
    }

    private GroupTrees rearrange(long[] starts) throws IOException, MalformedException {
        Rearrangement rearrangement =
                new Rearrangement(ArrivalFiles.order(files), group -> starts[group], assigner.rows());
        int fingerprint = new FingerprintLayout(columns).length();
        try (GroupTrees trees = new GroupTrees(files)) {
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
        ByteBuffer record = ByteBuffer.allocate(GroupTable.LENGTH);
        try (OutputStream table = new BufferedOutputStream(Files.newOutputStream(files.groups()), BUFFER);
                OutputStream leaves = new BufferedOutputStream(Files.newOutputStream(files.groupLeaves()), BUFFER);
                OutputStream nodes = new BufferedOutputStream(Files.newOutputStream(files.groupNodes()), BUFFER)) {
            TreeWriter writer = new TreeWriter(leaves::write, nodes::write);
            long index = 0;
            for (int group : assigner.byTag()) {
                hasher.useGroup(assigner.key(group));
                TreeSlice tree = trees.tree(group);
                Sha256 body = Groups.body(hasher.bodySalt(), tree.leaves(), tree.root());
                new GroupTable.Group(index++, assigner.tag(group), body, tree).write(record.clear());
                table.write(record.array());
                writer.append(Groups.leafHash(assigner.tag(group), body));
            }
            return writer.endTree().root();
        }
    }
}
