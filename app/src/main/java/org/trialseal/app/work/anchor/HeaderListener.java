package org.trialseal.app.work.anchor;

import org.trialseal.core.anchor.HeaderProgress;

/** Hears how the asking of servers for block headers goes, on the thread that asks. */
public interface HeaderListener {
    /**
     * A server is about to be asked.
     *
     * @param server its name
     * @return is told how far fetching has come
     */
    HeaderProgress asking(String server);

    /** The server that was asked last has answered, or failed. */
    void answered(HeaderAnswer answer);

    /** Tells nobody. */
    static HeaderListener silent() {
        return new HeaderListener() {
            @Override
            public HeaderProgress asking(String server) {
                return HeaderProgress.silent();
            }

            @Override
            public void answered(HeaderAnswer answer) {
                // Nobody listens.
            }
        };
    }
}
