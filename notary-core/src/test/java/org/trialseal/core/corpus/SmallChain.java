package org.trialseal.core.corpus;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trialseal.core.bitcoin.BlockHash;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoint;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.CompactTarget;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.HeaderRunFormat;
import org.trialseal.core.bitcoin.Network;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.Timestamp;
import org.trialseal.core.ots.TimestampBuilder;

/**
 * A chain with the rules of the main one, intervals of 8 blocks that should take 80 seconds, and an easy limit. Every block
 * commits to a digest, so that any of them can attest it. Blocks are added with any time, bits and version.
 */
final class SmallChain {
    static final int INTERVAL = 8;
    static final int SPACING = 10;
    static final int MODERN = 0x20000000;
    private static final long START = 1_700_000_000L;
    /** A negative target, and the same without its sign, which its blocks meet. */
    private static final int SIGNED = 0x1fffffff;

    private static final int UNSIGNED = 0x1f7fffff;
    private static final int GENESIS_BITS = 0x1f6ffff0;

    private final byte[] digest;
    private final ChainParameters parameters;
    private final List<BlockHeader> headers = new ArrayList<>();
    private final Map<Long, Sha256> roots = new HashMap<>();

    SmallChain(byte[] digest, long versionsFrom, int version) {
        this.digest = digest;
        TreeMap<Long, Integer> versions = new TreeMap<>();
        if (version > 0) {
            versions.put(versionsFrom, version);
        }
        BlockHeader genesis = mine(MODERN, BlockHash.ZERO, Sha256.of(), START, CompactTarget.ofBits(GENESIS_BITS));
        parameters = new ChainParameters(
                Network.BITCOIN,
                genesis,
                BigInteger.ONE.shiftLeft(247).subtract(BigInteger.ONE),
                INTERVAL,
                (long) INTERVAL * SPACING,
                true,
                versions);
        headers.add(genesis);
    }

    static SmallChain of(byte[] digest) {
        return new SmallChain(digest, 0, 0);
    }

    private static BlockHeader mine(int version, BlockHash previous, Sha256 root, long time, CompactTarget target) {
        int nonce = 0;
        BlockHeader header = BlockHeader.of(version, previous, root, time, target, nonce);
        CompactTarget met = target.bits() == SIGNED ? CompactTarget.ofBits(UNSIGNED) : target;
        while (met.isUsable() && !met.isMetBy(header.hash())) {
            header = BlockHeader.of(version, previous, root, time, target, ++nonce);
        }
        return header;
    }

    ChainParameters parameters() {
        return parameters;
    }

    long height() {
        return headers.size() - 1L;
    }

    BlockHeader tip() {
        return headers.get(headers.size() - 1);
    }

    /** The bits that are due for the next block. */
    CompactTarget due() {
        long next = headers.size();
        if (!parameters.startsPeriod(next)) {
            return tip().target();
        }
        long first = headers.get((int) next - INTERVAL).time();
        return parameters.retarget(tip().target(), first, tip().time());
    }

    SmallChain add(int seconds) {
        return add(seconds, due(), MODERN);
    }

    SmallChain add(int seconds, CompactTarget target, int version) {
        headers.add(mine(version, tip().hash(), root(headers.size()), tip().time() + seconds, target));
        return this;
    }

    SmallChain upTo(long height, int seconds) {
        while (height() < height) {
            add(seconds);
        }
        return this;
    }

    /** What a block commits to, in place of what it would. */
    SmallChain committing(long height, Bytes root) {
        roots.put(height, Sha256.wrap(root.toArray()));
        return this;
    }

    private Sha256 root(long height) {
        Sha256 other = roots.get(height);
        return other != null ? other : ownRoot(height);
    }

    private Sha256 ownRoot(long height) {
        return Bytes.copyOf(digest)
                .concat(Bytes.copyOf(new byte[] {(byte) height}))
                .sha256();
    }

    byte[] timestamp(long... heights) {
        try {
            Timestamp timestamp = path(heights[0]);
            for (long height : heights) {
                timestamp = timestamp.merge(path(height));
            }
            return DetachedTimestamp.ofSha256(timestamp).toBytes();
        } catch (OtsException e) {
            throw new IllegalStateException(e);
        }
    }

    private Timestamp path(long height) throws OtsException {
        return TimestampBuilder.from(Bytes.copyOf(digest))
                .append(Bytes.copyOf(new byte[] {(byte) height}))
                .sha256()
                .attest(new BitcoinAttestation(height))
                .build();
    }

    /** Headers [from, to]. */
    HeaderRun run(long from, long to) {
        return HeaderRun.of(from, headers.subList((int) from, (int) to + 1));
    }

    byte[] bytes(long from, long to) {
        return HeaderRunFormat.of(parameters).toBytes(run(from, to)).toArray();
    }

    /** A checkpoint at the end of an interval, with so many times. */
    Checkpoint checkpoint(long height, int times) {
        List<Long> known = new ArrayList<>();
        for (long at = height - times + 1; at <= height; at++) {
            known.add(headers.get((int) at).time());
        }
        BlockHeader next = headers.get((int) height + 1);
        return new Checkpoint(height, headers.get((int) height).hash(), next.target(), known);
    }

    Conditions conditions(Checkpoint... checkpoints) {
        return Conditions.STRICT.on(Checkpoints.of(parameters, List.of(checkpoints)));
    }
}
