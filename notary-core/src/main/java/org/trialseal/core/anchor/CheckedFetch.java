package org.trialseal.core.anchor;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.HeaderFault;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.HeaderVerifier;

/** Takes headers from a source in order, and only those that obey the rules. */
final class CheckedFetch {
    private final HeaderSource source;
    private final HeaderVerifier verifier;

    /**
     * Goes on behind what is known.
     *
     * @param given height of the block that is given, below the first header
     * @param known the headers right above it that are known, if any
     */
    CheckedFetch(HeaderSource source, Checkpoints checkpoints, long given, Optional<HeaderRun> known) {
        this.source = source;
        this.verifier = HeaderVerifier.startingAt(given + 1, checkpoints);
        known.ifPresent(
                run -> run.forEachWhile(header -> verifier.accept(header).isEmpty()));
    }

    long nextHeight() {
        return verifier.nextHeight();
    }

    /** The expected hashes above the checkpoint. */
    BigInteger work() {
        return verifier.work();
    }

    /**
     * Fetches the next headers, up to that of {@code last} at most.
     *
     * @throws HeaderSourceException when there are none, or one breaks a rule
     */
    HeaderRun next(long last, Deadline deadline) throws IOException {
        long from = nextHeight();
        int count = (int) Math.min(HeaderSource.MAX_COUNT, last - from + 1);
        List<BlockHeader> headers = source.headers(from, count, deadline);
        if (headers.isEmpty() || headers.size() > count) {
            throw new HeaderSourceException(source.name(), "does not give the headers from block " + from + " on");
        }
        for (BlockHeader header : headers) {
            Optional<HeaderFault> fault = verifier.accept(header);
            if (fault.isPresent()) {
                throw new HeaderSourceException(
                        source.name(),
                        "gives headers that break the rules. " + fault.get().sentence());
            }
        }
        return HeaderRun.of(from, headers);
    }
}
