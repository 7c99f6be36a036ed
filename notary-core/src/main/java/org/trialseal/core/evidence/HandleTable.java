package org.trialseal.core.evidence;

import java.io.IOException;
import java.util.Arrays;

/**
 * Numbers 16-byte handles in the order of their first appearance. Open addressing, in 256 parts by the handle's last byte;
 * a slot holds the first 38 bits of a handle and its number. The first handles are kept, others are asked for where those
 * bits agree: about 12 bytes an entry, and growing needs little room beside it.
 */
final class HandleTable {
    /** Most entries. */
    static final int MAX_SIZE = 50_000_000;

    private static final int NUMBER_BITS = 26;
    private static final int NUMBER_MASK = (1 << NUMBER_BITS) - 1;
    private static final int BEGINNING_BITS = Long.SIZE - NUMBER_BITS;
    private static final int PARTS = 1 << 8;
    private static final int FIRST_SLOTS = 8;
    private static final int KEPT = 1 << 17;
    private static final int PER_BLOCK = 1 << 12;

    private final Handles handles;
    private final int keptSize;
    private final long[][] parts = new long[PARTS][FIRST_SLOTS];
    private final int[] sizes = new int[PARTS];
    private final long[][] kept;
    private int size;

    /** Knows the handles that were added. */
    interface Handles {
        /** Whether this is the handle with the number. */
        boolean is(int number, long high, long low) throws IOException;
    }

    /** @param handles is asked for handles with high numbers */
    HandleTable(Handles handles) {
        this(handles, KEPT);
    }

    HandleTable(Handles handles, int keptSize) {
        this.handles = handles;
        this.keptSize = keptSize;
        this.kept = new long[keptSize / PER_BLOCK + 1][];
    }

    int size() {
        return size;
    }

    /** The number of a handle, or -1. */
    int find(long high, long low) throws IOException {
        long[] slots = parts[part(low)];
        return (int) (slots[slot(slots, high, low)] & NUMBER_MASK) - 1;
    }

    /** Gives the next number to a handle that has none. */
    int add(long high, long low) throws IOException {
        if (size == MAX_SIZE) {
            throw new IllegalStateException("a study has at most " + MAX_SIZE + " subjects");
        }
        int part = part(low);
        if (sizes[part] * 5L >= parts[part].length * 4L) {
            grow(part);
        }
        long[] slots = parts[part];
        int number = size++;
        keep(number, high, low);
        slots[slot(slots, high, low)] = high >>> NUMBER_BITS << NUMBER_BITS | number + 1;
        sizes[part]++;
        return number;
    }

    private void keep(int number, long high, long low) {
        if (number >= keptSize) {
            return;
        }
        int block = number / PER_BLOCK;
        if (kept[block] == null) {
            kept[block] = new long[2 * PER_BLOCK];
        }
        kept[block][2 * (number % PER_BLOCK)] = high;
        kept[block][2 * (number % PER_BLOCK) + 1] = low;
    }

    private static int part(long low) {
        return (int) low & PARTS - 1;
    }

    /** Where the handle stands, or may be put. */
    private int slot(long[] slots, long high, long low) throws IOException {
        int slot = home(slots, high);
        while (slots[slot] != 0 && !is(slots[slot], high, low)) {
            slot = slot + 1 == slots.length ? 0 : slot + 1;
        }
        return slot;
    }

    /** Handles are spread evenly, so that their beginnings say where they go. */
    private static int home(long[] slots, long high) {
        return (int) ((high >>> NUMBER_BITS) * slots.length >>> BEGINNING_BITS);
    }

    private boolean is(long slot, long high, long low) throws IOException {
        if ((slot ^ high) >>> NUMBER_BITS != 0) {
            return false;
        }
        int number = (int) (slot & NUMBER_MASK) - 1;
        if (number >= keptSize) {
            return handles.is(number, high, low);
        }
        long[] block = kept[number / PER_BLOCK];
        return block[2 * (number % PER_BLOCK)] == high && block[2 * (number % PER_BLOCK) + 1] == low;
    }

    private void grow(int part) {
        long[] old = parts[part];
        long[] slots = new long[old.length + old.length / 4 + 2];
        Arrays.stream(old).filter(slot -> slot != 0).forEach(slot -> {
            int at = home(slots, slot);
            while (slots[at] != 0) {
                at = at + 1 == slots.length ? 0 : at + 1;
            }
            slots[at] = slot;
        });
        parts[part] = slots;
    }
}
