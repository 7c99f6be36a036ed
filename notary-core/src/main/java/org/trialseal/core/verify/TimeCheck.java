package org.trialseal.core.verify;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.trialseal.core.bitcoin.BlockCheck;
import org.trialseal.core.bitcoin.BlockFacts;
import org.trialseal.core.bitcoin.BlockHash;
import org.trialseal.core.bitcoin.HeaderEvidence;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.KnownHeaders;
import org.trialseal.core.bitcoin.Outcome;
import org.trialseal.core.bitcoin.Tier;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.Attestation;
import org.trialseal.core.ots.Attested;
import org.trialseal.core.ots.AttestedBlock;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.Timestamp;
import org.trialseal.core.seal.NamedBlock;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Statement;

/**
 * Check {@code time}: the OpenTimestamps proof is for the statement; the best of its Bitcoin attestations counts, and
 * one that a header contradicts fails them all. The headers are judged by the program's own checkpoints.
 */
final class TimeCheck {
    /** Whatever passed first, then by tier, earliest day and lowest block. */
    static final Comparator<BlockCheck> FIRMEST_FIRST = Comparator.comparing(
                    (BlockCheck block) -> block.outcome() != Outcome.PASSED)
            .thenComparing(BlockCheck::tier)
            .thenComparing(block -> block.block().map(BlockFacts::notAfter).orElse(LocalDate.MAX))
            .thenComparing(BlockCheck::height);

    private static final int MAX_LOOKUPS = 64;

    private static final Comparator<BlockCheck> LOWEST_FIRST =
            Comparator.comparing(BlockCheck::height).thenComparing(BlockCheck::finding);

    private final Statement statement;
    private final HeaderEvidence headers;
    private TimeResult result = TimeResult.NONE;

    private TimeCheck(Statement statement, HeaderEvidence headers) {
        this.statement = statement;
        this.headers = headers;
    }

    static TimeFinding of(
            Statement statement,
            Sha256 digest,
            Optional<DetachedTimestamp> timestamp,
            Optional<HeaderRun> given,
            VerificationPolicy policy)
            throws IOException {
        HeaderEvidence headers = HeaderEvidence.examine(
                policy.of(statement.network()), given, known(statement, timestamp, policy.known()));
        TimeCheck check = new TimeCheck(statement, headers);
        Check found = check.check(digest, timestamp);
        return new TimeFinding(found, check.result);
    }

    /** What is known locally around the blocks that are asked for, each run once. */
    private static List<HeaderRun> known(Statement statement, Optional<DetachedTimestamp> timestamp, KnownHeaders known)
            throws IOException {
        if (statement.network() != Network.BITCOIN) {
            return List.of();
        }
        NavigableSet<Long> heights = new TreeSet<>();
        statement.block().ifPresent(named -> heights.add(named.height()));
        timestamp.ifPresent(proof ->
                proof.timestamp().blocks().stream().limit(MAX_LOOKUPS).forEach(block -> heights.add(block.height())));
        Map<Long, HeaderRun> runs = new TreeMap<>(Comparator.reverseOrder());
        for (long height : heights) {
            known.around(height).ifPresent(run -> runs.putIfAbsent(run.startHeight(), run));
        }
        return List.copyOf(runs.values());
    }

    private Check check(Sha256 digest, Optional<DetachedTimestamp> timestamp) {
        if (timestamp.isEmpty()) {
            return found(Reason.NO_TIMESTAMP, "The package holds no timestamp.");
        }
        if (timestamp.get().isWeak()) {
            return found(Reason.WEAK_DIGEST, "The timestamp does not start from a SHA-256 digest.");
        }
        if (!timestamp.get().isFor(digest)) {
            return found(Reason.OTHER_STATEMENT, "The timestamp is for something else than this statement.");
        }
        return byBlocks(timestamp.get().timestamp());
    }

    private Check byBlocks(Timestamp timestamp) {
        List<BlockCheck> blocks = new ArrayList<>();
        for (AttestedBlock attested : timestamp.blocks()) {
            blocks.add(headers.attestation(attested.height(), attested.message()));
        }
        Optional<BlockCheck> contradicted = blocks.stream()
                .filter(block -> block.outcome() == Outcome.FAILED)
                .min(LOWEST_FIRST);
        if (contradicted.isPresent()) {
            return found(contradicted.get());
        }
        Optional<BlockCheck> best = blocks.stream().min(FIRMEST_FIRST);
        return best.isPresent() ? byBlock(best.get()) : withoutBlock(timestamp.firmAttestations());
    }

    private Check withoutBlock(List<Attested> attestations) {
        for (Attested attested : attestations) {
            Attestation attestation = attested.attestation();
            if (attestation instanceof PendingAttestation) {
                result = TimeResult.of(Tier.PENDING);
                return found(
                        Reason.PENDING,
                        "A calendar promises a timestamp; the block that keeps the promise is not here.");
            }
        }
        return found(
                Reason.UNKNOWN_ATTESTATIONS,
                "The timestamp holds only attestations that do not count: of an unknown kind, or by another hash than"
                        + " SHA-256.");
    }

    private Check byBlock(BlockCheck block) {
        boolean passed = block.outcome() == Outcome.PASSED;
        Optional<BlockCheck> named = statement.block().map(this::named);
        if (named.isPresent() && named.get().outcome() == Outcome.FAILED) {
            return found(named.get());
        }
        if (named.isPresent() && named.get().height() >= block.height()) {
            return found(
                    Reason.NAMED_BLOCK_LATER,
                    "The statement names block " + named.get().height() + ", which is not older than block "
                            + block.height() + " that attests it.");
        }
        Optional<BlockFacts> facts = block.block();
        Optional<LocalDate> notBefore = named.flatMap(TimeCheck::notBefore);
        result = new TimeResult(
                passed ? facts.map(BlockFacts::notAfter) : Optional.empty(),
                notBefore,
                block.tier(),
                facts.map(f -> new TimeResult.AttestingBlock(block.height(), f)));
        return found(block, TimeWords.of(block, statement) + TimeWords.notBefore(named, notBefore));
    }

    private BlockCheck named(NamedBlock block) {
        return headers.earlierBlock(
                block.height(), BlockHash.ofDisplay(block.hash().hex()));
    }

    private static Optional<LocalDate> notBefore(BlockCheck named) {
        return named.outcome() == Outcome.PASSED ? named.block().map(BlockFacts::notBefore) : Optional.empty();
    }

    private Check found(BlockCheck block) {
        return found(block, TimeWords.of(block, statement));
    }

    private static Check found(BlockCheck block, String words) {
        return new Check(
                CheckId.TIME, resultOf(block.outcome()), block.finding().code(), words, true);
    }

    private static Check found(Reason reason, String detail) {
        return Check.required(CheckId.TIME, reason, detail);
    }

    private static Result resultOf(Outcome outcome) {
        switch (outcome) {
            case PASSED:
                return Result.PASSED;
            case FAILED:
                return Result.FAILED;
            default:
                return Result.INDETERMINATE;
        }
    }
}
