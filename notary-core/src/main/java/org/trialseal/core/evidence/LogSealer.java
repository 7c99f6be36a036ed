package org.trialseal.core.evidence;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.SealRefusedException.Code;
import org.trialseal.core.merkle.ChannelSource;
import org.trialseal.core.merkle.TreeReader;
import org.trialseal.core.merkle.TreeSlice;
import org.trialseal.core.merkle.TreeWriter;
import org.trialseal.core.record.TableReader;

/** Seals one event log: commits to its records on all cores, builds the tree, and refuses what did not only append. */
final class LogSealer {
    private static final int BUFFER = 1 << 16;

    private final DatasetFiles files;
    private final LogExport export;
    private final GroupAssigner assigner;
    private final LogPast past;

    LogSealer(DatasetFiles files, LogExport export, GroupAssigner assigner, LogPast past) {
        this.files = files;
        this.export = export;
        this.assigner = assigner;
        this.past = past;
    }

    /** Reads the current table to its end; returns the tree over all records. */
    TreeSlice seal(TableReader reader, int[] keyColumns, SealProgress progress)
            throws IOException, MalformedException, SealRefusedException {
        try (LogPipeline pipeline = new LogPipeline(files, export, assigner, progress)) {
            LogSurplus surplus = pipeline.run(reader, keyColumns);
            past.requireNoSurplus(surplus, export.schemas().last());
        }
        if (export.needsRows() && assigner.rows() != export.rows()) {
            throw new SealRefusedException(Code.LOG_SHORTER, past.name());
        }
        TreeSlice tree = buildTree();
        try (FileChannel leaves = FileChannel.open(files.leaves(), StandardOpenOption.READ);
                FileChannel nodes = FileChannel.open(files.nodes(), StandardOpenOption.READ)) {
            TreeReader trees = new TreeReader(new ChannelSource(leaves), new ChannelSource(nodes));
            past.requireAppended(trees, tree, files.leaves());
        }
        return tree;
    }

    private TreeSlice buildTree() throws IOException {
        try (DataInputStream leaves =
                        new DataInputStream(new BufferedInputStream(Files.newInputStream(files.leaves()), BUFFER));
                OutputStream nodes = new BufferedOutputStream(Files.newOutputStream(files.nodes()), BUFFER)) {
            TreeWriter writer = new TreeWriter((source, offset, length) -> {}, nodes::write);
            byte[] leaf = new byte[Sha256.LENGTH];
            for (long i = 0; i < assigner.rows(); i++) {
                leaves.readFully(leaf);
                writer.append(leaf, 0);
            }
            return writer.endTree();
        }
    }
}
