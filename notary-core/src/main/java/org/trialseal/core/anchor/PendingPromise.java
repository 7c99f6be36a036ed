package org.trialseal.core.anchor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.ots.Attestation;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.Timestamp;

/**
 * A pending attestation in its place.
 *
 * @param pending the promise
 * @param commitment the message it attests
 * @param kept whether that message also leads to a block
 */
record PendingPromise(PendingAttestation pending, Bytes commitment, boolean kept) {
    /** All promises of a timestamp, in its own order. */
    static List<PendingPromise> of(Timestamp timestamp) {
        List<PendingPromise> found = new ArrayList<>();
        Deque<Timestamp> waiting = new ArrayDeque<>(List.of(timestamp));
        while (!waiting.isEmpty()) {
            Timestamp at = waiting.pop();
            for (Attestation attestation : at.ownAttestations()) {
                if (attestation instanceof PendingAttestation) {
                    found.add(new PendingPromise((PendingAttestation) attestation, at.message(), namesBlock(at)));
                }
            }
            for (int i = at.branches().size() - 1; i >= 0; i--) {
                waiting.push(at.branches().get(i).next());
            }
        }
        return found;
    }

    private static boolean namesBlock(Timestamp timestamp) {
        return timestamp.attestations().stream()
                .anyMatch(attested -> attested.attestation() instanceof BitcoinAttestation);
    }

    /** What to ask whom. */
    Request request() {
        return new Request(pending.uri(), commitment);
    }

    /** A question that is asked once, however many proofs hold the promise. */
    record Request(String uri, Bytes commitment) {}
}
