package org.trialseal.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.SealEntry;

/** Says in words what a seal holds. */
final class SealWords {
    private SealWords() {}

    static String contents(EvidenceFolder folder) {
        long datasets = count(folder, "dataset");
        long logs = count(folder, "log");
        long documents = count(folder, "document");
        long records = folder.entries().stream()
                .filter(DatasetEntry.class::isInstance)
                .mapToLong(entry -> ((DatasetEntry) entry).shape().records())
                .sum();
        long logged = folder.entries().stream()
                .filter(LogEntry.class::isInstance)
                .mapToLong(entry -> ((LogEntry) entry).records())
                .sum();
        List<String> parts = new ArrayList<>();
        if (datasets > 0) {
            parts.add(number(datasets, "dataset") + " with " + number(records, "record"));
        }
        if (logs > 0) {
            parts.add(number(logs, "event log") + " with " + number(logged, "record"));
        }
        if (documents > 0) {
            parts.add(number(documents, "document"));
        }
        return join(parts);
    }

    private static String join(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    static String number(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static long count(EvidenceFolder folder, String kind) {
        return folder.entries().stream()
                .map(SealEntry::kind)
                .filter(kind::equals)
                .count();
    }
}
