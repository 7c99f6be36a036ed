package org.trialseal.app.ui.prove;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.ui.job.Meter;
import org.trialseal.app.work.prove.OpenedSeal;
import org.trialseal.app.work.prove.ProofOrder;
import org.trialseal.core.prove.Prover;

/** One writing of a package, which can be stopped at any moment: afterwards there is a whole package or none. */
final class ProofRun {
    private static final long ENDING_SECONDS = 60;

    private final OpenedSeal seal;
    private final ProofOrder order;
    private final Path out;
    private final long records;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Prover.@Nullable Result> made = new AtomicReference<>();

    /** @param records that are read for it */
    ProofRun(OpenedSeal seal, ProofOrder order, Path out, long records) {
        this.seal = seal;
        this.order = order;
        this.out = out;
        this.records = records;
    }

    Path out() {
        return out;
    }

    /** Writes it; off the interface thread. */
    Prover.Result run(Meter meter) throws Exception {
        try {
            meter.total(records);
            Prover.Result result = seal.write(order, out, meter::done);
            made.set(result);
            return result;
        } finally {
            ended.countDown();
        }
    }

    /** Waits until it has really ended, and gives what had been finished just before it was stopped. */
    Optional<Prover.Result> awaitEnd() throws InterruptedException {
        boolean over = ended.await(ENDING_SECONDS, TimeUnit.SECONDS);
        return over ? Optional.ofNullable(made.get()) : Optional.empty();
    }
}
