package org.trialseal.core.bitcoin;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A run of headers after every rule was checked over it: where it is linked to, and what it says of its blocks. */
final class ExaminedRun {
    private static final long TWO_HOURS_SECONDS = 2 * 60 * 60;

    private final HeaderRun run;
    private final Checkpoints checkpoints;
    private final @Nullable HeaderFault fault;
    private final OptionalLong reached;
    private final BigInteger work;
    private final @Nullable RunTotals totals;

    private ExaminedRun(HeaderRun run, Checkpoints checkpoints, @Nullable HeaderFault fault, HeaderVerifier verifier) {
        this.run = run;
        this.checkpoints = checkpoints;
        this.fault = fault;
        this.reached = verifier.checkpointReached();
        this.work = verifier.work();
        this.totals = fault == null ? new RunTotals(run) : null;
    }

    static ExaminedRun examine(HeaderRun run, Checkpoints checkpoints) {
        HeaderVerifier verifier = HeaderVerifier.startingAt(run.startHeight(), checkpoints);
        HeaderFault[] fault = new HeaderFault[1];
        run.forEachWhile(header -> {
            fault[0] = verifier.accept(header).orElse(null);
            return fault[0] == null;
        });
        return new ExaminedRun(run, checkpoints, fault[0], verifier);
    }

    @Nullable
    HeaderFault fault() {
        return fault;
    }

    HeaderRun run() {
        return run;
    }

    boolean contains(long height) {
        return run.contains(height);
    }

    BlockHash hash(long height) {
        return run.header(height).hash();
    }

    /** True when the block is, or is linked by hash forward to, one that the program knows. */
    boolean isCheckpointed(long height) {
        return fault == null && reached.isPresent() && height <= reached.getAsLong();
    }

    /** True when the run is linked to the newest checkpoint and goes on above it. */
    boolean extendsNewest() {
        long newest = checkpoints.newestHeight();
        return fault == null && reached.isPresent() && reached.getAsLong() == newest && run.endHeight() > newest + 1;
    }

    /** True when the block stands above the newest checkpoint and is linked to it. */
    boolean isAboveNewest(long height) {
        return extendsNewest() && height > checkpoints.newestHeight();
    }

    boolean isLinked(long height) {
        return contains(height) && (isCheckpointed(height) || isAboveNewest(height));
    }

    /** True when the block is linked and is this one. */
    boolean holds(long height, BlockHash hash) {
        return isLinked(height) && hash(height).equals(hash);
    }

    /** The expected hashes above the newest checkpoint; meaningful when {@link #extendsNewest()}. */
    BigInteger workAboveNewest() {
        return work;
    }

    /** What the headers say of one block; only for a run without fault. */
    BlockFacts facts(long height) {
        RunTotals sums = Objects.requireNonNull(totals);
        BlockHeader header = run.header(height);
        return new BlockFacts(
                header.hash(),
                header.time(),
                run.endHeight() - height - 1,
                sums.workAbove(height),
                utcDay(sums.largestTimeThrough(height) + TWO_HOURS_SECONDS),
                utcDay(Math.max(0, header.time() - TWO_HOURS_SECONDS)));
    }

    private static LocalDate utcDay(long seconds) {
        return Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
