package org.trialseal.core.corpus;

import static org.trialseal.core.testing.SpecHash.cat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trialseal.core.json.JsonInteger;
import org.trialseal.core.testing.SpecLogs;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** Several things wrong at once: what is then not usable, not interpreted, or first. */
final class Combinations {
    private static final String LB = SpecPackage.artifact(SpecStudy.LB, "disclosure");
    private static final String TA = SpecPackage.artifact(SpecStudy.TA, "disclosure");

    private final SpecStudy study = SpecStudy.sample();
    private final List<Vector> vectors = new ArrayList<>();

    List<Vector> all() {
        entries();
        damage();
        logs();
        return vectors;
    }

    private SpecPackage honest() {
        return study.show(new TreeMap<>(Map.of(
                SpecStudy.LB, study.dataset(SpecStudy.LB).everything(3),
                SpecStudy.TA, study.dataset(SpecStudy.TA).everything(2))));
    }

    private void add(String name, String description, SpecPackage made, String... damaged) {
        LinkedHashMap<String, byte[]> entries = made.entries();
        for (String part : damaged) {
            entries.computeIfPresent(part, (key, content) -> ForgedDisclosures.flipped(content));
        }
        byte[] archive = SpecPackage.zip(new ArrayList<>(entries.entrySet()));
        vectors.add(Vector.of("combined-" + name, description, archive, Conditions.PRACTICE));
    }

    private static SpecPackage edit(SpecPackage made, String part, String from, String to) {
        return ForgedParts.edit(made, part, from, to);
    }

    private void entries() {
        SpecStudy twice = SpecStudy.withSameNames();
        SpecPackage both = twice.show(new TreeMap<>(
                Map.of(1, twice.dataset(1).everything(2), 2, twice.dataset(2).everything(2))));
        add(
                "name-twice-first-forged",
                "Two datasets of one name, of which the first is not in the seal.",
                edit(both, SpecPackage.ENTRIES, "\"records\":4", "\"records\":5"));
        SpecStudy lying = SpecStudy.sample();
        lying.dataset(SpecStudy.LB).lies.put("source", new JsonInteger(SpecStudy.TA));
        lying.reseal("practice", Map.of());
        SpecPackage shown = lying.show(new TreeMap<>(Map.of(
                SpecStudy.LB, lying.dataset(SpecStudy.LB).everything(2),
                SpecStudy.TA, lying.dataset(SpecStudy.TA).everything(2))));
        add(
                "source-is-none-and-forged",
                "The entry that a dataset names as its source is forged, so that nothing is known of its kind.",
                edit(shown, SpecPackage.ENTRIES, "\"name\":\"TA\"", "\"name\":\"TB\""));
        SpecPackage openings = honest();
        edit(openings, SpecPackage.ENTRIES, "\"name\":\"LB\"", "\"name\":\"LC\"");
        edit(openings, SpecPackage.OPENINGS, "\"name\":\"V2\"", "\"name\":\"V3\"");
        add("entry-and-opening", "An entry is forged, and an opening of another.", openings);
        SpecPackage all = study.show(new TreeMap<>(Map.of(
                SpecStudy.LB, study.dataset(SpecStudy.LB).everything(3),
                SpecStudy.PROTOCOL, study.document(SpecStudy.PROTOCOL).content())));
        edit(all, SpecPackage.OPENINGS, "\"length\":1000", "\"length\":1001");
        add("document-opening", "The opening of a document's file is forged.", all);
        add(
                "number-and-other-study",
                "Statement 2 has another number, and another study.",
                edit(
                        edit(honest(), "data/seals/0002/seal.json", "\"seal\":2", "\"seal\":7"),
                        "data/seals/0002/seal.json",
                        "TS-101",
                        "TS-1"));
    }

    private void damage() {
        add("two-damaged", "Two disclosures are damaged.", honest(), LB, TA);
        add("one-of-two-damaged", "One of two disclosures is damaged.", honest(), TA);
        add(
                "damaged-and-not-opened",
                "A damaged disclosure of an entry that is not opened.",
                honest().put(SpecPackage.ENTRIES, study.entriesJson(List.of(2)))
                        .put(SpecPackage.OPENINGS, study.openingsJson(List.of(2))),
                LB);
        add(
                "statement-and-disclosure",
                "Statement 3 and a disclosure are damaged.",
                honest(),
                SpecPackage.STATEMENT,
                LB);
        add(
                "statements-1-and-2",
                "Statements 1 and 2 are damaged.",
                honest(),
                "data/seals/0001/seal.json",
                "data/seals/0002/seal.json");
        add("entries-and-forged-value", "entries.json is damaged, and a value forged.", forged(), SpecPackage.ENTRIES);
        add(
                "openings-and-headers",
                "openings.json and headers.bin are damaged.",
                honest(),
                SpecPackage.OPENINGS,
                SpecPackage.HEADERS);
        add(
                "timestamp-and-headers",
                "Timestamp and headers are damaged.",
                honest(),
                SpecPackage.OTS,
                SpecPackage.HEADERS);
        SpecPackage malformed = honest();
        malformed.put(TA, cat(malformed.get(TA), new byte[1]));
        add("damaged-and-malformed", "A damaged disclosure, and one that is malformed.", malformed, LB);
        add("malformed-and-damaged", "A disclosure that is malformed and damaged.", malformed, TA);
        add(
                "not-in-force-and-malformed",
                "Statement 3 is damaged, and a disclosure malformed, which nobody interprets.",
                malformed,
                SpecPackage.STATEMENT);
        add(
                "not-in-force-and-malformed-json",
                "Statement 3 is damaged, and openings.json malformed.",
                honest().put(SpecPackage.OPENINGS, "{}".getBytes(StandardCharsets.UTF_8)),
                SpecPackage.STATEMENT);
        add("header-and-manifest", "package.json is damaged.", honest(), "data/package.json", "data/readme.txt");
        add(
                "header-of-other-seal-damaged",
                "package.json is damaged and names another seal.",
                edit(honest(), "data/package.json", "3", "2"),
                "data/package.json");
    }

    private SpecPackage forged() {
        SpecPackage made = honest();
        return made.put(LB, ForgedDisclosures.flipped(made.get(LB)));
    }

    private void logs() {
        SpecLogs logs = new SpecLogs(5, 8, 13, 7).seal();
        SpecPackage made = logs.show(cat(logs.head(), logs.records(1, 9)));
        add(
                "log-statement-1",
                "A log whose history goes back to a damaged statement.",
                made,
                "data/seals/0001/seal.json");
        add("log-statement-2", "The same with the second one.", made, "data/seals/0002/seal.json");
        add("log-statement-3", "A log, and the present statement is damaged.", made, "data/seals/0003/seal.json");
        add("log-itself", "A log that is damaged.", made, SpecPackage.artifact(1, "log"));
        add(
                "log-no-history-statement-1",
                "Statement 1 is damaged, and no history asks for it.",
                logs.show(cat(SpecLogs.headOf(), logs.records(1, 9))),
                "data/seals/0001/seal.json");
        SpecLogs swapped = new SpecLogs(5, 8, 13, 7);
        swapped.previous[1] = 0;
        swapped.seal();
        add(
                "log-previous-left-out",
                "The second seal does not name the first, which the history shows.",
                swapped.show(cat(swapped.head(), swapped.allRecords())));
        add(
                "log-history-from-2",
                "The second seal names none before it, and the history begins there.",
                swapped.show(cat(SpecLogs.headOf(swapped.earlier(2)), swapped.allRecords())));
    }
}
