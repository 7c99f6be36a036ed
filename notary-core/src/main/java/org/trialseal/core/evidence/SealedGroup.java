package org.trialseal.core.evidence;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.seal.GroupKey;

/**
 * One group of a sealed dataset.
 *
 * @param index its place among the dataset's groups
 * @param first place of its first record among all records at hand, group after group
 * @param count number of its records, or {@link #UNKNOWN_COUNT}
 * @param key opens its commitments; empty when it is not at hand
 */
public record SealedGroup(long index, long first, long count, Optional<GroupKey> key) {
    /** The count of a group that is not shown. */
    public static final long UNKNOWN_COUNT = -1;

    /** Bytes of {@link #toBytes}. */
    static final int LENGTH = 3 * Long.BYTES + 1 + GroupKey.LENGTH;

    /** The same group with its key. */
    public SealedGroup withKey(GroupKey found) {
        return new SealedGroup(index, first, count, Optional.of(found));
    }

    /** {@code u64 index | u64 first | u64 count | u8 whether there is a key | key or zeros}. */
    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
        bytes.putLong(index).putLong(first).putLong(count);
        key.ifPresent(known -> bytes.put((byte) 1).put(known.value().toArray()));
        return bytes.array();
    }

    static SealedGroup ofBytes(byte[] bytes) {
        ByteBuffer numbers = ByteBuffer.wrap(bytes);
        long index = numbers.getLong();
        long first = numbers.getLong();
        long count = numbers.getLong();
        boolean known = numbers.get() == 1;
        return new SealedGroup(
                index,
                first,
                count,
                known ? Optional.of(new GroupKey(Bytes.copyOf(bytes, numbers.position(), LENGTH))) : Optional.empty());
    }
}
