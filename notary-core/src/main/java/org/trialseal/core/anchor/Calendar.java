package org.trialseal.core.anchor;

import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;

/**
 * One OpenTimestamps calendar server, as its clients see it. Not trusted: it may refuse, hang or lie. Every call returns
 * by its deadline and throws nothing for whatever the server does. An interrupted call returns at once with
 * {@link Failed.Cause#INTERRUPTED} and leaves the thread's interrupt status set. May be used by several threads.
 */
public interface Calendar {
    /** Who runs it, in the words of the configuration: two calendars of one operator count once towards a quorum. */
    String operator();

    /** Its address, as it stands in the configuration or in the pending attestations it gives. */
    String uri();

    /**
     * Has a digest stamped.
     *
     * @param digest what to stamp; already blinded, for the server sees it
     */
    SubmitAnswer submit(Sha256 digest, Deadline deadline);

    /**
     * Asks for what has become of a promise.
     *
     * @param commitment the message at the calendar's pending attestation, not the digest that was submitted
     */
    UpgradeAnswer upgrade(Bytes commitment, Deadline deadline);
}
