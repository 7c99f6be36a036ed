package org.trialseal.app.work.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trialseal.core.bitcoin.BlockCheck;
import org.trialseal.core.bitcoin.BlockFacts;
import org.trialseal.core.bitcoin.Finding;
import org.trialseal.core.bitcoin.HeaderEvidence;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.KnownHeaders;
import org.trialseal.core.bitcoin.Outcome;
import org.trialseal.core.bitcoin.Tier;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.AttestedBlock;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.CheckId;
import org.trialseal.core.verify.Reason;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.TimeResult;
import org.trialseal.core.verify.VerificationPolicy;

/**
 * The checks of a timestamp by itself: that it is about a file, and that a block of Bitcoin's main chain attests it.
 *
 * @param time since when the file exists
 */
record TimestampChecks(List<Check> checks, TimeResult time) {
    /** That the timestamp is well formed; it was, or it could not have been read. */
    static final String FORM = "form";

    /** That the timestamp is about the file. */
    static final String FILE = "file";

    private static final int MAX_LOOKUPS = 64;

    private static final Comparator<BlockCheck> FIRMEST_FIRST = Comparator.comparing(
                    (BlockCheck block) -> block.outcome() != Outcome.PASSED)
            .thenComparing(BlockCheck::tier)
            .thenComparing(BlockCheck::height);

    /** @param practice whether the file is a statement of the practice network, which has no block of the main chain */
    static TimestampChecks of(
            DetachedTimestamp proof, Optional<Sha256> file, VerificationPolicy policy, boolean practice)
            throws IOException {
        List<Check> checks = new ArrayList<>();
        checks.add(check(FORM, Reason.OK, "The file is a well-formed OpenTimestamps proof."));
        checks.add(file(proof, file));
        if (proof.isWeak()) {
            checks.add(check(CheckId.TIME, Reason.WEAK_DIGEST, "The timestamp does not start from a SHA-256 digest."));
            return new TimestampChecks(checks, none(Tier.NONE));
        }
        if (practice) {
            Finding finding = Finding.PRACTICE_NETWORK;
            checks.add(new Check(CheckId.TIME, Result.INDETERMINATE, finding.code(), finding.sentence(), true));
            return new TimestampChecks(checks, none(Tier.PRACTICE));
        }
        return byBlocks(proof, policy, checks);
    }

    private static Check file(DetachedTimestamp proof, Optional<Sha256> file) {
        if (file.isEmpty()) {
            return new Check(
                    FILE, Result.INDETERMINATE, "no-file", "The file that the timestamp is about was not given.", true);
        }
        return proof.isFor(file.get())
                ? check(FILE, Reason.OK, "The timestamp starts from the SHA-256 digest of the file.")
                : check(FILE, Reason.FILE_DIFFERS, "The timestamp starts from another digest than the file's.");
    }

    private static List<HeaderRun> known(DetachedTimestamp proof, KnownHeaders known) throws IOException {
        Map<Long, HeaderRun> runs = new TreeMap<>();
        for (AttestedBlock block : proof.timestamp().blocks()) {
            if (runs.size() < MAX_LOOKUPS) {
                known.around(block.height()).ifPresent(run -> runs.putIfAbsent(run.startHeight(), run));
            }
        }
        return List.copyOf(runs.values());
    }

    private static TimestampChecks byBlocks(DetachedTimestamp proof, VerificationPolicy policy, List<Check> checks)
            throws IOException {
        HeaderEvidence headers =
                HeaderEvidence.examine(policy.bitcoin(), Optional.empty(), known(proof, policy.known()));
        List<BlockCheck> blocks = new ArrayList<>();
        for (AttestedBlock block : proof.timestamp().blocks()) {
            blocks.add(headers.attestation(block.height(), block.message()));
        }
        Optional<BlockCheck> failed = blocks.stream()
                .filter(block -> block.outcome() == Outcome.FAILED)
                .findFirst();
        Optional<BlockCheck> best = failed.or(() -> blocks.stream().min(FIRMEST_FIRST));
        if (best.isPresent()) {
            return byBlock(best.get(), checks);
        }
        boolean pending = proof.timestamp().firmAttestations().stream()
                .anyMatch(attested -> attested.attestation() instanceof PendingAttestation);
        checks.add(
                pending
                        ? check(CheckId.TIME, Reason.PENDING, "A calendar promises a block; none is named yet.")
                        : check(
                                CheckId.TIME,
                                Reason.UNKNOWN_ATTESTATIONS,
                                "No attestation is here that counts: of a known kind, and by SHA-256 alone."));
        return new TimestampChecks(checks, none(pending ? Tier.PENDING : Tier.NONE));
    }

    private static TimestampChecks byBlock(BlockCheck block, List<Check> checks) {
        Result result = Result.valueOf(block.outcome().name());
        checks.add(new Check(
                CheckId.TIME,
                result,
                block.finding().code(),
                "Bitcoin block " + block.height() + ": " + block.sentence(),
                true));
        Optional<BlockFacts> facts = block.block();
        TimeResult time = new TimeResult(
                result == Result.PASSED ? facts.map(BlockFacts::notAfter) : Optional.empty(),
                Optional.empty(),
                block.tier(),
                facts.map(known -> new TimeResult.AttestingBlock(block.height(), known)));
        return new TimestampChecks(checks, time);
    }

    private static TimeResult none(Tier tier) {
        return new TimeResult(Optional.empty(), Optional.empty(), tier, Optional.empty());
    }

    private static Check check(String id, Reason reason, String detail) {
        return new Check(id, reason.result(), reason.code(), detail, true);
    }
}
