package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader;

final class PiecePipelineTest {
    /** A file that does not come, until the thread that wants it is interrupted. */
    private static final class SlowReader implements TableReader {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public Optional<Table> nextTable() {
            return Optional.empty();
        }

        @Override
        public Optional<Piece> nextPiece() throws IOException {
            asked.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException("stopped while reading");
            }
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    private static final class NoStages implements PiecePipeline.Stages<Object> {
        @Override
        public RowBatch prepare(RowBatch batch, Object buffers) {
            return batch;
        }

        @Override
        public void assign(RowBatch batch, Object buffers) {}

        @Override
        public void work(RowBatch batch, Object buffers) {}

        @Override
        public void settle(RowBatch batch, Object buffers) {}
    }

    @Test
    void run_interruptedWhileAFileIsRead_endsAllTheSame() throws Exception {
        SlowReader reader = new SlowReader();
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            new PiecePipeline<>(reader, new NoStages()).run(Object::new);
            return true;
        });
        Thread thread = new Thread(task, "pipeline");
        thread.setDaemon(true);
        thread.start();
        reader.asked.await();
        thread.interrupt();
        Exception ended = null;
        try {
            task.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            ended = e;
        }
        assertThat(ended).hasRootCauseInstanceOf(InterruptedException.class);
    }
}
