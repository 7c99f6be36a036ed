package org.trialseal.core.compare;

import java.util.List;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.record.Described;
import org.trialseal.core.record.ImportSettings;

/** Says when a dataset was sealed with another description than it has now. What is sealed is compared either way. */
final class OtherDefine {
    private OtherDefine() {}

    /** Nothing when both are described by the same bytes, or one of them is not described at all. */
    static List<Note> notes(ImportSettings sealed, ImportSettings later) {
        String before = sealed.options().get(Described.DIGEST);
        String now = later.options().get(Described.DIGEST);
        if (before == null || now == null || before.equals(now)) {
            return List.of();
        }
        return List.of(Note.of(Code.OTHER_DEFINE, name(sealed), before, name(later), now));
    }

    private static String name(ImportSettings settings) {
        return settings.options().getOrDefault(Described.FILE, "the file");
    }
}
