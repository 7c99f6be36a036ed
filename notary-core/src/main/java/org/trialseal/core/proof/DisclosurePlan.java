package org.trialseal.core.proof;

import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.record.Cell;

/**
 * What a disclosure of a dataset says before its groups.
 *
 * @param tagKey 32 bytes, when tags are to be tied to identifiers
 * @param listed whether all subject entries are listed; else each group carries its path
 * @param absent identifiers without records, in any order; needs the tag key and the list
 * @param groups how many groups are shown
 */
public record DisclosurePlan(Optional<Bytes> tagKey, boolean listed, List<Cell> absent, long groups) {
    /** Length of a tag key in bytes. */
    public static final int TAG_KEY_LENGTH = 32;

    static final int TAG_KEY = 1;
    static final int LISTED = 2;
    static final int ABSENT = 4;

    /** @throws IllegalArgumentException when absent identifiers lack the tag key or the list */
    public DisclosurePlan {
        absent = absent.stream().sorted().distinct().toList();
        if (!absent.isEmpty() && (tagKey.isEmpty() || !listed)) {
            throw new IllegalArgumentException("absence needs the tag key and all subject entries");
        }
        if (tagKey.isPresent() && tagKey.get().length() != TAG_KEY_LENGTH) {
            throw new IllegalArgumentException("a tag key has " + TAG_KEY_LENGTH + " bytes");
        }
    }

    /** Groups that carry their paths, and nothing that ties them to identifiers. */
    public static DisclosurePlan ofGroups(long groups) {
        return new DisclosurePlan(Optional.empty(), false, List.of(), groups);
    }

    int flags() {
        return (tagKey.isPresent() ? TAG_KEY : 0) | (listed ? LISTED : 0) | (absent.isEmpty() ? 0 : ABSENT);
    }
}
