package org.trialseal.core.anchor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.anchor.Failed.Cause;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.Timestamp;

/** Decides whether what a calendar answered counts. */
public final class CalendarAnswer {
    /** Longest answer read, in bytes; the reference client reads as much. */
    public static final int MAX_BYTES = 10_000;

    /** Most operations and attestations of an answer that counts: ten times what real ones have. */
    public static final int MAX_ELEMENTS = 1_000;

    private CalendarAnswer() {}

    /**
     * An answer to a submission counts when it starts from the digest that was sent and holds a promise that can be
     * followed up. No block can be seconds old and deep enough, so one that names a block is a lie.
     */
    static SubmitAnswer checked(SubmitAnswer answer, Bytes sent, AllowList allowList) {
        if (!(answer instanceof Stamped)) {
            return answer;
        }
        Timestamp timestamp = ((Stamped) answer).timestamp();
        Optional<Cause> objection = formal(timestamp, sent).or(() -> submission(timestamp, allowList));
        return objection.<SubmitAnswer>map(Failed::because).orElse(answer);
    }

    /**
     * An answer to an upgrade counts when it starts from the commitment that was asked for and names a block that nobody
     * is known to contradict.
     */
    static UpgradeAnswer checked(UpgradeAnswer answer, Bytes asked, BlockWitness witness) {
        if (!(answer instanceof Upgraded)) {
            return answer;
        }
        Timestamp timestamp = ((Upgraded) answer).timestamp();
        Optional<Cause> objection = formal(timestamp, asked).or(() -> upgrade(timestamp, witness));
        return objection.<UpgradeAnswer>map(Failed::because).orElse(answer);
    }

    private static Optional<Cause> formal(Timestamp timestamp, Bytes message) {
        if (!timestamp.message().equals(message)) {
            return Optional.of(Cause.WRONG_MESSAGE);
        }
        if (!timestamp.isComplete()) {
            return Optional.of(Cause.MALFORMED);
        }
        boolean large = timestamp.toBytes().length > MAX_BYTES || elements(timestamp) > MAX_ELEMENTS;
        return large ? Optional.of(Cause.TOO_LARGE) : Optional.empty();
    }

    private static long elements(Timestamp timestamp) {
        long elements = 0;
        Deque<Timestamp> waiting = new ArrayDeque<>(List.of(timestamp));
        while (!waiting.isEmpty()) {
            Timestamp at = waiting.pop();
            elements += at.ownAttestations().size() + at.branches().size();
            at.branches().forEach(branch -> waiting.push(branch.next()));
        }
        return elements;
    }

    private static Optional<Cause> submission(Timestamp timestamp, AllowList allowList) {
        if (!timestamp.blocks().isEmpty()) {
            return Optional.of(Cause.CONTRADICTED);
        }
        boolean promises = timestamp.attestations().stream()
                .map(attested -> attested.attestation())
                .anyMatch(at -> at instanceof PendingAttestation && allowList.allows(((PendingAttestation) at).uri()));
        return promises ? Optional.empty() : Optional.of(Cause.NO_ATTESTATION);
    }

    private static Optional<Cause> upgrade(Timestamp timestamp, BlockWitness witness) {
        if (timestamp.blocks().isEmpty()) {
            return Optional.of(Cause.NO_ATTESTATION);
        }
        return witness.contradicts(timestamp) ? Optional.of(Cause.CONTRADICTED) : Optional.empty();
    }
}
