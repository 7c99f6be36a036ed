package org.trialseal.app.work;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.trialseal.core.anchor.AttestationReport;
import org.trialseal.core.anchor.Failed;
import org.trialseal.core.anchor.RetryPolicy;
import org.trialseal.core.anchor.UpgradeResult;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;

/** Asks for what is pending, at once and then less and less often, on one thread that ends when it is closed. */
public final class AnchorWatch implements AutoCloseable {
    private static final long CLOSING_SECONDS = 5;

    private final SealRegister register;
    private final Upgrades upgrades;
    private final RandomGenerator random;
    private final Consumer<Round> listener;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "trialseal-anchors");
        made.setDaemon(true);
        return made;
    });
    private int attempts;

    /** Asks the calendars of one folder: {@link Anchoring#upgrade}. */
    @FunctionalInterface
    public interface Upgrades {
        UpgradeResult upgrade(EvidenceFolder folder) throws IOException, MalformedException, InterruptedException;
    }

    /**
     * What came of asking once for all that is pending.
     *
     * @param asked how many folders were asked for
     * @param news how many of them name a block now
     * @param faults what failed
     */
    public record Round(int asked, int news, List<Fault> faults) {
        public Round {
            faults = List.copyOf(faults);
        }
    }

    /**
     * A calendar gave no answer that counts.
     *
     * @param folder whose proof it was asked for
     * @param calendar its address; empty when nobody could be asked
     * @param reason for people, in English
     */
    public record Fault(Path folder, String calendar, String reason) {}

    /**
     * @param random spreads the attempts
     * @param listener hears of every round, on the thread of the watch
     */
    public AnchorWatch(SealRegister register, Upgrades upgrades, RandomGenerator random, Consumer<Round> listener) {
        this.register = register;
        this.upgrades = upgrades;
        this.random = random;
        this.listener = listener;
    }

    /** Begins. */
    public void start() {
        thread.execute(this::round);
    }

    private void round() {
        try {
            listener.accept(ask());
        } catch (IOException e) {
            listener.accept(new Round(0, 0, List.of(new Fault(Path.of(""), "", String.valueOf(e.getMessage())))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        attempts++;
        Duration delay = RetryPolicy.standard().delay(attempts, random.nextDouble());
        if (!thread.isShutdown()) {
            thread.schedule(this::round, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Round ask() throws IOException, InterruptedException {
        int asked = 0;
        int news = 0;
        List<Fault> faults = new ArrayList<>();
        for (Path path : register.paths()) {
            try {
                EvidenceFolder folder = EvidenceFolder.open(path);
                if (AnchorState.of(folder) == AnchorState.PENDING) {
                    asked++;
                    UpgradeResult result = upgrades.upgrade(folder);
                    news += result.namesBlock() ? 1 : 0;
                    result.attestations().forEach(report -> fault(path, report, faults));
                }
            } catch (IOException | MalformedException e) {
                // A folder that is gone or damaged is told of where the studies are read.
                if (EvidenceFolder.isOne(path)) {
                    faults.add(new Fault(path, "", String.valueOf(e.getMessage())));
                }
            }
        }
        return new Round(asked, news, faults);
    }

    private static void fault(Path path, AttestationReport report, List<Fault> faults) {
        if (report.outcome() instanceof Failed failed) {
            faults.add(new Fault(path, report.uri(), failed.reason()));
        }
    }

    /** Ends it. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            boolean ended = thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                throw new IllegalStateException("asking calendars does not end when it is interrupted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
