package org.trialseal.core.bitcoin;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;

/**
 * Judges blocks by the headers at hand: those of a proof package, and those of a chain known locally. Both are
 * untrusted and were checked against every rule that headers show.
 *
 * <p>At or below the newest checkpoint a block passes when its header is linked by hash forward to a checkpoint. Above
 * it, when its header is linked from the newest checkpoint under the full rules with at least six blocks and the
 * policy's minimum of work on top. Any broken rule in the package's headers fails every block in them. A block that is
 * missing from a heavier known chain fails. A known chain that breaks a rule itself, or is linked to no checkpoint, is
 * left out of account.
 */
public final class HeaderEvidence {
    private final AttestationPolicy policy;
    private final @Nullable ExaminedRun given;
    private final List<ExaminedRun> known;

    private HeaderEvidence(AttestationPolicy policy, @Nullable ExaminedRun given, List<ExaminedRun> known) {
        this.policy = policy;
        this.given = given;
        this.known = known;
    }

    /**
     * Checks all headers once, so that many blocks can be judged by them.
     *
     * @param given the headers of the package, or null
     * @param known the headers of a chain known locally, or null
     */
    public static HeaderEvidence examine(
            AttestationPolicy policy, @Nullable HeaderRun given, @Nullable HeaderRun known) {
        return examine(policy, Optional.ofNullable(given), known == null ? List.of() : List.of(known));
    }

    /**
     * Checks all headers once, so that many blocks can be judged by them.
     *
     * @param given the headers of the package, if it has any
     * @param known runs of a chain known locally; of those that hold a block, the first counts
     */
    public static HeaderEvidence examine(AttestationPolicy policy, Optional<HeaderRun> given, List<HeaderRun> known) {
        Checkpoints checkpoints = policy.checkpoints();
        return new HeaderEvidence(
                policy,
                given.map(run -> ExaminedRun.examine(run, checkpoints)).orElse(null),
                known.stream().map(run -> ExaminedRun.examine(run, checkpoints)).toList());
    }

    /** The first rule that the package's headers break. */
    public Optional<HeaderFault> givenFault() {
        return given == null ? Optional.empty() : Optional.ofNullable(given.fault());
    }

    /** The first rule that the known chain breaks, for which it was left out of account. */
    public Optional<HeaderFault> knownFault() {
        return known.stream().map(ExaminedRun::fault).filter(Objects::nonNull).findFirst();
    }

    /** The known headers that hold this block, linked. */
    private @Nullable ExaminedRun knownAt(long height) {
        return known.stream().filter(run -> run.isLinked(height)).findFirst().orElse(null);
    }

    /**
     * Judges an attestation: that the block at {@code height} commits to {@code commitment}.
     *
     * @param height [0, 2^32)
     * @param commitment what the attestation's path leads to; must be the block's Merkle root in internal byte order
     */
    public BlockCheck attestation(long height, Bytes commitment) {
        ExaminedRun run = runWith(height);
        if (run != null
                && run.fault() == null
                && !run.run().header(height).merkleRoot().bytes().equals(commitment)) {
            return BlockCheck.failed(Finding.MERKLE_ROOT_DIFFERS, height);
        }
        return judge(run, height);
    }

    /**
     * Judges a statement that names a block as already there when it was made, which bounds its time from below by
     * {@link BlockFacts#notBefore()}.
     *
     * @param height [0, 2^32)
     */
    public BlockCheck earlierBlock(long height, BlockHash hash) {
        Optional<BlockHash> fixed = policy.checkpoints().hashAt(height);
        if (fixed.isPresent() && !fixed.get().equals(hash)) {
            return BlockCheck.failed(Finding.BLOCK_DIFFERS, height);
        }
        ExaminedRun run = runWith(height);
        if (run != null && run.fault() == null && !run.hash(height).equals(hash)) {
            return BlockCheck.failed(Finding.BLOCK_DIFFERS, height);
        }
        return judge(run, height);
    }

    private @Nullable ExaminedRun runWith(long height) {
        if (given != null && given.contains(height)) {
            return given;
        }
        return knownAt(height);
    }

