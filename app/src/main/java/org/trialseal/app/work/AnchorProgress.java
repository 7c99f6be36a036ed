package org.trialseal.app.work;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.trialseal.core.anchor.FolderAnchors;
import org.trialseal.core.anchor.RetryPolicy;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.verify.TimeResult;
import org.trialseal.core.verify.VerificationPolicy;

/**
 * How far the anchoring of a seal has come.
 *
 * @param step the furthest step
 * @param block height of the block that the proof names
 * @param confirmations how many blocks are known to follow it; 0 when the headers are not here
 * @param notAfter the seal existed no later than on this day; present from {@link Step#CONFIRMED} on
 */
public record AnchorProgress(Step step, OptionalLong block, long confirmations, Optional<LocalDate> notAfter) {
    /** The steps in order. */
    public enum Step {
        /** Nothing was handed to a calendar. */
        NONE,
        /** Calendars promise. */
        PENDING,
        /** Calendars promised seven days ago or more. */
        OVERDUE,
        /** A block is named, whose place in the chain is not known here, or not six blocks deep. */
        NAMED,
        /** A block of the practice network: never evidence. */
        PRACTICE,
        /** Six blocks deep or more by proof of work. */
        CONFIRMED,
        /** Linked by hash to a checkpoint. */
        LINKED
    }

    /**
     * How far a folder has come.
     *
     * @param now this computer's clock
     */
    public static AnchorProgress of(EvidenceFolder folder, VerificationPolicy policy, Instant now)
            throws IOException, MalformedException {
        AnchorState state = AnchorState.of(folder);
        if (state != AnchorState.IN_BLOCK) {
            return new AnchorProgress(waiting(folder, state, now), OptionalLong.empty(), 0, Optional.empty());
        }
        TimeResult time = SealTime.of(folder, policy).time();
        Optional<TimeResult.AttestingBlock> block = time.block();
        return new AnchorProgress(
                step(time),
                block.map(known -> OptionalLong.of(known.height())).orElse(named(folder)),
                block.map(known -> known.facts().blocksOnTop()).orElse(0L),
                time.notAfter());
    }

    private static Step waiting(EvidenceFolder folder, AnchorState state, Instant now) {
        if (state == AnchorState.NONE) {
            return Step.NONE;
        }
        RetryPolicy.Age age = RetryPolicy.standard().age(folder.statement().claimedTime(), now);
        return age == RetryPolicy.Age.WAITING ? Step.PENDING : Step.OVERDUE;
    }

    private static Step step(TimeResult time) {
        switch (time.tier()) {
            case CHECKPOINTED:
                return Step.LINKED;
            case PROOF_OF_WORK:
                return time.notAfter().isPresent() ? Step.CONFIRMED : Step.NAMED;
            case PRACTICE:
                return Step.PRACTICE;
            default:
                return Step.NAMED;
        }
    }

    private static OptionalLong named(EvidenceFolder folder) throws IOException, MalformedException {
        return new FolderAnchors(folder)
                .proof().stream()
                        .flatMap(proof -> proof.timestamp().attestations().stream())
                        .filter(attested -> attested.attestation() instanceof BitcoinAttestation)
                        .mapToLong(attested -> ((BitcoinAttestation) attested.attestation()).height())
                        .min();
    }
}
