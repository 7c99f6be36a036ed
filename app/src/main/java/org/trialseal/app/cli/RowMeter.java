package org.trialseal.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import org.trialseal.core.evidence.SealProgress;

/** Shows rows per second and the time left on one line of a terminal, twice a second. */
final class RowMeter implements SealProgress {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(500);

    private final PrintWriter err;
    private final long total;
    private final long start = System.nanoTime();
    private long rows;
    private long shown = start;

    RowMeter(PrintWriter err, long total) {
        this.err = err;
        this.total = total;
    }

    @Override
    public synchronized void rows(long more) {
        rows += more;
        long now = System.nanoTime();
        if (now - shown >= INTERVAL) {
            shown = now;
            show(now);
        }
        if (rows >= total && shown != start) {
            err.print("\r\033[K");
            err.flush();
        }
    }

    private void show(long now) {
        double perSecond = rows / ((now - start) / 1e9);
        long left = (long) Math.ceil(Math.max(0, total - rows) / perSecond);
        err.print("\r\033[K" + rows + " of " + total + " records, " + (long) perSecond + " a second, " + left
                + " s left");
        err.flush();
    }
}
