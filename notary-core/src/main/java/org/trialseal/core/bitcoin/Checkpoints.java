package org.trialseal.core.bitcoin;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.trialseal.core.digest.MalformedException;

/**
 * The blocks of one chain that a verifier takes as given: its genesis, and the last blocks of retarget periods. They fix
 * which chain is meant, and the exact target of every height up to one period after the newest.
 */
public final class Checkpoints {
    private static final String SHIPPED = "checkpoints.txt";

    private final ChainParameters parameters;
    private final NavigableMap<Long, Checkpoint> byHeight;

    private Checkpoints(ChainParameters parameters, NavigableMap<Long, Checkpoint> byHeight) {
        this.parameters = parameters;
        this.byHeight = byHeight;
    }

    /** Only the genesis is given. */
    public static Checkpoints genesisOnly(ChainParameters parameters) {
        return new Checkpoints(parameters, new TreeMap<>());
    }

    /**
     * The genesis and {@code list}.
     *
     * @throws IllegalArgumentException unless every height is the last of a period, heights ascend, and every target is
     *     within the limit of the chain
     */
    public static Checkpoints of(ChainParameters parameters, List<Checkpoint> list) {
        NavigableMap<Long, Checkpoint> byHeight = new TreeMap<>();
        for (Checkpoint checkpoint : list) {
            long height = checkpoint.height();
            if (!parameters.startsPeriod(height + 1) || !byHeight.isEmpty() && height <= byHeight.lastKey()) {
                throw new IllegalArgumentException("checkpoints are the last blocks of periods, ascending: " + height);
            }
            if (!parameters.allows(checkpoint.nextTarget())) {
                throw new IllegalArgumentException("target above the limit after height " + height);
            }
            byHeight.put(height, checkpoint);
        }
        return new Checkpoints(parameters, byHeight);
    }

    /**
     * Reads a list of checkpoints: the line {@code trialseal/1 checkpoints}, then a line for each of them, of height,
     * hash, nBits of the following period and, where they are known, the last eleven times, separated by commas.
     *
     * @param source what is being read, for the error message
     * @throws MalformedException when it is not exactly such a list, or not one of this chain
     */
    public static Checkpoints read(InputStream in, ChainParameters parameters, String source)
            throws IOException, MalformedException {
        return CheckpointsFormat.read(in, parameters, source);
    }

    /**
     * The Bitcoin checkpoints shipped with the program, made by {@code src/tools/make_checkpoints.py}. Reads them anew
     * each time. The times of the blocks up to the newest are in no public list so far, so the median-time rule binds
     * above it from the seventh block on, and fully from the twelfth.
     */
    public static Checkpoints shipped() {
        try (InputStream in = Checkpoints.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + SHIPPED);
            }
            return read(new BufferedInputStream(in), ChainParameters.main(), SHIPPED);
        } catch (IOException | MalformedException e) {
            throw new IllegalStateException("the program's own checkpoints are damaged", e);
        }
    }

    /** The chain they belong to. */
    public ChainParameters parameters() {
        return parameters;
    }

    /** All but the genesis, ascending. */
    public List<Checkpoint> list() {
        return new ArrayList<>(byHeight.values());
    }

    /** The checkpoint at exactly this height; never the genesis. */
    public Optional<Checkpoint> at(long height) {
        return Optional.ofNullable(byHeight.get(height));
    }

    /** Height of the newest checkpoint, or 0 when there is only the genesis. */
    public long newestHeight() {
        return byHeight.isEmpty() ? 0 : byHeight.lastKey();
    }

    /** Hash of the newest checkpoint, or of the genesis when there is no other. */
    public BlockHash newestHash() {
        return byHeight.isEmpty()
                ? parameters.genesis().hash()
                : byHeight.lastEntry().getValue().hash();
    }

    /** The hash of the block at this height when it is given: a checkpoint's or the genesis's. */
    public Optional<BlockHash> hashAt(long height) {
        return height == 0
                ? Optional.of(parameters.genesis().hash())
                : at(height).map(Checkpoint::hash);
    }

    /** The first height from {@code height} on whose block is given. */
    public Optional<Long> nextFrom(long height) {
        return height <= 0 ? Optional.of(0L) : Optional.ofNullable(byHeight.ceilingKey(height));
    }

    /**
     * The last height below {@code height} whose block is given, 0 for the genesis.
     *
     * @throws IllegalArgumentException when the height is not positive: nothing is below the genesis
     */
    public long lastBefore(long height) {
        if (height < 1) {
            throw new IllegalArgumentException("no block is below the genesis");
        }
        Long below = byHeight.lowerKey(height);
        return below == null ? 0 : below;
    }

    /** The target of the block at this height, where the checkpoints or the rules fix it without any header. */
    public Optional<CompactTarget> targetAt(long height) {
        if (!parameters.retargeting() || height < parameters.retargetInterval()) {
            return Optional.of(parameters.genesis().target());
        }
        long periodStart = height - height % parameters.retargetInterval();
        return at(periodStart - 1).map(Checkpoint::nextTarget);
    }
}
