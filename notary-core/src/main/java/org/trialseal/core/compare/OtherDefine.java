package org.trialseal.core.compare;

import java.util.List;
import org.trialseal.core.record.Described;
import org.trialseal.core.record.ImportSettings;

/** Says when a dataset was sealed with another description than it has now. What is sealed is compared either way. */
final class OtherDefine {
    private OtherDefine() {}

    /** Nothing when both are described by the same bytes, or one of them is not described at all. */
    static List<String> notes(ImportSettings sealed, ImportSettings later) {
        String before = sealed.options().get(Described.DIGEST);
        String now = later.options().get(Described.DIGEST);
        if (before == null || now == null || before.equals(now)) {
            return List.of();
        }
        return List.of("It was sealed with another Define-XML: " + name(sealed) + " had SHA-256 " + before + ", "
                + name(later) + " has " + now + ". Keys are those of the seal.");
    }

    private static String name(ImportSettings settings) {
        return settings.options().getOrDefault(Described.FILE, "the file");
    }
}
