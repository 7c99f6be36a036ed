package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader;

/** Takes the rows of an event log through key lookup, commitment and writing, each to its place in the log. */
final class LogPipeline implements PiecePipeline.Stages<LogBatch>, Closeable {
    private final LogExport export;
    private final GroupAssigner assigner;
    private final SealProgress progress;
    private final FileChannel leaves;
    private final FileChannel fingerprints;
    private LogSurplus surplus = LogSurplus.NONE;

    LogPipeline(DatasetFiles files, LogExport export, GroupAssigner assigner, SealProgress progress)
            throws IOException {
        this.export = export;
        this.assigner = assigner;
        this.progress = progress;
        this.leaves = create(files.leaves());
        this.fingerprints = create(files.fingerprints());
    }

    private static FileChannel create(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Reads the current table to its end; returns the first value that no record under its schema can have. */
    LogSurplus run(TableReader reader, int[] keyColumns) throws IOException, MalformedException {
        new PiecePipeline<>(reader, this).run(() -> new LogBatch(export, keyColumns));
        return surplus;
    }

    @Override
    public RowBatch prepare(RowBatch batch, LogBatch buffers) {
        buffers.prepare(batch);
        return batch;
    }

    @Override
    public void assign(RowBatch batch, LogBatch buffers) throws IOException, MalformedException {
        long first = assigner.assign(batch, buffers.groups(), buffers.counts());
        if (export.needsRows() && assigner.rows() > export.rows()) {
            throw new MalformedException("an event log", "has more records than its plan says; plan it again");
        }
        buffers.startAt(first);
    }

    @Override
    public void work(RowBatch batch, LogBatch buffers) throws IOException {
        buffers.commit(batch, assigner);
    }

    @Override
    public void settle(RowBatch batch, LogBatch buffers) throws IOException {
        int rows = buffers.rows();
        if (rows > 0) {
            write(leaves, buffers.firstIndex(), Sha256.LENGTH, rows, buffers.leaves());
            write(fingerprints, buffers.firstIndex(), buffers.fingerprintLength(), rows, buffers.fingerprints());
        }
        surplus = surplus.orEarlier(buffers.surplus());
        progress.rows(rows);
    }

    private static void write(FileChannel channel, long first, int length, int rows, byte[] source) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(source, 0, rows * length);
        while (buffer.hasRemaining()) {
            channel.write(buffer, first * length + buffer.position());
        }
    }

    @Override
    public void close() throws IOException {
        try (leaves) {
            fingerprints.close();
        }
    }
}
