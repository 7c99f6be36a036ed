package org.trialseal.core.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader;

/**
 * Takes the pieces of a table through decoding and three further stages on all cores. Pieces are numbered as they are
 * read; the first and the last stage happen in that order, one piece at a time, the others in any.
 *
 * @param <B> what a thread reuses from piece to piece
 */
public final class PiecePipeline<B> {
    private final TableReader reader;
    private final Stages<B> stages;
    private final Turns assigning = new Turns();
    private final Turns settling = new Turns();
    private long nextTicket;
    private boolean ended;

    /** Set without the lock, which a worker holds while it reads: a slow file must not hold up the end. */
    private volatile boolean stopped;

    /** What happens to the rows of a piece. */
    public interface Stages<B> {
        /** Makes ready what needs no knowledge of the pieces before, in any order; returns the rows to go on with. */
        RowBatch prepare(RowBatch batch, B buffers) throws MalformedException;

        /** In the order of the file. */
        void assign(RowBatch batch, B buffers) throws IOException, MalformedException;

        /** In any order. */
        void work(RowBatch batch, B buffers) throws IOException, MalformedException;

        /** In the order of the file. */
        void settle(RowBatch batch, B buffers) throws IOException, MalformedException;
    }

    /** Reads what is left of the reader's current table. */
    public PiecePipeline(TableReader reader, Stages<B> stages) {
        this.reader = reader;
        this.stages = stages;
    }

    private record Ticket(long number, TableReader.Piece piece) {}

    /** Works until the table ends; throws what a stage threw first. */
    public void run(Supplier<B> buffers) throws IOException, MalformedException {
        List<ParallelWork.Task> workers = new ArrayList<>();
        for (int i = 0; i < ParallelWork.threads(); i++) {
            B own = buffers.get();
            workers.add(() -> work(own));
        }
        ParallelWork.run(workers, this::stop);
    }

    private void work(B buffers) throws IOException, MalformedException {
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

    /** The next piece; none once the table has ended or a worker has failed. */
    private synchronized Optional<Ticket> take() throws IOException, MalformedException {
        if (ended || stopped) {
            return Optional.empty();
        }
        ended = true;
        Optional<Ticket> ticket = reader.nextPiece().map(piece -> new Ticket(nextTicket++, piece));
        ended = ticket.isEmpty();
        return ticket;
    }

    private boolean process(Ticket ticket, B buffers) throws IOException, MalformedException {
        RowBatch batch = stages.prepare(ticket.piece().decode(), buffers);
        if (!assigning.await(ticket.number())) {
            return false;
        }
        stages.assign(batch, buffers);
        assigning.advance();
        stages.work(batch, buffers);
        if (!settling.await(ticket.number())) {
            return false;
        }
        stages.settle(batch, buffers);
        settling.advance();
        return true;
    }

    private void stop() {
        stopped = true;
        assigning.stop();
        settling.stop();
    }
}
