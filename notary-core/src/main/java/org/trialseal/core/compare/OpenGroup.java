package org.trialseal.core.compare;

import org.trialseal.core.seal.GroupKey;

/**
 * A group whose key is known.
 *
 * @param index its place among the dataset's groups
 * @param first place of its first record among all records
 * @param count number of its records
 */
record OpenGroup(long index, long first, long count, GroupKey key) {
    static OpenGroup of(SealedGroup group) {
        return new OpenGroup(
                group.index(), group.first(), group.count(), group.key().orElseThrow());
    }
}
