package org.trialseal.core.bitcoin;

import java.io.IOException;
import java.util.Optional;

/** Headers of one chain that are known locally, whoever gave them; they are checked again wherever they are used. */
@FunctionalInterface
public interface KnownHeaders {
    /** Nothing is known. */
    KnownHeaders NONE = height -> Optional.empty();

    /**
     * The headers that say most about a block: above the newest checkpoint all that are linked to it, whether they reach
     * this height or not; below, those of the stretch between two checkpoints in which it lies.
     *
     * @param height 0 or more
     */
    Optional<HeaderRun> around(long height) throws IOException;

    /** Only these are known. */
    static KnownHeaders of(HeaderRun run) {
        return height -> Optional.of(run);
    }
}
