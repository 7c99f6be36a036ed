package org.trialseal.core.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.RootBuilder;
import org.trialseal.core.seal.Groups;

/** The subject entries that a disclosure lists: 64 bytes each, in blocks, so that memory grows with what is there. */
final class ListedGroups {
    private static final int ENTRY = 2 * Sha256.LENGTH;
    private static final int BLOCK_ENTRIES = 1 << 10;

    private final List<byte[]> blocks = new ArrayList<>();
    private final RootBuilder root = new RootBuilder();
    private boolean ascending = true;
    private int count;

    void add(Sha256 tag, Sha256 body) {
        if (count > 0 && compare(count - 1, tag) >= 0) {
            ascending = false;
        }
        if (count % BLOCK_ENTRIES == 0) {
            blocks.add(new byte[BLOCK_ENTRIES * ENTRY]);
        }
        byte[] block = blocks.get(count / BLOCK_ENTRIES);
        tag.copyTo(block, offset(count));
        body.copyTo(block, offset(count) + Sha256.LENGTH);
        root.add(Groups.leafHash(tag, body));
        count++;
    }

    private static int offset(int index) {
        return index % BLOCK_ENTRIES * ENTRY;
    }

    private int compare(int index, Sha256 tag) {
        byte[] block = blocks.get(index / BLOCK_ENTRIES);
        int at = offset(index);
        return Arrays.compareUnsigned(block, at, at + Sha256.LENGTH, tag.toArray(), 0, Sha256.LENGTH);
    }

    int count() {
        return count;
    }

    /** Whether tags ascend strictly, and so are unique. */
    boolean ascending() {
        return ascending;
    }

    Sha256 root() {
        return root.root();
    }

    /** Whether a tag is listed; meaningful when {@link #ascending()}. */
    boolean contains(Sha256 tag) {
        return indexOf(tag) >= 0;
    }

    /** Whether a tag is listed with this body; meaningful when {@link #ascending()}. */
    boolean contains(Sha256 tag, Sha256 body) {
        int index = indexOf(tag);
        return index >= 0
                && Sha256.read(blocks.get(index / BLOCK_ENTRIES), offset(index) + Sha256.LENGTH)
                        .equals(body);
    }

    private int indexOf(Sha256 tag) {
        int from = 0;
        int to = count;
        while (from < to) {
            int middle = (from + to) >>> 1;
            int order = compare(middle, tag);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return -1;
    }
}
