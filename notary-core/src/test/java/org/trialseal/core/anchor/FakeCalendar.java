package org.trialseal.core.anchor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.Timestamp;
import org.trialseal.core.ots.TimestampBuilder;

/** A calendar inside the test: honest unless told otherwise, and it keeps what it was asked. */
final class FakeCalendar implements Calendar {
    private final String operator;
    private final String uri;
    private final List<Sha256> submitted = Collections.synchronizedList(new ArrayList<>());
    private final List<Bytes> asked = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private Submitting submitting = this::promise;
    private Upgrading upgrading = (commitment, deadline) -> new StillPending("Pending");

    FakeCalendar(String operator, String uri) {
        this.operator = operator;
        this.uri = uri;
    }

    FakeCalendar submitting(Submitting behaviour) {
        submitting = behaviour;
        return this;
    }

    FakeCalendar upgrading(Upgrading behaviour) {
        upgrading = behaviour;
        return this;
    }

    /** Hangs until it is interrupted, whatever the deadline. */
    FakeCalendar hanging() {
        return submitting((digest, deadline) -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            return Failed.because(Failed.Cause.INTERRUPTED);
        });
    }

    SubmitAnswer promise(Sha256 digest, Deadline deadline) {
        return new Stamped(promiseOf(digest.bytes(), uri));
    }

    static Timestamp promiseOf(Bytes message, String uri) {
        try {
            return TimestampBuilder.from(message)
                    .append(Bytes.ofHex("00112233"))
                    .sha256()
                    .attest(new PendingAttestation(uri))
                    .build();
        } catch (OtsException e) {
            throw new AssertionError(e);
        }
    }

    static Timestamp blockOf(Bytes message, long height) {
        try {
            return TimestampBuilder.from(message)
                    .sha256()
                    .attest(new BitcoinAttestation(height))
                    .build();
        } catch (OtsException e) {
            throw new AssertionError(e);
        }
    }

    List<Sha256> submitted() {
        return List.copyOf(submitted);
    }

    List<Bytes> asked() {
        return List.copyOf(asked);
    }

    boolean wasInterrupted() {
        return interrupted.get();
    }

    @Override
    public String operator() {
        return operator;
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public SubmitAnswer submit(Sha256 digest, Deadline deadline) {
        submitted.add(digest);
        return submitting.answer(digest, deadline);
    }

    @Override
    public UpgradeAnswer upgrade(Bytes commitment, Deadline deadline) {
        asked.add(commitment);
        return upgrading.answer(commitment, deadline);
    }

    interface Submitting {
        SubmitAnswer answer(Sha256 digest, Deadline deadline);
    }

    interface Upgrading {
        UpgradeAnswer answer(Bytes commitment, Deadline deadline);
    }
}
