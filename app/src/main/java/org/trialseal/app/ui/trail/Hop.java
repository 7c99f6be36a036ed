package org.trialseal.app.ui.trail;

import java.util.List;

/**
 * One station of the way, in words.
 *
 * @param title what it is
 * @param lines about it
 * @param hashes at it: digests with what they are of, or the steps of a timestamp
 * @param onward how it leads to the next one; empty for the last
 */
record Hop(String title, List<String> lines, List<Hash> hashes, String onward, Drawing.Tone tone) {
    Hop {
        lines = List.copyOf(lines);
        hashes = List.copyOf(hashes);
    }

    /**
     * One line of it.
     *
     * @param label what it is of; empty when that is plain
     */
    record Hash(String label, String text) {
        static Hash of(String text) {
            return new Hash("", text);
        }
    }
}
