package org.trialseal.app.ui.seal;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.trialseal.app.ui.job.Meter;
import org.trialseal.app.work.input.Inputs;
import org.trialseal.app.work.study.SealOrder;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;

/** One making of a seal, which can be stopped at any moment: afterwards there is a whole seal or none. */
final class SealRun {
    private static final long ENDING_SECONDS = 60;

    private final SealWork work;
    private final SealOrder order;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final boolean fresh;

    SealRun(SealWork work, SealOrder order) {
        this.work = work;
        this.order = order;
        fresh = !Files.exists(order.out(), LinkOption.NOFOLLOW_LINKS);
    }

    SealOrder order() {
        return order;
    }

    long records() {
        return Inputs.records(order.items());
    }

    /** Makes the seal; off the interface thread. */
    EvidenceFolder run(byte[] utf8, Meter meter) throws Exception {
        meter.total(records());
        try (Passphrase passphrase = Passphrase.of(utf8)) {
            return work.seal(order, passphrase, meter::done);
        } finally {
            ended.countDown();
        }
    }

    /** Waits until it has really ended, and says whether the seal had been finished just before it was stopped. */
    Optional<EvidenceFolder> awaitEnd() throws Exception {
        boolean over = ended.await(ENDING_SECONDS, TimeUnit.SECONDS);
        return over && fresh && EvidenceFolder.isOne(order.out())
                ? Optional.of(work.found(order.out()))
                : Optional.empty();
    }
}