    private BlockCheck judge(@Nullable ExaminedRun run, long height) {
        if (run == null) {
            return new BlockCheck(Finding.NO_HEADER, Tier.NONE, height, null, null);
        }
        if (run.fault() != null) {
            return new BlockCheck(Finding.HEADERS_INVALID, Tier.NONE, height, null, run.fault());
        }
        Optional<Finding> conflict = conflict(run, height);
        if (conflict.isPresent() && conflict.get().outcome() == Outcome.FAILED) {
            return BlockCheck.failed(conflict.get(), height);
        }
        return judgeOnBest(best(run, height), height, conflict);
    }

    private BlockCheck judgeOnBest(ExaminedRun run, long height, Optional<Finding> conflict) {
        BlockFacts facts = run.facts(height);
        Finding finding = conflict.orElseGet(() -> finding(run, height, facts));
        return new BlockCheck(finding, tier(finding), height, facts, null);
    }

    private Finding finding(ExaminedRun run, long height, BlockFacts facts) {
        boolean practice = policy.checkpoints().parameters().isPractice();
        if (practice && !policy.practiceAccepted()) {
            return Finding.PRACTICE_NETWORK;
        }
        boolean checkpointed = run.isCheckpointed(height);
        if (!checkpointed && !run.isAboveNewest(height)) {
            return Finding.NOT_LINKED;
        }
        if (practice) {
            return Finding.PRACTICE_ACCEPTED;
        }
        return checkpointed ? Finding.CHECKPOINTED : byWork(facts);
    }

    private Finding byWork(BlockFacts facts) {
        if (facts.blocksOnTop() < AttestationPolicy.MINIMUM_BLOCKS_ON_TOP) {
            return Finding.TOO_FEW_BLOCKS;
        }
        return facts.workOnTop().compareTo(policy.minimumWork()) < 0 ? Finding.TOO_LITTLE_WORK : Finding.PROVEN_BY_WORK;
    }

    private Tier tier(Finding finding) {
        if (policy.checkpoints().parameters().isPractice()) {
            return Tier.PRACTICE;
        }
        switch (finding) {
            case CHECKPOINTED:
                return Tier.CHECKPOINTED;
            case PROVEN_BY_WORK:
            case TOO_LITTLE_WORK:
                return Tier.PROOF_OF_WORK;
            default:
                return Tier.SUPPLIED_HEADER;
        }
    }

    /** Of two chains that both hold the block, the one that says more about it. */
    private ExaminedRun best(ExaminedRun run, long height) {
        ExaminedRun other = knownAt(height);
        if (other == null || other == run || run.isCheckpointed(height) || !other.holds(height, run.hash(height))) {
            return run;
        }
        boolean firmer = other.isCheckpointed(height) || !run.isLinked(height);
        return firmer || other.workAboveNewest().compareTo(run.workAboveNewest()) > 0 ? other : run;
    }

    private Optional<Finding> conflict(ExaminedRun run, long height) {
        if (run.isAboveNewest(height)) {
            return known.stream()
                    .filter(ExaminedRun::extendsNewest)
                    .findFirst()
                    .flatMap(top -> forked(top, run, height));
        }
        ExaminedRun other = knownAt(height);
        return other == null || other.holds(height, run.hash(height))
                ? Optional.empty()
                : Optional.of(Finding.HEAVIER_CHAIN_KNOWN);
    }

    private static Optional<Finding> forked(ExaminedRun known, ExaminedRun run, long height) {
        long common = Math.min(height, known.run().endHeight() - 1);
        if (known.hash(common).equals(run.hash(common))) {
            return Optional.empty();
        }
        BigInteger lead = known.workAboveNewest().subtract(run.workAboveNewest());
        if (lead.signum() == 0) {
            return Optional.of(Finding.EQUAL_CHAIN_KNOWN);
        }
        return lead.signum() > 0 ? Optional.of(Finding.HEAVIER_CHAIN_KNOWN) : Optional.empty();
    }
}
