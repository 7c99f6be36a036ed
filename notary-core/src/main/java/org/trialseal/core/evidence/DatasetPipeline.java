package org.trialseal.core.evidence;

import java.io.IOException;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader;

/** Takes the rows of a table through grouping, commitment and writing; grouping and writing in the order of the file. */
final class DatasetPipeline implements PiecePipeline.Stages<CommittedBatch> {
    private final TableReader reader;
    private final GroupAssigner assigner;
    private final ArrivalFiles arrival;
    private final SealProgress progress;

    DatasetPipeline(TableReader reader, GroupAssigner assigner, ArrivalFiles arrival, SealProgress progress) {
        this.reader = reader;
        this.assigner = assigner;
        this.arrival = arrival;
        this.progress = progress;
    }

    void run(int columns, int[] keyColumns) throws IOException, MalformedException {
        new PiecePipeline<>(reader, this).run(() -> new CommittedBatch(columns, keyColumns));
    }

    @Override
    public RowBatch prepare(RowBatch batch, CommittedBatch buffers) {
        buffers.prepare(batch);
        return batch;
    }

    @Override
    public void assign(RowBatch batch, CommittedBatch buffers) throws IOException {
        buffers.startAt(assigner.assign(batch, buffers.groups(), buffers.indices()));
    }

    @Override
    public void work(RowBatch batch, CommittedBatch buffers) throws IOException {
        buffers.commit(batch, assigner);
    }

    @Override
    public void settle(RowBatch batch, CommittedBatch buffers) throws IOException {
        arrival.write(buffers);
        progress.rows(batch.rows());
    }
}
