package org.trialseal.core.anchor;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.anchor.Failed.Cause;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.ots.Attested;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.Timestamp;

/**
 * Decides whether what a calendar answered counts. A promise counts when it can be followed up, that is when its address
 * is on the allow-list. A block counts unless a source of headers contradicts it; in answer to a submission, seconds
 * after the digest was made, only when such a source confirms it.
 */
public final class CalendarAnswer {
    /** Longest answer read, in bytes; the reference client reads as much. */
    public static final int MAX_BYTES = 10_000;

    /** Most operations and attestations of an answer that counts: ten times what real ones have. */
    public static final int MAX_ELEMENTS = 1_000;

    private final AllowList allowList;
    private final Optional<HeaderSource> headers;

    CalendarAnswer(AllowList allowList, Optional<HeaderSource> headers) {
        this.allowList = allowList;
        this.headers = headers;
    }

    SubmitAnswer check(SubmitAnswer answer, Bytes sent, Deadline deadline) {
        if (!(answer instanceof Stamped)) {
            return answer;
        }
        Timestamp timestamp = ((Stamped) answer).timestamp();
        Optional<Cause> objection = formal(timestamp, sent).or(() -> submission(timestamp, deadline));
        return objection.<SubmitAnswer>map(Failed::because).orElse(answer);
    }

    UpgradeAnswer check(UpgradeAnswer answer, Bytes asked, Deadline deadline) {
        if (!(answer instanceof Upgraded)) {
            return answer;
        }
        Timestamp timestamp = ((Upgraded) answer).timestamp();
        Optional<Cause> objection = formal(timestamp, asked).or(() -> upgrade(timestamp, deadline));
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

    private Optional<Cause> submission(Timestamp timestamp, Deadline deadline) {
        List<Attested> blocks = blocks(timestamp);
        if (!blocks.stream().allMatch(block -> judge(block, deadline) == Judgement.CONFIRMED)) {
            return Optional.of(Cause.CONTRADICTED);
        }
        return blocks.isEmpty() && !promises(timestamp) ? Optional.of(Cause.NO_ATTESTATION) : Optional.empty();
    }

    private Optional<Cause> upgrade(Timestamp timestamp, Deadline deadline) {
        List<Attested> blocks = blocks(timestamp);
        if (blocks.isEmpty()) {
            return Optional.of(Cause.NO_ATTESTATION);
        }
        boolean contradicted = blocks.stream().anyMatch(block -> judge(block, deadline) == Judgement.CONTRADICTED);
        return contradicted ? Optional.of(Cause.CONTRADICTED) : Optional.empty();
    }

    private boolean promises(Timestamp timestamp) {
        return timestamp.attestations().stream()
                .map(Attested::attestation)
                .anyMatch(at -> at instanceof PendingAttestation && allowList.allows(((PendingAttestation) at).uri()));
    }

    private static List<Attested> blocks(Timestamp timestamp) {
        return timestamp.attestations().stream()
                .filter(attested -> attested.attestation() instanceof BitcoinAttestation)
                .toList();
    }

    private Judgement judge(Attested block, Deadline deadline) {
        if (headers.isEmpty()) {
            return Judgement.UNKNOWN;
        }
        long height = ((BitcoinAttestation) block.attestation()).height();
        try {
            List<BlockHeader> found = headers.get().headers(height, 1, deadline);
            return found.isEmpty() ? Judgement.UNKNOWN : judge(block.message(), found.get(0));
        } catch (IOException e) {
            return Judgement.UNKNOWN;
        }
    }

    private static Judgement judge(Bytes message, BlockHeader header) {
        return message.equals(header.merkleRoot().bytes()) ? Judgement.CONFIRMED : Judgement.CONTRADICTED;
    }

    private enum Judgement {
        CONFIRMED,
        CONTRADICTED,
        UNKNOWN
    }
}
