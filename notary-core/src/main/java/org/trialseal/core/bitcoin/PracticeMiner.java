package org.trialseal.core.bitcoin;

import java.security.MessageDigest;
import java.util.Optional;
import org.trialseal.core.digest.Sha256;

/**
 * Finds headers that meet an easy target, for the practice chain and for tests. Deterministic: it counts the nonce up
 * from zero.
 */
public final class PracticeMiner {
    /** The version that mined headers have: BIP 9 with no flag set. */
    public static final int VERSION = 0x20000000;

    private final CompactTarget target;

    /**
     * A miner for one target.
     *
     * @throws IllegalArgumentException when no hash can meet the target
     */
    public PracticeMiner(CompactTarget target) {
        if (!target.isUsable()) {
            throw new IllegalArgumentException("no hash meets the target " + target);
        }
        this.target = target;
    }

    /** A miner for a chain whose target never changes. */
    public static PracticeMiner on(ChainParameters parameters) {
        return new PracticeMiner(parameters.genesis().target());
    }

    /**
     * Mines a header on top of {@code previous}. The expected effort is {@link CompactTarget#work()} hashes.
     *
     * @param time seconds since 1970, [0, 2^32); must lie above the median of the eleven blocks before to be valid
     * @return empty when none of the 2^32 nonces meets the target
     */
    public Optional<BlockHeader> mine(BlockHash previous, Sha256 merkleRoot, long time) {
        byte[] raw = BlockHeader.of(VERSION, previous, merkleRoot, time, target, 0)
                .bytes()
                .toArray();
        MessageDigest digest = Sha256.newDigest();
        for (long nonce = 0; nonce >>> 32 == 0; nonce++) {
            putNonce(raw, nonce);
            if (target.isMetBy(BlockHeader.hash(raw, digest))) {
                return Optional.of(BlockHeader.read(raw, 0));
            }
        }
        return Optional.empty();
    }

    private static void putNonce(byte[] raw, long nonce) {
        for (int i = 0; i < 4; i++) {
            raw[BlockHeader.NONCE + i] = (byte) (nonce >>> 8 * i);
        }
    }
}
