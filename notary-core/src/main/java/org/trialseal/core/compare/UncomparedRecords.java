package org.trialseal.core.compare;

import java.io.IOException;
import java.util.List;

/** Says which records cannot be compared with what is at hand. */
final class UncomparedRecords {
    private UncomparedRecords() {}

    /** Notes them; whether there are any. */
    static boolean note(Comparing comparing, LeftoverRows leftovers) throws IOException {
        List<GroupCursor> closed = comparing.cursors().visited().stream()
                .filter(cursor -> !cursor.isOpen())
                .toList();
        long hidden = comparing.dataset().hiddenRecords();
        if (hidden > 0) {
            comparing.note(hidden + " sealed records are not shown and were not compared.");
        } else if (!closed.isEmpty()) {
            comparing.note("The records of " + closed.size() + (closed.size() == 1 ? " subject" : " subjects")
                    + " could not be compared: the secret that opens them is not in the study store (erased, or another"
                    + " store).");
        }
        if (!comparing.dataset().knowsAllSubjects() && leftovers.strangers().rows() > 0) {
            comparing.note(leftovers.strangers().rows()
                    + " rows belong to subjects of which nothing is shown; they were not compared.");
        }
        for (GroupCursor cursor : closed) {
            compareCounts(comparing, cursor);
        }
        return hidden > 0 || !closed.isEmpty();
    }

    private static void compareCounts(Comparing comparing, GroupCursor cursor) throws IOException {
        long sealed = cursor.group().count();
        if (sealed == SealedGroup.UNKNOWN_COUNT || sealed == cursor.seen()) {
            return;
        }
        comparing.note("A subject whose records cannot be opened has " + cursor.seen() + " records where " + sealed
                + " were sealed.");
        comparing.differences().removedUnseen(Math.max(0, sealed - cursor.seen()));
        comparing.differences().addedUnseen(Math.max(0, cursor.seen() - sealed));
    }
}
