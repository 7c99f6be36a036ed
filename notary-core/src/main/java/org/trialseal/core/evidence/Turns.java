package org.trialseal.core.evidence;

import java.io.IOException;
import java.io.InterruptedIOException;

/** Lets threads pass a stage in the order of their tickets, and stops them all once one has failed. */
final class Turns {
    private long next;
    private boolean stopped;

    /** Waits until it is this ticket's turn; false when the work was stopped. */
    synchronized boolean await(long ticket) throws IOException {
        try {
            while (!stopped && next != ticket) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        }
        return !stopped;
    }

    /** Lets the next ticket pass. */
    synchronized void advance() {
        next++;
        notifyAll();
    }

    /** Lets nobody pass any more. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
