package org.trialseal.core.evidence;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;

/** Does several things at once on all cores, at most four. */
public final class ParallelWork {
    private static final int MOST_THREADS = 4;

    private ParallelWork() {}

    /** One thing to do. */
    public interface Task {
        /** Does it. */
        void run() throws IOException, MalformedException;
    }

    /** How many threads work at once. */
    public static int threads() {
        return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Does all of these; throws what the first of them in the list threw, if one did. Whatever happens, none is at work any
     * more when this returns.
     */
    public static void run(List<? extends Task> tasks) throws IOException, MalformedException {
        run(tasks, () -> {});
    }

    /** The same; {@code atEnd} makes those stop that wait for one another. */
    static void run(List<? extends Task> tasks, Runnable atEnd) throws IOException, MalformedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads());
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (Task task : tasks) {
                futures.add(executor.submit(() -> {
                    task.run();
                    return null;
                }));
            }
            for (Future<?> future : futures) {
                join(future);
            }
        } finally {
            atEnd.run();
            executor.shutdownNow();
            awaitEnd(executor);
        }
    }

    private static void awaitEnd(ExecutorService executor) {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = executor.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Future<?> future) throws IOException, MalformedException {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped(e);
        } catch (ExecutionException e) {
            throw rethrow(e.getCause());
        }
    }

    /** What says that somebody asked for an end. */
    static InterruptedIOException stopped(Exception cause) {
        InterruptedIOException stopped = new InterruptedIOException("stopped");
        stopped.initCause(cause);
        return stopped;
    }

    private static IOException rethrow(@Nullable Throwable cause) throws IOException, MalformedException {
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
