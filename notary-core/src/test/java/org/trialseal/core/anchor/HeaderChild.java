package org.trialseal.core.anchor;

import java.nio.file.Path;
import java.time.Duration;
import org.trialseal.core.bitcoin.MiniChain;
import org.trialseal.core.testing.ChainSource;

/** A process that fetches headers one at a time, says how far it has come, and never ends by itself. */
final class HeaderChild {
    static final int TIP = 150;

    /** The last line. */
    static final String DONE = "done";

    private HeaderChild() {}

    /** The chain that it fetches, the same in every process. */
    static MiniChain chain() {
        return MiniChain.start().mine(TIP, 0);
    }

    /** Prints a line once the headers up to a height are on the disk, pauses, and in the end says that it is done. */
    public static void main(String[] arguments) throws Exception {
        MiniChain chain = chain();
        HeaderStore store = new HeaderStore(Path.of(arguments[0]), chain.checkpoints(2));
        System.out.println("ready");
        HeaderFetch fetch = new HeaderFetch(store, (fetched, total) -> tell(fetched, Long.parseLong(arguments[1])));
        fetch.extend(ChainSource.of(chain.runFrom(0)).giving(1), Deadline.in(Duration.ofMinutes(1)));
        System.out.println(DONE);
        Thread.sleep(Long.MAX_VALUE);
    }

    private static void tell(long fetched, long pause) {
        System.out.println(fetched);
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
