package org.trialseal.core.corpus;

import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.u64;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** Packages of datasets and documents that show what was sealed. */
final class HonestVectors {
    private final SpecStudy study = SpecStudy.sample();
    private final SpecDataset lb = study.dataset(SpecStudy.LB);
    private final Random random;
    private final List<Vector> vectors = new ArrayList<>();

    HonestVectors(Random random) {
        this.random = random;
    }

    List<Vector> all() {
        wholes();
        subjects();
        records();
        documents();
        oddities();
        for (int i = 0; i < 40; i++) {
            add("random-" + i, "Some records and fields of a dataset, chosen by chance.", anyPart(i));
        }
        return vectors;
    }

    private void add(String name, String description, SpecPackage made) {
        vectors.add(Vector.practice("good-" + name, description, made));
    }

    private void wholes() {
        for (int flags = 0; flags < 4; flags++) {
            add("dataset-flags-" + flags, "A whole dataset.", study.show(SpecStudy.LB, lb.everything(flags)));
        }
        add("dataset-ungrouped", "A whole dataset without subjects.", whole(SpecStudy.TA, 2));
        add("dataset-ungrouped-tag-key", "A whole dataset without subjects, with its tag key.", whole(SpecStudy.TA, 3));
        add("dataset-70-columns", "A whole dataset of more than 64 columns.", whole(SpecStudy.WIDE, 3));
        add("dataset-130-columns", "A whole dataset of more than 128 columns.", whole(SpecStudy.WIDER, 0));
        add(
                "everything",
                "All artifacts of a seal.",
                study.show(new TreeMap<>(Map.of(
                        SpecStudy.LB, lb.everything(3),
                        SpecStudy.TA, study.dataset(SpecStudy.TA).everything(0),
                        SpecStudy.WIDE, study.dataset(SpecStudy.WIDE).everything(1),
                        SpecStudy.WIDER, study.dataset(SpecStudy.WIDER).everything(2),
                        SpecStudy.PROTOCOL, study.document(SpecStudy.PROTOCOL).content()))));
    }

    private SpecPackage whole(int artifact, int flags) {
        return study.show(artifact, study.dataset(artifact).everything(flags));
    }

    private SpecPackage lb(Object... disclosure) {
        return study.show(SpecStudy.LB, cat(disclosure));
    }

    private void subjects() {
        Cell absent = Cell.text("S-99");
        for (int index = 0; index < lb.groups.size(); index++) {
            add(
                    "subject-complete-" + index,
                    "All records of one subject, with the list of all subject entries.",
                    lb(lb.head(3), u64(1), lb.whole(3, index)));
        }
        add(
                "subjects-without-list",
                "Two subjects by their paths: nothing is said of completeness.",
                lb(lb.head(1), u64(2), lb.whole(1, 1), lb.whole(1, 3)));
        add("subject-without-tag-key", "One subject, no tag key.", lb(lb.head(2), u64(1), lb.whole(2, 0)));
        add("absent", "One identifier has no records.", lb(lb.head(7, absent), u64(0)));
        add(
                "absent-and-present",
                "Of three identifiers two have no records.",
                lb(lb.head(7, Cell.text("S-098"), absent), u64(1), lb.whole(7, 2)));
        add(
                "absent-of-several-types",
                "Identifiers of other types count as others.",
                lb(
                        lb.head(
                                7,
                                Cell.text(""),
                                new Cell(CellType.TOKEN, Cell.text("S-01").value()),
                                Cell.missing("")),
                        u64(0)));
    }

    private void records() {
        int large = largest();
        List<Integer> all =
                IntStream.range(0, lb.groups.get(large).leaves.size()).boxed().toList();
        add(
                "record",
                "One record of a subject.",
                lb(lb.head(0), u64(1), lb.partial(0, large, List.of(1), List.of(0, 1, 2, 3, 4))));
        add("field", "One field of a record.", lb(lb.head(0), u64(1), lb.partial(0, large, List.of(0), List.of(3))));
        add(
                "no-field",
                "A record of which no field is shown.",
                lb(lb.head(0), u64(1), lb.partial(0, large, List.of(0), List.of())));
        add(
                "column-of-subject",
                "One column of all records of a subject, complete.",
                lb(lb.head(3), u64(1), lb.partial(3, large, all, List.of(2))));
        add(
                "records-hidden",
                "Some records of a subject, named: completeness is required and open.",
                lb(lb.head(3), u64(1), lb.partial(3, large, List.of(0, 2), List.of(1, 2))));
        SpecDataset wide = study.dataset(SpecStudy.WIDE);
        SpecDataset wider = study.dataset(SpecStudy.WIDER);
        for (int column : new int[] {0, 1, 63, 64, 70}) {
            add(
                    "wide-column-" + column,
                    "One field of a record of 70 columns.",
                    study.show(
                            SpecStudy.WIDE,
                            cat(wide.head(0), u64(1), wide.partial(0, 1, List.of(0), List.of(column)))));
        }
        for (int column : new int[] {63, 64, 127, 128, 130}) {
            add(
                    "wider-column-" + column,
                    "One field of a record of 130 columns.",
                    study.show(
                            SpecStudy.WIDER,
                            cat(wider.head(1), u64(1), wider.partial(1, 0, List.of(0), List.of(column)))));
        }
    }

