package org.trialseal.core.evidence;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader;

/**
 * Takes whole-record pieces through decoding, grouping, commitment and writing on all cores. Pieces are numbered as they
 * are read; grouping and writing happen in that order, decoding and commitment in any.
 */
final class DatasetPipeline {
    private static final int MOST_THREADS = 4;

    private final TableReader reader;
    private final GroupAssigner assigner;
    private final ArrivalFiles arrival;
    private final SealProgress progress;
    private final Turns assigning = new Turns();
    private final Turns writing = new Turns();
    private long nextTicket;

    DatasetPipeline(TableReader reader, GroupAssigner assigner, ArrivalFiles arrival, SealProgress progress) {
        this.reader = reader;
        this.assigner = assigner;
        this.arrival = arrival;
        this.progress = progress;
    }

    private record Ticket(long number, TableReader.Piece piece) {}

    void run(int columns, int[] keyColumns) throws IOException, MalformedException {
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                CommittedBatch buffers = new CommittedBatch(columns, keyColumns);
                workers.add(executor.submit(() -> {
                    work(buffers);
                    return null;
                }));
            }
            join(workers);
        } finally {
            stop();
            executor.shutdownNow();
        }
    }

    private void work(CommittedBatch buffers) throws IOException, MalformedException {
        boolean done = false;
        try {
            Optional<Ticket> ticket = take();
            while (ticket.isPresent() && process(ticket.get(), buffers)) {
                ticket = take();
            }
            done = true;
        } finally {
            if (!done) {
                stop();
            }
        }
    }

    private synchronized Optional<Ticket> take() throws IOException, MalformedException {
        return reader.nextPiece().map(piece -> new Ticket(nextTicket++, piece));
    }

    private boolean process(Ticket ticket, CommittedBatch buffers) throws IOException, MalformedException {
        RowBatch batch = ticket.piece().decode();
        buffers.prepare(batch);
        if (!assigning.await(ticket.number())) {
            return false;
        }
        long position = assigner.assign(batch, buffers.groups(), buffers.indices());
        assigning.advance();
        buffers.commit(batch, assigner, position);
        if (!writing.await(ticket.number())) {
            return false;
        }
        arrival.write(buffers);
        writing.advance();
        progress.rows(batch.rows());
        return true;
    }

    private void stop() {
        assigning.stop();
        writing.stop();
    }

    private static void join(List<Future<?>> workers) throws IOException, MalformedException {
        for (Future<?> worker : workers) {
            try {
                worker.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("stopped");
            } catch (ExecutionException e) {
                throw rethrow(e.getCause());
            }
        }
    }

    private static IOException rethrow(@org.jspecify.annotations.Nullable Throwable cause)
            throws IOException, MalformedException {
        if (cause instanceof MalformedException) {
            throw (MalformedException) cause;
        }
        if (cause instanceof IOException) {
            throw (IOException) cause;
        }
        if (cause instanceof RuntimeException) {
            throw (RuntimeException) cause;
        }
        if (cause instanceof Error) {
            throw (Error) cause;
        }
        return new IOException(cause);
    }
}
