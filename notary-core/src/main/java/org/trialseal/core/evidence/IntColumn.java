package org.trialseal.core.evidence;

import java.util.Arrays;

/** Numbers by consecutive places, in blocks, so that growing needs no room beside them. */
public final class IntColumn {
    private static final int PER_BLOCK = 1 << 12;

    private int[][] blocks = new int[16][];

    /** The number at a place; 0 where none was set. */
    public int get(int place) {
        int block = place / PER_BLOCK;
        return block >= blocks.length || blocks[block] == null ? 0 : blocks[block][place % PER_BLOCK];
    }

    /** Sets the number at a place. */
    public void set(int place, int number) {
        block(place)[place % PER_BLOCK] = number;
    }

    /** Adds 1 at a place; returns the number before. */
    public int increment(int place) {
        return block(place)[place % PER_BLOCK]++;
    }

    private int[] block(int place) {
        int block = place / PER_BLOCK;
        if (block >= blocks.length) {
            blocks = Arrays.copyOf(blocks, Math.max(block + 1, 2 * blocks.length));
        }
        if (blocks[block] == null) {
            blocks[block] = new int[PER_BLOCK];
        }
        return blocks[block];
    }
}