    private int largest() {
        int large = 0;
        for (int index = 1; index < lb.groups.size(); index++) {
            large = lb.groups.get(index).leaves.size()
                            > lb.groups.get(large).leaves.size()
                    ? index
                    : large;
        }
        return large;
    }

    private void documents() {
        add(
                "document",
                "A document.",
                study.show(
                        SpecStudy.PROTOCOL, study.document(SpecStudy.PROTOCOL).content()));
        SpecPackage digestHidden = study.show(
                SpecStudy.PROTOCOL, study.document(SpecStudy.PROTOCOL).content());
        digestHidden.put(SpecPackage.OPENINGS, study.openingsJson(List.of()));
        add("document-digest-hidden", "A document whose file digest is not opened.", digestHidden);
        for (int length : new int[] {0, 1, (1 << 20) + 1}) {
            SpecStudy scan = SpecStudy.ofDocument(length);
            add(
                    "document-of-" + length,
                    "A document of " + length + " bytes.",
                    scan.show(0, scan.document(0).content()));
        }
    }

    private void oddities() {
        SpecStudy empty = SpecStudy.ofRows(List.of("A", "B"), true, List.of());
        add(
                "dataset-empty",
                "A dataset without records.",
                empty.show(1, empty.dataset(1).everything(3)));
        add(
                "dataset-empty-not-listed",
                "A dataset without records, nothing listed.",
                empty.show(1, empty.dataset(1).everything(0)));
        add(
                "absent-from-empty",
                "An identifier is absent from a dataset without records.",
                empty.show(1, cat(empty.dataset(1).head(7, Cell.text("S-1")), u64(0))));
        List<Cell> cells = List.of(
                Cell.text("S-\u00e9\u4e2d\ud83d\ude00"),
                new Cell(CellType.TOKEN, Cell.text("-1.50e3").value()),
                new Cell(CellType.FLOAT64, Cell.text("01234567").value()),
                new Cell(CellType.BYTES, org.trialseal.core.digest.Bytes.ofHex("ff00fe")),
                Cell.missing("."),
                Cell.text("x".repeat(5000)));
        SpecStudy odd = SpecStudy.ofRows(List.of("A", "B", "C", "D", "E", "\u202eF"), true, List.of(cells, cells));
        add(
                "dataset-odd-cells",
                "Cells of all types, a long one, and a name with a bidi control.",
                odd.show(1, odd.dataset(1).everything(3)));
        add("nothing", "A package that shows nothing.", study.show(new TreeMap<>()));
        SpecPackage more = study.show(SpecStudy.LB, lb.everything(2));
        more.put(SpecPackage.ENTRIES, study.entriesJson(List.of(0, 1, 5)))
                .put(SpecPackage.OPENINGS, study.openingsJson(List.of(0, 1)));
        add("more-entries", "Entries are opened of which nothing is shown.", more);
        SpecPackage plain = study.show(SpecStudy.LB, lb.everything(2));
        vectors.add(Vector.of(
                "good-practice-not-accepted",
                "A practice anchor, and a verifier that accepts none.",
                plain.bytes(),
                Conditions.STRICT));
    }

    private SpecPackage anyPart(int round) {
        int artifact = List.of(SpecStudy.LB, SpecStudy.WIDE, SpecStudy.TA).get(round % 3);
        SpecDataset dataset = study.dataset(artifact);
        int flags = random.nextInt(4);
        byte[] groups = {};
        int shown = 0;
        for (int index = 0; index < dataset.groups.size(); index++) {
            if (random.nextInt(3) > 0) {
                shown++;
                groups = cat(groups, anyGroup(dataset, flags, index));
            }
        }
        return study.show(artifact, cat(dataset.head(flags), u64(shown), groups));
    }

    private byte[] anyGroup(SpecDataset dataset, int flags, int index) {
        if (random.nextInt(3) == 0) {
            return dataset.whole(flags, index);
        }
        List<Integer> records = some(dataset.groups.get(index).leaves.size(), 0);
        List<Integer> columns = random.nextBoolean()
                ? some(dataset.columns.size() + 1, 0)
                : List.of(random.nextInt(dataset.columns.size() + 1));
        return dataset.partial(flags, index, records, columns);
    }

    private List<Integer> some(int count, int atLeast) {
        List<Integer> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (random.nextBoolean()) {
                some.add(i);
            }
        }
        return some.size() > atLeast ? some : List.of(random.nextInt(count));
    }
}
