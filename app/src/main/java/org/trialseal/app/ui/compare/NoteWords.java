package org.trialseal.app.ui.compare;

import java.util.EnumSet;
import java.util.Set;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.core.compare.Note;
import org.trialseal.core.compare.Note.Code;

/** Says the core's notes on a comparison in the language of the window. */
final class NoteWords {
    /** Those whose values are numbers, which are written as the language does. */
    private static final Set<Code> COUNTS = EnumSet.of(
            Code.APPENDED,
            Code.BYTES_BETWEEN,
            Code.BYTES_MISSING,
            Code.COUNT_DIFFERS,
            Code.FIELDS_UNNAMED,
            Code.HIDDEN,
            Code.INSERTED,
            Code.LOG_UNSEEN,
            Code.NOT_LISTED_AFTER,
            Code.STRANGERS,
            Code.SUBJECTS_CLOSED,
            Code.SUBJECTS_RENAMED);

    private final Words words;

    NoteWords(Words words) {
        this.words = words;
    }

    String say(Note note) {
        boolean counts = COUNTS.contains(note.code());
        Object[] values = note.values().stream()
                .map(value ->
                        counts ? (Object) Long.valueOf(value) : Safe.text(value).replace(" -> ", " → "))
                .toArray();
        return words.of("compare.note." + note.code().word(), values);
    }
}
