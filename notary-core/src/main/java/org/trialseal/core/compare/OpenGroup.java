package org.trialseal.core.compare;

import org.jspecify.annotations.Nullable;
import org.trialseal.core.evidence.SealedGroup;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.RecordHasher;

/** A group whose key is known. */
final class OpenGroup {
    private final long index;
    private final long first;
    private final long count;
    private final GroupKey key;
    private volatile byte @Nullable [] fingerprintKey;

    private OpenGroup(long index, long first, long count, GroupKey key) {
        this.index = index;
        this.first = first;
        this.count = count;
        this.key = key;
    }

    static OpenGroup of(SealedGroup group) {
        return new OpenGroup(
                group.index(), group.first(), group.count(), group.key().orElseThrow());
    }

    /** Its place among the dataset's groups. */
    long index() {
        return index;
    }

    /** Place of its first record among all records. */
    long first() {
        return first;
    }

    /** Number of its records. */
    long count() {
        return count;
    }

    GroupKey key() {
        return key;
    }

    /** The key of its fingerprints, kept once it was computed; not to be written to. */
    byte[] fingerprintKey(RecordHasher hasher) {
        byte[] known = fingerprintKey;
        if (known == null) {
            hasher.useGroup(key);
            known = hasher.fingerprintKey();
            fingerprintKey = known;
        }
        return known;
    }
}
