package org.trialseal.core.anchor;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.trialseal.core.bitcoin.BlockHash;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.CompactTarget;
import org.trialseal.core.digest.Sha256;

/** Knows one block, whose Merkle root is given; or fails always. */
final class FakeHeaders implements HeaderSource {
    private final long height;
    private final Sha256 merkleRoot;
    private final boolean failing;
    private final AtomicInteger calls = new AtomicInteger();

    private FakeHeaders(long height, Sha256 merkleRoot, boolean failing) {
        this.height = height;
        this.merkleRoot = merkleRoot;
        this.failing = failing;
    }

    static FakeHeaders with(long height, Sha256 merkleRoot) {
        return new FakeHeaders(height, merkleRoot, false);
    }

    static FakeHeaders failing() {
        return new FakeHeaders(0, Sha256.of(), true);
    }

    int calls() {
        return calls.get();
    }

    @Override
    public String name() {
        return "fake headers";
    }

    @Override
    public long tipHeight(Deadline deadline) {
        return height;
    }

    @Override
    public List<BlockHeader> headers(long fromHeight, int count, Deadline deadline) throws IOException {
        calls.incrementAndGet();
        if (failing) {
            throw new IOException("no headers here");
        }
        CompactTarget target = CompactTarget.ofBits(0x207fffff);
        return fromHeight == height ? List.of(BlockHeader.of(1, BlockHash.ZERO, merkleRoot, 0, target, 0)) : List.of();
    }
}
