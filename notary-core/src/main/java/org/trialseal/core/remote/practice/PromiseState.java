package org.trialseal.core.remote.practice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.ots.Op;

/**
 * What has become of a promise.
 *
 * @param kind how far it is
 * @param place where it is kept; null unless in a block
 */
record PromiseState(Kind kind, @Nullable Place place) {
    /** Where it is kept; only when in a block. */
    Place placeInBlock() {
        if (place == null) {
            throw new IllegalStateException("in no block");
        }
        return place;
    }

    /** How far a promise is. */
    enum Kind {
        UNKNOWN,
        WAITING,
        IN_BLOCK
    }

    /**
     * Where a promise is kept.
     *
     * @param path from the commitment's SHA-256 to the block's Merkle root
     * @param transaction id of the transaction, as people write it
     * @param height of its block
     * @param confirmations blocks from that one to the tip
     */
    record Place(List<Op> path, String transaction, long height, long confirmations) {}
}
