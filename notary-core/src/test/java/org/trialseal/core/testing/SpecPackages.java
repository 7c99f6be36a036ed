package org.trialseal.core.testing;

import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.u64;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trialseal.core.record.Cell;

/** One honest package of each kind that passes, by the words of docs/proof-format.md; the same bytes each time. */
public final class SpecPackages {
    /** Identifiers of subjects who have records. */
    public static final List<String> SUBJECTS = List.of("S-01", "S-02", "S-03", "S-04", "S-05");

    private SpecPackages() {}

    /** By name. */
    public static Map<String, SpecPackage> all() {
        Map<String, SpecPackage> all = new LinkedHashMap<>();
        all.put("subject", subject());
        SpecStudy study = SpecStudy.sample();
        SpecDataset lb = study.dataset(SpecStudy.LB);
        all.put("whole", study.show(SpecStudy.LB, lb.everything(3)));
        all.put("unnamed", study.show(SpecStudy.LB, lb.everything(0)));
        all.put("absent", study.show(SpecStudy.LB, cat(lb.head(7, Cell.text("S-09")), u64(0))));
        int index = lb.indexOf(Cell.text("S-02"));
        all.put(
                "fields",
                study.show(SpecStudy.LB, cat(lb.head(0), u64(1), lb.partial(0, index, List.of(1, 3), List.of(2, 4)))));
        all.put("kinds", study.show(kinds(study)));
        SpecLogs logs = new SpecLogs(5, 8, 13, 7).seal();
        all.put("log", logs.show(cat(logs.head(), logs.allRecords())));
        all.put("events", logs.show(cat(logs.head(), logs.records(0, 6, 12))));
        return all;
    }

    /** A small package that shows one subject of one dataset. */
    public static SpecPackage subject() {
        SpecStudy study = SpecStudy.small();
        SpecDataset lb = study.dataset(SpecStudy.LB);
        int index = lb.indexOf(Cell.text("S-02"));
        return study.show(SpecStudy.LB, cat(lb.head(3), u64(1), lb.whole(3, index)));
    }

    /** What stands in the disclosure of the package {@code absent} before the identifiers without records. */
    public static byte[] beforeAbsent() {
        byte[] head = SpecStudy.sample().dataset(SpecStudy.LB).head(7);
        return Arrays.copyOf(head, head.length - Integer.BYTES);
    }

    private static TreeMap<Integer, byte[]> kinds(SpecStudy study) {
        SpecDataset wide = study.dataset(SpecStudy.WIDER);
        return new TreeMap<>(Map.of(
                SpecStudy.LB,
                study.dataset(SpecStudy.LB).everything(3),
                SpecStudy.TA,
                study.dataset(SpecStudy.TA).everything(2),
                SpecStudy.WIDER,
                cat(wide.head(0), u64(1), wide.partial(0, 1, List.of(0), List.of(1, 100))),
                SpecStudy.PROTOCOL,
                study.document(SpecStudy.PROTOCOL).content()));
    }
}
