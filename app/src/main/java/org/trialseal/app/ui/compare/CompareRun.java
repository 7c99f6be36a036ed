package org.trialseal.app.ui.compare;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialseal.app.ui.job.Meter;
import org.trialseal.app.work.compare.Compared;
import org.trialseal.app.work.compare.ComparisonLines;
import org.trialseal.app.work.compare.ComparisonOrder;
import org.trialseal.app.work.compare.Differences;
import org.trialseal.app.work.compare.SealComparing;
import org.trialseal.core.compare.DifferenceJournal;
import org.trialseal.core.evidence.Passphrase;

/** One comparison and the files of its differences, which are deleted when nobody looks at them any more. */
final class CompareRun implements Closeable {
    private final SealComparing comparing;
    private final ComparisonOrder order;
    private Optional<DifferenceJournal> journal = Optional.empty();
    private Optional<ComparisonLines> lines = Optional.empty();
    private boolean running;
    private boolean closed;

    CompareRun(SealComparing comparing, ComparisonOrder order) {
        this.comparing = comparing;
        this.order = order;
    }

    /**
     * What came out.
     *
     * @param lines of the table
     * @param differences all of them
     */
    record Outcome(Compared compared, ComparisonLines lines, Differences differences) {}

    /** Compares; off the interface thread. */
    Outcome run(byte[] utf8, Meter meter) throws Exception {
        try {
            DifferenceJournal mine = begin();
            Compared compared = compare(utf8, mine, meter);
            ComparisonLines table = ComparisonLines.of(mine, compared.report());
            synchronized (this) {
                lines = Optional.of(table);
            }
            return new Outcome(compared, table, Differences.in(mine));
        } finally {
            end();
        }
    }

    private Compared compare(byte[] utf8, DifferenceJournal mine, Meter meter) throws Exception {
        if (!order.needsPassphrase()) {
            return comparing.compare(order, Optional.empty(), Optional.of(mine), records -> progress(records, meter));
        }
        try (Passphrase passphrase = Passphrase.of(utf8)) {
            return comparing.compare(
                    order, Optional.of(passphrase), Optional.of(mine), records -> progress(records, meter));
        }
    }

    private org.trialseal.core.evidence.SealProgress progress(long records, Meter meter) {
        meter.total(records);
        return more -> {
            if (isClosed()) {
                throw new CancellationException();
            }
            meter.done(more);
        };
    }

    private synchronized DifferenceJournal begin() throws IOException {
        if (closed) {
            throw new CancellationException();
        }
        running = true;
        DifferenceJournal mine = comparing.journal();
        journal = Optional.of(mine);
        return mine;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void end() {
        running = false;
        if (closed) {
            delete();
        }
    }

    /** Deletes the files, as soon as the comparison has ended. */
    @Override
    public synchronized void close() {
        closed = true;
        if (!running) {
            delete();
        }
    }

    private void delete() {
        try {
            if (lines.isPresent()) {
                lines.get().close();
            }
            if (journal.isPresent()) {
                journal.get().close();
            }
        } catch (IOException e) {
            Logger log = LoggerFactory.getLogger(CompareRun.class);
            log.warn("temporary files of a comparison could not be deleted", e);
        }
    }
}
