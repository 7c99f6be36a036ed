package org.trialseal.app.ui.testing;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.trialseal.app.ui.job.Jobs;

/** Work that is done when it is started, on the thread of the test: for view models. */
public final class ImmediateJobs {
    private ImmediateJobs() {}

    /** Jobs that end before {@code start} returns. */
    public static Jobs create() {
        return new Jobs(new SameThread(), Runnable::run);
    }

    private static final class SameThread extends AbstractExecutorService {
        private boolean shutdown;

        @Override
        public void execute(Runnable command) {
            command.run();
        }

        @Override
        public void shutdown() {
            shutdown = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            shutdown = true;
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return shutdown;
        }

        @Override
        public boolean isTerminated() {
            return shutdown;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
