package org.trialseal.app.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoint;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.Network;
import org.trialseal.core.bitcoin.PracticeMiner;
import org.trialseal.core.digest.Sha256;

/** A chain that counts as the main one, easy to mine, with a checkpoint at height 7. */
public final class SmallChain {
    /** Height of the checkpoint. */
    public static final int NEWEST = 7;

    private static final int PERIOD = NEWEST + 1;
    /** From block to block. */
    static final long BLOCK_SECONDS = 600;

    private static final ChainParameters PARAMETERS = parameters();

    private final List<BlockHeader> headers;

    private SmallChain(List<BlockHeader> headers) {
        this.headers = new ArrayList<>(headers);
    }

    private static ChainParameters parameters() {
        ChainParameters practice = ChainParameters.practice();
        return new ChainParameters(
                Network.BITCOIN, practice.genesis(), practice.limit(), PERIOD, 4_800, false, new TreeMap<>());
    }

    public static SmallChain mined(int tip) {
        SmallChain chain = new SmallChain(List.of(PARAMETERS.genesis()));
        while (chain.tip() < tip) {
            chain.mine("block");
        }
        return chain;
    }

    public SmallChain forkAt(int height) {
        return new SmallChain(headers.subList(0, height + 1));
    }

    public SmallChain mine(String content) {
        return mine(Sha256.of((content + headers.size()).getBytes(StandardCharsets.US_ASCII)));
    }

    public SmallChain mine(Sha256 root) {
        return mine(root, Instant.ofEpochSecond(at(tip()).time() + BLOCK_SECONDS));
    }

    /** Adds a block with a Merkle root and a time. */
    public SmallChain mine(Sha256 root, Instant time) {
        headers.add(PracticeMiner.on(PARAMETERS)
                .mine(at(tip()).hash(), root, time.getEpochSecond())
                .orElseThrow());
        return this;
    }

    public int tip() {
        return headers.size() - 1;
    }

    public BlockHeader at(int height) {
        return headers.get(height);
    }

    public Checkpoints checkpoints() {
        if (tip() < NEWEST) {
            return Checkpoints.genesisOnly(PARAMETERS);
        }
        BlockHeader newest = at(NEWEST);
        return Checkpoints.of(PARAMETERS, List.of(new Checkpoint(NEWEST, newest.hash(), newest.target(), List.of())));
    }
}
