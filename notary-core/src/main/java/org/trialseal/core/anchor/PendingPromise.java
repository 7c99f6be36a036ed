package org.trialseal.core.anchor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.ots.Attestation;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.Timestamp;

/**
 * A pending attestation in its place.
 *
 * @param pending the promise
 * @param at the timestamp of the message it attests
 */
record PendingPromise(PendingAttestation pending, Timestamp at) {
    /** All promises of a timestamp, in its own order. */
    static List<PendingPromise> of(Timestamp timestamp) {
        List<PendingPromise> found = new ArrayList<>();
        Deque<Timestamp> waiting = new ArrayDeque<>(List.of(timestamp));
        while (!waiting.isEmpty()) {
            Timestamp at = waiting.pop();
            for (Attestation attestation : at.ownAttestations()) {
                if (attestation instanceof PendingAttestation) {
                    found.add(new PendingPromise((PendingAttestation) attestation, at));
                }
            }
            for (int i = at.branches().size() - 1; i >= 0; i--) {
                waiting.push(at.branches().get(i).next());
            }
        }
        return found;
    }

    /** What the calendar is asked for. */
    Bytes commitment() {
        return at.message();
    }

    /** Whether the promise has led to a block that nobody is known to contradict. */
    boolean isKept(BlockWitness witness) {
        return !at.blocks().isEmpty() && !witness.contradicts(at);
    }

    /** What to ask whom. */
    Request request() {
        return new Request(pending.uri(), commitment());
    }

    /** A question that is asked once, however many proofs hold the promise. */
    record Request(String uri, Bytes commitment) {}
}
