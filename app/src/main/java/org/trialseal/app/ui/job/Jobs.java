package org.trialseal.app.ui.job;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Starts work off the interface thread and brings its result back to it:
 * {@code jobs.of(meter -> verify(file)).then(this::show).otherwise(this::explain).start()}.
 */
public final class Jobs implements AutoCloseable {
    private static final int MOST_AT_ONCE = 16;
    private static final long CLOSING_SECONDS = 5;

    private final ExecutorService workers;
    private final Executor screen;

    /**
     * @param workers run the work
     * @param screen runs what it is given on the interface thread, in order
     */
    public Jobs(ExecutorService workers, Executor screen) {
        this.workers = workers;
        this.screen = screen;
    }

    /** Jobs on threads of their own, which end when idle. */
    public static Jobs onThreads(Executor screen) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory threads = runnable -> {
            Thread thread = new Thread(runnable, "trialseal-job-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        return new Jobs(
                new ThreadPoolExecutor(0, MOST_AT_ONCE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), threads),
                screen);
    }

    /** Something to do, not started yet. */
    public <T> Plan<T> of(Work<T> work) {
        return new Plan<>(work);
    }

    /** Ends what still runs. */
    @Override
    public void close() {
        workers.shutdownNow();
        try {
            boolean ended = workers.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                throw new IllegalStateException("work does not end when it is interrupted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Work, and who hears of its end.
     *
     * @param <T> what comes out
     */
    public final class Plan<T> {
        private final Work<T> work;
        private Consumer<T> then = result -> {};
        private Consumer<Exception> otherwise = failure -> {};

        private Plan(Work<T> work) {
            this.work = work;
        }

        /** Who receives the result, on the interface thread. */
        public Plan<T> then(Consumer<T> receiver) {
            then = receiver;
            return this;
        }

        /** Who hears of a failure, on the interface thread. */
        public Plan<T> otherwise(Consumer<Exception> receiver) {
            otherwise = receiver;
            return this;
        }

        /** Begins. */
        public Job start() {
            Job job = new Job(screen);
            Callable<T> callable = () -> work.run(job.meter());
            FutureTask<T> task = new FutureTask<>(callable) {
                @Override
                protected void done() {
                    screen.execute(() -> deliver(job, this));
                }
            };
            job.runs(task);
            workers.execute(task);
            return job;
        }

        private void deliver(Job job, FutureTask<T> task) {
            if (!job.isOpen()) {
                return;
            }
            try {
                T result = task.get();
                job.ended(Job.State.DONE);
                then.accept(result);
            } catch (ExecutionException e) {
                job.ended(Job.State.FAILED);
                otherwise.accept(
                        e.getCause() instanceof Exception cause ? cause : new IllegalStateException(e.getCause()));
            } catch (CancellationException e) {
                job.ended(Job.State.CANCELLED);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
