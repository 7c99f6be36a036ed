package org.trialseal.core.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.record.ImportSettings;

/** Says how the same records are written otherwise. */
final class Rewriting {
    private Rewriting() {}

    static List<Note> notes(ImportSettings sealedSettings, ImportSettings laterSettings) {
        ImportSettings sealed = sealedSettings.own();
        ImportSettings later = laterSettings.own();
        List<String> changes = new ArrayList<>();
        if (!sealed.importer().equals(later.importer())) {
            changes.add("format " + sealed.importer() + " -> " + later.importer());
        } else {
            Set<String> names = new TreeSet<>(sealed.options().keySet());
            names.addAll(later.options().keySet());
            for (String name : names) {
                String before = sealed.options().getOrDefault(name, "none");
                String now = later.options().getOrDefault(name, "none");
                if (!before.equals(now)) {
                    changes.add(name + " \"" + before + "\" -> \"" + now + "\"");
                }
            }
        }
        return List.of(
                changes.isEmpty()
                        ? Note.of(Code.ELSEWHERE_IN_FILE)
                        : Note.of(Code.REWRITTEN, String.join("; ", changes)));
    }
}
