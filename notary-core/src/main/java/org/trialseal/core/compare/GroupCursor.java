package org.trialseal.core.compare;

import org.trialseal.core.seal.GroupKey;

/** Where the comparison stands in one group: the record that is expected next. */
final class GroupCursor {
    private final SealedGroup group;
    private final GroupKey key;
    private long next;

    GroupCursor(SealedGroup group, GroupKey key) {
        this.group = group;
        this.key = key;
    }

    SealedGroup group() {
        return group;
    }

    GroupKey key() {
        return key;
    }

    long next() {
        return next;
    }

    void moveTo(long index) {
        next = index;
    }
}
