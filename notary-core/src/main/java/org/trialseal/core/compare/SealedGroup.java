package org.trialseal.core.compare;

import java.util.Optional;
import org.trialseal.core.seal.GroupKey;

/**
 * One group of a sealed dataset.
 *
 * @param index its place among the dataset's groups
 * @param first place of its first record among all records at hand, group after group
 * @param count number of its records, or {@link #UNKNOWN_COUNT}
 * @param key opens its commitments; empty when it is not at hand
 */
record SealedGroup(long index, long first, long count, Optional<GroupKey> key) {
    /** The count of a group that is not shown. */
    static final long UNKNOWN_COUNT = -1;

    SealedGroup withKey(GroupKey found) {
        return new SealedGroup(index, first, count, Optional.of(found));
    }
}
