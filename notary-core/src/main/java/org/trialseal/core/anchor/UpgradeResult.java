package org.trialseal.core.anchor;

import java.util.List;
import org.trialseal.core.ots.DetachedTimestamp;

/**
 * A proof after its calendars were asked.
 *
 * @param proof all that the proof held before, and what came back
 * @param changed whether anything came back that it did not hold before
 * @param attestations one report for each pending attestation, in the proof's order
 */
public record UpgradeResult(DetachedTimestamp proof, boolean changed, List<AttestationReport> attestations) {
    /** Copies the list. */
    public UpgradeResult {
        attestations = List.copyOf(attestations);
    }

    /** Whether the proof names a block. Whether that block confirms it is for the verifier. */
    public boolean namesBlock() {
        return !proof.timestamp().blocks().isEmpty();
    }
}
