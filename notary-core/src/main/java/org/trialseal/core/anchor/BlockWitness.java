package org.trialseal.core.anchor;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.ots.AttestedBlock;
import org.trialseal.core.ots.Timestamp;

/**
 * Compares the blocks that timestamps name with a source of headers, when there is one. A source that fails once is not
 * asked again, so that it costs little time.
 */
final class BlockWitness {
    private static final Duration LONGEST_LOOKUP = Duration.ofSeconds(2);

    private final Optional<HeaderSource> source;
    private final Deadline deadline;
    private volatile boolean failed;

    BlockWitness(Optional<HeaderSource> source, Deadline deadline) {
        this.source = source;
        this.deadline = deadline;
    }

    /** Whether a block that the timestamp names is known to hold something else. */
    boolean contradicts(Timestamp timestamp) {
        return timestamp.blocks().stream()
                .anyMatch(block -> header(block)
                        .filter(header -> !holds(header, block.message()))
                        .isPresent());
    }

    private static boolean holds(BlockHeader header, Bytes message) {
        return message.equals(header.merkleRoot().bytes());
    }

    private Optional<BlockHeader> header(AttestedBlock block) {
        if (source.isEmpty() || failed) {
            return Optional.empty();
        }
        try {
            Deadline lookup = deadline.earlier(Deadline.in(LONGEST_LOOKUP));
            return source.get().headers(block.height(), 1, lookup).stream().findFirst();
        } catch (IOException e) {
            failed = true;
            return Optional.empty();
        }
    }
}
