package org.trialseal.app.cli;

import java.util.concurrent.TimeUnit;
import org.trialseal.core.anchor.HeaderProgress;

/** Shows on one line of a terminal how many block headers were fetched, twice a second; silent elsewhere. */
final class HeaderMeter implements HeaderProgress {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(500);

    private final Output output;
    private final String source;
    private final long start = System.nanoTime();
    private long shown = start;

    HeaderMeter(Output output, String source) {
        this.output = output;
        this.source = source;
    }

    @Override
    public void fetched(long fetched, long total) {
        long now = System.nanoTime();
        if (now - shown >= INTERVAL) {
            shown = now;
            double perSecond = fetched / ((now - start) / 1e9);
            long left = (long) Math.ceil((total - fetched) / perSecond);
            output.meter(fetched + " of " + total + " block headers from " + source + ", " + left + " s left");
        }
    }

    /** Clears the line. */
    void end() {
        if (shown != start) {
            output.meter("");
        }
    }
}
