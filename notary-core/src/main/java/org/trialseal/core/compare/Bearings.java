package org.trialseal.core.compare;

/**
 * Whether it is worthwhile to look for rows where they are expected. Where nearly none of some thousand rows was found
 * there, the copy is in another order, and the rows after them are put aside unseen; now and then some thousand are tried
 * again.
 */
final class Bearings {
    private static final int TRIED = 1 << 12;
    private static final int UNTRIED = 1 << 16;
    private static final int FEW = 16;

    private int tried;
    private int found;
    private int untried;

    /** Whether the next so many rows are to be looked for. */
    synchronized boolean isWorthTrying(int rows) {
        untried -= Math.min(untried, rows);
        return untried == 0;
    }

    /** Tells how many of some rows that were looked for were found. */
    synchronized void note(int rows, int foundRows) {
        tried += rows;
        found += foundRows;
        if (tried >= TRIED) {
            untried = found < tried / FEW ? UNTRIED : 0;
            tried = 0;
            found = 0;
        }
    }
}
