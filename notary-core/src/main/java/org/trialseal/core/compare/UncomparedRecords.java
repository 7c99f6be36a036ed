package org.trialseal.core.compare;

import java.io.IOException;
import java.util.List;
import org.trialseal.core.compare.Note.Code;

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
            comparing.note(Code.HIDDEN, hidden);
        } else if (!closed.isEmpty()) {
            comparing.note(closed.size() == 1 ? Code.SUBJECT_CLOSED : Code.SUBJECTS_CLOSED, closed.size());
        }
        if (!comparing.dataset().knowsAllSubjects() && leftovers.strangers().rows() > 0) {
            comparing.note(Code.STRANGERS, leftovers.strangers().rows());
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
        comparing.note(Code.COUNT_DIFFERS, cursor.seen(), sealed);
        comparing.differences().removedUnseen(Math.max(0, sealed - cursor.seen()));
        comparing.differences().addedUnseen(Math.max(0, cursor.seen() - sealed));
    }
}
