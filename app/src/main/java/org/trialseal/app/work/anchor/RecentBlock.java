package org.trialseal.app.work.anchor;

import java.io.IOException;
import java.util.Optional;
import org.trialseal.core.anchor.HeaderStore;
import org.trialseal.core.bitcoin.AttestationPolicy;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.seal.NamedBlock;

/** Says which recent block a statement names, so that it cannot be older than that block. */
@FunctionalInterface
public interface RecentBlock {
    /**
     * A block that was there six blocks ago or more, when one is known. Whatever goes wrong, sealing goes on without.
     *
     * @param mayAsk whether a server may be asked
     * @throws java.io.InterruptedIOException when it is to stop
     */
    Optional<NamedBlock> recent(boolean mayAsk) throws IOException;

    /** The newest block of a store that has enough blocks on top of it. */
    static Optional<NamedBlock> in(HeaderStore store) throws IOException {
        return store.top().flatMap(RecentBlock::deep);
    }

    private static Optional<NamedBlock> deep(HeaderRun top) {
        long height = top.endHeight() - 1 - AttestationPolicy.MINIMUM_BLOCKS_ON_TOP;
        return top.contains(height)
                ? Optional.of(new NamedBlock(
                        height, Sha256.ofHex(top.header(height).hash().display())))
                : Optional.empty();
    }
}
