package org.trialseal.app.work.anchor;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.trialseal.core.anchor.FolderAnchors;
import org.trialseal.core.anchor.RetryPolicy;
import org.trialseal.core.bitcoin.Finding;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.ots.AttestedBlock;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.TimeFinding;
import org.trialseal.core.verify.TimeResult;
import org.trialseal.core.verify.VerificationPolicy;

/**
 * How far the anchoring of a seal has come.
 *
 * @param step the furthest step
 * @param block height of the block that the proof names
 * @param confirmations how many blocks are known to follow it; 0 when the headers are not here, or not linked to the chain
 * @param blockTime the block's own time, when its header is here
 * @param notAfter the seal existed no later than on this day; present from {@link Step#CONFIRMED} on
 */
public record AnchorProgress(
        Step step, OptionalLong block, long confirmations, Optional<Instant> blockTime, Optional<LocalDate> notAfter) {
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
        /** The headers known here contradict the block, or the headers in the folder break the rules of the chain. */
        REFUTED,
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
            return new AnchorProgress(
                    waiting(folder, state, now), OptionalLong.empty(), 0, Optional.empty(), Optional.empty());
        }
        TimeFinding finding = SealTime.of(folder, policy);
        TimeResult time = finding.time();
        Optional<TimeResult.AttestingBlock> block = time.block();
        return new AnchorProgress(
                step(finding),
                block.map(known -> OptionalLong.of(known.height())).orElse(named(folder)),
                isLinked(finding)
                        ? block.map(known -> known.facts().blocksOnTop()).orElse(0L)
                        : 0,
                block.map(known -> Instant.ofEpochSecond(known.facts().time())),
                time.notAfter());
    }

    /** A folder whose proof names a block, and whose headers are damaged. */
    static AnchorProgress withoutHeaders(EvidenceFolder folder) throws IOException, MalformedException {
        return new AnchorProgress(Step.NAMED, named(folder), 0, Optional.empty(), Optional.empty());
    }

    private static boolean isLinked(TimeFinding finding) {
        return finding.check().result() == Result.PASSED
                || finding.check().reason().equals(Finding.TOO_FEW_BLOCKS.code());
    }

    private static Step waiting(EvidenceFolder folder, AnchorState state, Instant now) {
        if (state == AnchorState.NONE) {
            return Step.NONE;
        }
        RetryPolicy.Age age = RetryPolicy.standard().age(folder.statement().claimedTime(), now);
        return age == RetryPolicy.Age.WAITING ? Step.PENDING : Step.OVERDUE;
    }

    private static Step step(TimeFinding finding) {
        TimeResult time = finding.time();
        if (finding.check().result() == Result.FAILED) {
            return Step.REFUTED;
        }
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
                        .flatMap(proof -> proof.timestamp().blocks().stream())
                        .mapToLong(AttestedBlock::height)
                        .min();
    }
}
