package org.trialseal.importers.csv;

/** Counts physical lines as characters go by: CR LF, LF and CR each end one. */
final class LineCount {
    private long line = 1;
    private boolean afterCr;

    /** Takes note of the next character. */
    void add(int character) {
        if (character == '\r' || character == '\n' && !afterCr) {
            line++;
        }
        afterCr = character == '\r';
    }

    /** The 1-based line of the next character. */
    long line() {
        return line;
    }
}
