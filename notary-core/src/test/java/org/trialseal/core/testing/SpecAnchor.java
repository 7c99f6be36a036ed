package org.trialseal.core.testing;

import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.bitcoin.BlockHash;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.HeaderRunFormat;
import org.trialseal.core.bitcoin.PracticeMiner;
import org.trialseal.core.bitcoin.PracticeTransaction;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.Timestamp;
import org.trialseal.core.ots.TimestampBuilder;

/** A chain with one block that commits to a digest, and the OpenTimestamps proof that leads to it. */
public final class SpecAnchor {
    /** Time of the genesis of the practice network, seconds since 1970. */
    public static final long GENESIS_TIME = 1_296_688_602L;

    private static final long BLOCK_SECONDS = 600;

    private final ChainParameters parameters;
    private final byte[] digest;
    private final long height;
    private final List<BlockHeader> blocks = new ArrayList<>();

    /**
     * Mines a chain from the genesis on.
     *
     * @param height of the block that commits to {@code digest}
     * @param onTop how many blocks follow it
     */
    public SpecAnchor(ChainParameters parameters, byte[] digest, long height, int onTop) {
        this.parameters = parameters;
        this.digest = digest;
        this.height = height;
        BlockHash tip = parameters.genesis().hash();
        for (long at = 1; at <= height + onTop; at++) {
            BlockHeader block = PracticeMiner.on(parameters)
                    .mine(tip, transaction(at).merkleRoot(), GENESIS_TIME + at * BLOCK_SECONDS)
                    .orElseThrow();
            blocks.add(block);
            tip = block.hash();
        }
    }

    /** The first block of the practice network commits to the digest. */
    public static SpecAnchor practice(byte[] digest) {
        return new SpecAnchor(ChainParameters.practice(), digest, 1, 1);
    }

    private PracticeTransaction transaction(long at) {
        Sha256 commitment = at == height ? Sha256.wrap(digest) : Sha256.of(new byte[] {(byte) at});
        return PracticeTransaction.committing(commitment, at);
    }

    /** The block at a height, from 1. */
    public BlockHeader block(long at) {
        return blocks.get((int) at - 1);
    }

    /** Headers [from, to). */
    public HeaderRun run(long from, long to) {
        return HeaderRun.of(from, blocks.subList((int) from - 1, (int) to - 1));
    }

    /** {@code headers.bin} with all blocks after the genesis. */
    public byte[] headers() {
        return headers(1, blocks.size() + 1L);
    }

    /** {@code headers.bin} with headers [from, to). */
    public byte[] headers(long from, long to) {
        return HeaderRunFormat.of(parameters).toBytes(run(from, to)).toArray();
    }

    /** From the digest to the block's Merkle root. */
    public Timestamp path() throws OtsException {
        PracticeTransaction transaction = transaction(height);
        return TimestampBuilder.from(Bytes.copyOf(digest))
                .append(transaction.suffix())
                .prepend(transaction.prefix())
                .sha256()
                .sha256()
                .attest(new BitcoinAttestation(height))
                .build();
    }

    /** {@code seal.json.ots}. */
    public byte[] timestamp() {
        try {
            return DetachedTimestamp.ofSha256(path()).toBytes();
        } catch (OtsException e) {
            throw new IllegalStateException(e);
        }
    }
}
