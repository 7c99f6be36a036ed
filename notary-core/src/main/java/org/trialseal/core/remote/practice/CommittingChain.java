package org.trialseal.core.remote.practice;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.Op;

/**
 * A chain that takes roots into its blocks: the practice chain inside the program, or that of a node. To be used under a
 * lock.
 */
interface CommittingChain extends AutoCloseable {
    /** Takes what others have added. */
    void refresh() throws IOException;

    /** Height of the newest block, 0 for the genesis. */
    long tipHeight() throws IOException;

    /** At most {@code count} headers from height {@code from} on; none above the tip. */
    List<BlockHeader> headers(long from, int count) throws IOException;

    /**
     * Adds one block; when this returns it is kept.
     *
     * @param root what the block is to commit to; empty when nothing waits
     * @param time seconds since 1970 that the block should have, as far as the chain lets it choose
     */
    void mine(Optional<Sha256> root, long time) throws IOException;

    /**
     * Where a root stands.
     *
     * @param root one that {@link #mine} put into the block
     * @param height of that block
     */
    Commitment commitment(Sha256 root, long height) throws IOException;

    @Override
    void close() throws IOException;

    /**
     * A root in a block.
     *
     * @param path from the root to the block's Merkle root, in the byte order of the header
     * @param transaction id, as people write it, of the transaction that holds the root
     */
    record Commitment(List<Op> path, String transaction) {
        public Commitment {
            path = List.copyOf(path);
        }
    }
}
