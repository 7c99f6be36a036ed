package org.trialseal.core.evidence;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
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
        try (ArrivalFiles arrival = new ArrivalFiles(files)) {
            new DatasetPipeline(reader, assigner, arrival, progress).run(columns, keyColumns);
        }
        long[] starts = groupStarts();
        if (!assigner.contiguous()) {
            rearrange(starts);
        }
        Files.delete(ArrivalFiles.order(files));
        return buildTrees(groupTrees());
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

    private void rearrange(long[] starts) throws IOException {
        Rearrangement rearrangement =
                new Rearrangement(ArrivalFiles.order(files), group -> starts[group], assigner.rows());
        rearrangement.apply(files.leaves(), Sha256.LENGTH);
        rearrangement.apply(files.fingerprints(), new FingerprintLayout(columns).length());
    }

    private TreeSlice[] groupTrees() throws IOException {
        TreeSlice[] trees = new TreeSlice[assigner.groups()];
        try (DataInputStream leaves =
                        new DataInputStream(new BufferedInputStream(Files.newInputStream(files.leaves()), BUFFER));
                OutputStream nodes = new BufferedOutputStream(Files.newOutputStream(files.nodes()), BUFFER)) {
            TreeWriter writer = new TreeWriter((source, offset, length) -> {}, nodes::write);
            byte[] leaf = new byte[Sha256.LENGTH];
            for (int group = 0; group < trees.length; group++) {
                for (int i = 0; i < assigner.count(group); i++) {
                    leaves.readFully(leaf);
                    writer.append(leaf, 0);
                }
                trees[group] = writer.endTree();
            }
        }
        return trees;
    }

    private Sha256 buildTrees(TreeSlice[] trees) throws IOException {
        RecordHasher hasher = new RecordHasher(columns);
        ByteBuffer record = ByteBuffer.allocate(GroupTable.LENGTH);
        try (OutputStream table = new BufferedOutputStream(Files.newOutputStream(files.groups()), BUFFER);
                OutputStream leaves = new BufferedOutputStream(Files.newOutputStream(files.groupLeaves()), BUFFER);
                OutputStream nodes = new BufferedOutputStream(Files.newOutputStream(files.groupNodes()), BUFFER)) {
            TreeWriter writer = new TreeWriter(leaves::write, nodes::write);
            long index = 0;
            for (int group : byTag()) {
                hasher.useGroup(assigner.key(group));
                Sha256 body = Groups.body(hasher.bodySalt(), trees[group].leaves(), trees[group].root());
                new GroupTable.Group(index++, assigner.tag(group), body, trees[group]).write(record.clear());
                table.write(record.array());
                writer.append(Groups.leafHash(assigner.tag(group), body));
            }
            return writer.endTree().root();
        }
    }

    private int[] byTag() {
        Integer[] groups = new Integer[assigner.groups()];
        Arrays.setAll(groups, group -> group);
        Arrays.sort(groups, Comparator.comparing(assigner::tag));
        return Arrays.stream(groups).mapToInt(Integer::intValue).toArray();
    }
}
