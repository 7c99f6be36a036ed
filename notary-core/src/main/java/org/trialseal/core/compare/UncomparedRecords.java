package org.trialseal.core.compare;

import java.io.IOException;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.evidence.SealedGroup;

/** Says which records cannot be compared with what is at hand. */
final class UncomparedRecords {
    private UncomparedRecords() {}

    /** Notes them; whether there are any. */
    static boolean note(Comparing comparing, LeftoverRows leftovers) throws IOException {
        GroupCursors cursors = comparing.cursors();
        int closed = cursors.closed();
        long hidden = comparing.dataset().hiddenRecords();
        if (hidden > 0) {
            comparing.note(Code.HIDDEN, hidden);
        } else if (closed > 0) {
            comparing.note(closed == 1 ? Code.SUBJECT_CLOSED : Code.SUBJECTS_CLOSED, closed);
        }
        if (!comparing.dataset().knowsAllSubjects() && leftovers.strangers().rows() > 0) {
            comparing.note(Code.STRANGERS, leftovers.strangers().rows());
        }
        for (int number = 0; closed > 0 && number < cursors.size(); number++) {
            GroupCursor cursor = cursors.get(number);
            if (!cursor.isOpen()) {
                compareCounts(comparing, cursor);
            }
        }
        return hidden > 0 || closed > 0;
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
