package org.trialseal.core.bitcoin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trialseal.core.digest.Sha256;

/** A small chain under the rules of the main one: periods of 16 blocks, ten seconds apart, and an easy limit. */
public final class MiniChain {
    public static final int INTERVAL = 16;
    public static final int SPACING = 10;
    static final long START_TIME = 1_700_000_000L;
    static final CompactTarget EASY = CompactTarget.ofBits(0x1f6ffff0);

    private static final int MODERN = 0x20000000;
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(248);

    private final ChainParameters parameters;
    private final List<BlockHeader> headers;

    private MiniChain(ChainParameters parameters, List<BlockHeader> headers) {
        this.parameters = parameters;
        this.headers = new ArrayList<>(headers);
    }

    /** A chain of its genesis alone. */
    public static MiniChain start() {
        BlockHeader genesis = ground(MODERN, BlockHash.ZERO, root(0, 0), START_TIME, EASY);
        ChainParameters rules = new ChainParameters(
                Network.BITCOIN, genesis, LIMIT, INTERVAL, INTERVAL * SPACING, true, new TreeMap<>());
        return new MiniChain(rules, List.of(genesis));
    }

    /** A header with any fields and a nonce that meets the target. */
    static BlockHeader ground(int version, BlockHash previous, Sha256 root, long time, CompactTarget target) {
        return IntStream.iterate(0, nonce -> nonce + 1)
                .mapToObj(nonce -> BlockHeader.of(version, previous, root, time, target, nonce))
                .filter(header -> target.isMetBy(header.hash()))
                .findFirst()
                .orElseThrow();
    }

    private static Sha256 root(long height, int branch) {
        return Sha256.of(new byte[] {(byte) height, (byte) (height >> 8), (byte) branch});
    }

    /** The chain up to and including {@code height}, to go on differently. */
    public MiniChain forkAt(int height) {
        return new MiniChain(parameters, headers.subList(0, height + 1));
    }

    /** Mines {@code count} blocks, {@code SPACING} seconds apart; chains of different {@code branch} share none. */
    public MiniChain mine(int count, int branch) {
        for (int i = 0; i < count; i++) {
            mineAt(tip().time() + SPACING, branch);
        }
        return this;
    }

    public MiniChain mineAt(long time, int branch) {
        headers.add(ground(MODERN, tip().hash(), root(headers.size(), branch), time, nextTarget()));
        return this;
    }

    /** Mines a block with this Merkle root. */
    public MiniChain mineRoot(Sha256 root) {
        return append(ground(MODERN, tip().hash(), root, tip().time() + SPACING, nextTarget()));
    }

    public MiniChain append(BlockHeader header) {
        headers.add(header);
        return this;
    }

    CompactTarget nextTarget() {
        if (headers.size() % INTERVAL != 0) {
            return tip().target();
        }
        BlockHeader first = headers.get(headers.size() - INTERVAL);
        return parameters.retarget(tip().target(), first.time(), tip().time());
    }

    public ChainParameters parameters() {
        return parameters;
    }

    public BlockHeader at(int height) {
        return headers.get(height);
    }

    public BlockHeader tip() {
        return headers.get(headers.size() - 1);
    }

    public int height() {
        return headers.size() - 1;
    }

    public HeaderRun run(int from, int to) {
        return HeaderRun.of(from, headers.subList(from, to));
    }

    /** All headers from {@code height} on. */
    public HeaderRun runFrom(int height) {
        return run(height, headers.size());
    }

    Checkpoint checkpoint(int height) {
        List<Long> times = headers.subList(Math.max(0, height - 10), height + 1).stream()
                .map(BlockHeader::time)
                .collect(Collectors.toList());
        CompactTarget next = forkAt(height).nextTarget();
        return new Checkpoint(height, at(height).hash(), next, times);
    }

    /** Checkpoints at the ends of the first periods. */
    public Checkpoints checkpoints(int periods) {
        return Checkpoints.of(
                parameters,
                IntStream.rangeClosed(1, periods)
                        .mapToObj(period -> checkpoint(period * INTERVAL - 1))
                        .collect(Collectors.toList()));
    }
}
