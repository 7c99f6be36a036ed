package org.trialseal.core.bitcoin;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Takes the headers of a chain one after the other and checks each against every consensus rule that headers show:
 * link, exact target, proof of work, median time, version, checkpoints. Where it starts in the middle of a chain, a rule
 * whose inputs lie before the start is checked as soon as, and as far as, they are known.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class HeaderVerifier {
    private static final long UNKNOWN = -1;

    private final ChainParameters parameters;
    private final Checkpoints checkpoints;
    private final RecentTimes times;
    private long nextHeight;
    private @Nullable BlockHash tip;
    private @Nullable CompactTarget lastTarget;
    private BigInteger lastWork = BigInteger.ZERO;
    private long lastTime;
    private long periodStartTime = UNKNOWN;
    private long checkpointReached = UNKNOWN;
    private BigInteger work = BigInteger.ZERO;

    private HeaderVerifier(Checkpoints checkpoints, long firstHeight, List<Long> timesBefore) {
        this.parameters = checkpoints.parameters();
        this.checkpoints = checkpoints;
        this.times = new RecentTimes(timesBefore);
        this.nextHeight = firstHeight;
    }

    /**
     * A verifier whose first header is that of {@code firstHeight}. It is linked from the beginning when the block below
     * is the genesis or a checkpoint.
     *
     * @throws IllegalArgumentException when the height is negative
     */
    public static HeaderVerifier startingAt(long firstHeight, Checkpoints checkpoints) {
        if (firstHeight < 0) {
            throw new IllegalArgumentException("negative height");
        }
        List<Long> before =
                checkpoints.at(firstHeight - 1).map(Checkpoint::times).orElse(List.of());
        HeaderVerifier verifier = new HeaderVerifier(checkpoints, firstHeight, before);
        if (firstHeight == 1) {
            verifier.nextHeight = 0;
            verifier.take(
                    checkpoints.parameters().genesis(),
                    checkpoints.parameters().genesis().target());
        } else {
            checkpoints.hashAt(firstHeight - 1).ifPresent(verifier::startAfter);
        }
        return verifier;
    }

    /** A verifier that continues from the newest checkpoint, or from the genesis when there is none. */
    public static HeaderVerifier afterNewest(Checkpoints checkpoints) {
        return startingAt(checkpoints.newestHeight() + 1, checkpoints);
    }

    private void startAfter(BlockHash hash) {
        tip = hash;
        checkpointReached = nextHeight - 1;
    }

    /**
     * Checks the next header and takes it when it breaks no rule.
     *
     * @return the rule it breaks; the verifier is then as it was before
     */
    public Optional<HeaderFault> accept(BlockHeader header) {
        CompactTarget stated = stated(header);
        Optional<HeaderRule> broken = firstBroken(header, stated);
        if (broken.isEmpty()) {
            take(header, stated);
        }
        return broken.map(rule -> new HeaderFault(nextHeight, rule));
    }

    private CompactTarget stated(BlockHeader header) {
        CompactTarget last = lastTarget;
        return last != null && last.bits() == header.bits() ? last : header.target();
    }

    private Optional<HeaderRule> firstBroken(BlockHeader header, CompactTarget stated) {
        if (!parameters.allows(stated)) {
            return Optional.of(HeaderRule.TARGET_RANGE);
        }
        if (tip != null && !tip.equals(header.previous())) {
            return Optional.of(HeaderRule.LINK);
        }
        Optional<CompactTarget> due = nextTarget();
        if (due.isPresent() && !due.get().equals(stated)) {
            return Optional.of(HeaderRule.TARGET);
        }
        if (!stated.isMetBy(header.hash())) {
            return Optional.of(HeaderRule.PROOF_OF_WORK);
        }
        return brokenByContext(header);
    }

    private Optional<HeaderRule> brokenByContext(BlockHeader header) {
        OptionalLong median = medianTimePast();
        if (median.isPresent() && header.time() <= median.getAsLong()) {
            return Optional.of(HeaderRule.MEDIAN_TIME);
        }
        if (nextHeight > 0 && header.version() < parameters.minimumVersion(nextHeight)) {
            return Optional.of(HeaderRule.VERSION);
        }
        Optional<BlockHash> given = checkpoints.hashAt(nextHeight);
        return given.isPresent() && !given.get().equals(header.hash())
                ? Optional.of(HeaderRule.CHECKPOINT)
                : Optional.empty();
    }

    private void take(BlockHeader header, CompactTarget stated) {
        if (!Objects.equals(stated, lastTarget)) {
            lastTarget = stated;
            lastWork = stated.work();
        }
        if (parameters.startsPeriod(nextHeight)) {
            periodStartTime = header.time();
        }
        tip = header.hash();
        lastTime = header.time();
        times.add(header.time());
        work = work.add(lastWork);
        if (checkpoints.hashAt(nextHeight).isPresent()) {
            checkpointReached = nextHeight;
            work = BigInteger.ZERO;
        }
        nextHeight++;
    }

    /** The height of the next header. */
    public long nextHeight() {
        return nextHeight;
    }

    /** The hash that the next header must name as the one before it; empty when it is not known. */
    public Optional<BlockHash> tip() {
        return Optional.ofNullable(tip);
    }

    /** The target that the next header must state; empty when it depends on headers that were not given. */
    public Optional<CompactTarget> nextTarget() {
        if (lastTarget != null && !parameters.startsPeriod(nextHeight)) {
            return Optional.of(lastTarget);
        }
        Optional<CompactTarget> fixed = checkpoints.targetAt(nextHeight);
        if (fixed.isPresent() || lastTarget == null || periodStartTime == UNKNOWN) {
            return fixed;
        }
        return Optional.of(parameters.retarget(lastTarget, periodStartTime, lastTime));
    }

    /**
     * The time, seconds since 1970, above which the next header's must lie; where not all eleven times are known, the
     * largest value that this bound must reach; empty when nothing is known.
     */
    public OptionalLong medianTimePast() {
        return times.median(nextHeight);
    }

    /**
     * The highest height whose block is given by the program and that the headers so far reach or began right after, 0
     * for the genesis; empty when they reach none.
     */
    public OptionalLong checkpointReached() {
        return checkpointReached == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(checkpointReached);
    }

    /** The expected number of hashes in the headers above {@link #checkpointReached()}, or in all when it is empty. */
    public BigInteger work() {
        return work;
    }
}
