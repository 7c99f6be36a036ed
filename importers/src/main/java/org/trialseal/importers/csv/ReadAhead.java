package org.trialseal.importers.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.trialseal.core.digest.MalformedException;

/** Scans the next piece of a file in a thread of its own, while the one before is looked at. */
final class ReadAhead implements Closeable {
    private final CsvTableReader reader;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private Future<Optional<ScannedRecords>> ahead;

    /** The reader belongs to this until it has been closed. */
    ReadAhead(CsvTableReader reader) {
        this.reader = reader;
        this.ahead = thread.submit(reader::nextRecords);
    }

    /** The records of the next piece, not decoded; empty at the end. */
    Optional<ScannedRecords> next() throws IOException, MalformedException {
        Optional<ScannedRecords> records = join();
        if (records.isPresent()) {
            ahead = thread.submit(reader::nextRecords);
        }
        return records;
    }

    private Optional<ScannedRecords> join() throws IOException, MalformedException {
        try {
            return ahead.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        } catch (ExecutionException e) {
            return rethrow(e);
        }
    }

    private static Optional<ScannedRecords> rethrow(ExecutionException e) throws IOException, MalformedException {
        Throwable cause = e.getCause();
        if (cause instanceof MalformedException malformed) {
            throw malformed;
        }
        if (cause instanceof IOException io) {
            throw io;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(cause);
    }

    /** Waits for the thread, so that nobody reads the file any more. */
    @Override
    public void close() {
        thread.shutdown();
        boolean interrupted = false;
        while (!ahead.isDone()) {
            try {
                ahead.get();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                // whoever asked for the piece was told
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
