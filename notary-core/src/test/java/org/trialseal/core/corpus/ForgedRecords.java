package org.trialseal.core.corpus;

import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.u32;
import static org.trialseal.core.testing.SpecHash.u64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.SpecStudy;

/** What a dishonest maker may do to values, records and the grammar of a disclosure, with every digest of the package right. */
final class ForgedRecords extends ForgedDisclosures {
    @Override
    List<Vector> all() {
        values();
        records();
        grammar();
        bits();
        return vectors;
    }

    private byte[] partial(int flags, List<Integer> records, List<Integer> columns) {
        return lb.partial(flags, twos, records, columns);
    }

    private void values() {
        byte[] text = SpecHash.cell(Cell.text("2/4"));
        add("value", "A value is changed.", replace(lb.everything(2), text, flipped(text)));
        add(
                "type",
                "The type of a cell is changed.",
                replace(lb.everything(2), text, cat(2, Arrays.copyOfRange(text, 1, text.length))));
        add(
                "boundary",
                "The boundary of two cells is moved.",
                replace(
                        lb.everything(2),
                        cat(SpecHash.cell(Cell.text("0/2")), SpecHash.cell(Cell.missing(""))),
                        cat(SpecHash.cell(Cell.text("0/")), SpecHash.cell(Cell.missing("2")))));
        byte[] salt = SpecHash.salt(group.key, 0, 4);
        byte[] one = partial(0, List.of(0), List.of(4));
        add("salt", "A salt is changed.", lb.head(0), u64(1), replace(one, salt, flipped(salt)));
        add(
                "salt-of-other-column",
                "The salt is that of another column.",
                lb.head(0),
                u64(1),
                replace(one, salt, SpecHash.salt(group.key, 0, 3)));
        byte[] hidden = lb.commitments(group.key, 0, group.positions.get(0)).get(2);
        add(
                "hidden-commitment",
                "A hidden commitment is changed.",
                lb.head(0),
                u64(1),
                replace(one, hidden, flipped(hidden)));
        add("group-key", "A group's key is changed.", replace(lb.everything(2), group.key, flipped(group.key)));
        byte[] bodySalt = SpecHash.salt(group.key, -1, 0);
        add(
                "body-salt",
                "The salt of a group's body is changed.",
                lb.head(2),
                u64(1),
                replace(partial(2, List.of(0), List.of(4)), bodySalt, flipped(bodySalt)));
        for (int type : new int[] {0, 7, 255}) {
            add(
                    "type-" + type,
                    "A cell of no known type.",
                    replace(lb.everything(2), text, cat(type, Arrays.copyOfRange(text, 1, text.length))));
        }
        add(
                "value-too-long",
                "A value that is longer than allowed.",
                replace(lb.everything(2), text, cat(1, u32((1 << 26) + 1L), new byte[3])));
        SpecDataset wider = study.dataset(SpecStudy.WIDER);
        byte[] run = SpecHash.run(
                wider.commitments(
                        wider.groups.get(0).key,
                        0,
                        wider.groups.get(0).positions.get(0)),
                64);
        byte[] shown = cat(wider.head(0), u64(1), wider.partial(0, 0, List.of(0), List.of(1)));
        vectors.add(Vector.practice(
                "forged-hidden-run",
                "A hidden run of a wide record is changed.",
                study.show(SpecStudy.WIDER, replace(shown, run, flipped(run)))));
    }

    private void records() {
        List<Integer> positions = group.positions;
        int count = group.leaves.size();
        byte[] first = lb.row(positions.get(0));
        byte[] second = lb.row(positions.get(1));
        byte[] last = lb.row(positions.get(count - 1));
        add(
                "records-swapped-in-group",
                "Two records of a group are swapped.",
                replace(lb.everything(2), cat(first, second), cat(second, first)));
        add(
                "record-of-other-group",
                "A record is put into another group.",
                replace(
                        lb.everything(0),
                        lb.row(lb.groups.get(0).positions.get(0)),
                        lb.row(lb.groups.get(1).positions.get(0))));
        add(
                "position",
                "A position is changed.",
                replace(
                        lb.everything(2),
                        last,
                        cat(u64(positions.get(count - 1) + 1L), Arrays.copyOfRange(last, 8, last.length))));
        byte[] whole = lb.whole(3, twos);
        byte[] fewer = Arrays.copyOf(whole, whole.length - last.length);
        add(
                "record-dropped",
                "The last record of a group is dropped, and its count with it.",
                lb.head(3),
                u64(1),
                replace(fewer, u64(count), u64(count - 1L)));
        add("record-missing", "The last record of a group is missing.", lb.head(3), u64(1), fewer);
        byte[] one = partial(2, List.of(0), List.of(1));
        for (long forged : new long[] {count - 1L, count + 1L, 2L * count, Long.MAX_VALUE}) {
            add(
                    "count-" + (forged > 99 ? "huge" : forged),
                    "The count of a group is forged.",
                    lb.head(2),
                    u64(1),
                    replace(one, u64(count), u64(forged)));
        }
        byte[] middle = partial(2, List.of(1), List.of(1));
        add(
                "record-index-0",
                "A record at another index.",
                lb.head(2),
                u64(1),
                replace(middle, cat(u64(1), u64(1)), cat(u64(1), u64(0))));
        add(
                "record-index-99",
                "A record beyond its group.",
                lb.head(2),
                u64(1),
                replace(middle, cat(u64(1), u64(1)), cat(u64(1), u64(99))));
        byte[] two = partial(2, List.of(0, 1), List.of(4));
        byte[] salt = SpecHash.salt(group.key, 0, 4);
        add(
                "records-of-two-trees",
                "Records of one group lead to two roots.",
                lb.head(2),
                u64(1),
                replace(two, salt, flipped(salt)));
        byte[] twoPositions = partial(2, List.of(0, 1), List.of(0));
        add(
                "positions-descend",
                "Shown positions do not ascend.",
                lb.head(2),
                u64(1),
                replace(twoPositions, SpecHash.positionCell(positions.get(1)), SpecHash.positionCell(0)));
        byte[] path1 = SpecHash.pathBytes(SpecHash.path(1, group.leaves));
        add(
                "record-twice",
                "A record twice.",
                lb.head(2),
                u64(1),
                replace(two, cat(u64(1), path1), cat(u64(0), path1)));
        List<byte[]> path = SpecHash.path(0, group.leaves);
        byte[] right = SpecHash.pathBytes(path);
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(new byte[32]);
        add(
                "record-path-longer",
                "The path of a record is too long.",
                lb.head(2),
                u64(1),
                replace(one, right, SpecHash.pathBytes(longer)));
        add(
                "record-path-shorter",
                "The path of a record is too short.",
                lb.head(2),
                u64(1),
                replace(one, right, SpecHash.pathBytes(path.subList(1, path.size()))));
        add(
                "record-path-wrong",
                "A path of a record is wrong.",
                lb.head(2),
                u64(1),
                replace(one, right, flipped(right)));
        add(
                "record-path-64",
                "A path of 64 hashes.",
                lb.head(2),
                u64(1),
                replace(one, right, SpecHash.pathBytes(Collections.nCopies(64, new byte[32]))));
        add(
                "record-path-63",
                "A path of 63 hashes.",
                lb.head(2),
                u64(1),
                replace(one, right, SpecHash.pathBytes(Collections.nCopies(63, new byte[32]))));
    }

    private void grammar() {
        byte[] head = lb.groupHead(2, 0);
        byte[] key = lb.groups.get(0).key;
        add(
                "group-of-none",
                "A group of no records.",
                lb.head(2),
                u64(1),
                Arrays.copyOf(head, head.length - 8),
                u64(0),
                1,
                key);
        add("shows-none", "A group that shows no record.", lb.head(2), u64(1), head, 2, new byte[16], u64(0));
        add(
                "shows-too-many",
                "A group that shows more records than it has.",
                lb.head(2),
                u64(1),
                head,
                2,
                new byte[16],
                u64(99));
        add("mode-0", "An unknown mode.", lb.head(2), u64(1), head, 0);
        add("mode-3", "An unknown mode.", lb.head(2), u64(1), head, 3);
        byte[] record = cat(head, 2, new byte[16], u64(1), u64(0));
        record = lb.groups.get(0).leaves.size() > 1 ? cat(record, 0) : record;
        add("unit-2", "An unknown unit.", lb.head(2), u64(1), record, 2);
        add("unit-hidden-flat", "A hidden run in a flat record.", lb.head(2), u64(1), record, 0, new byte[32]);
        add("field-2", "An unknown field.", lb.head(2), u64(1), record, 1, 2);
        add(
                "position-form",
                "A position of another form.",
                lb.head(2),
                u64(1),
                record,
                1,
                1,
                new byte[16],
                1,
                u32(8),
                u64(0));
        add("number-2-63", "A number of 2^63 or more.", lb.head(2), u64(-1));
        add("longer", "Something follows.", lb.everything(2), new byte[1]);
        add("magic", "Another magic.", new byte[40]);
        add("artifact", "Another artifact.", study.dataset(SpecStudy.WIDE).everything(2));
        add("empty", "An empty disclosure.");
        byte[] whole = cat(lb.head(3), u64(1), partial(3, List.of(0, 1), List.of(0, 1, 4)));
        for (int length = 1; length < whole.length; length += 61) {
            add("cut-" + length, "A disclosure that is cut.", Arrays.copyOf(whole, length));
        }
    }

    private void bits() {
        byte[] list = cat(lb.head(7, Cell.text("S-9")), u64(1), partial(7, List.of(0, 1), List.of(0, 1, 4)));
        byte[] paths = cat(lb.head(1), u64(2), lb.whole(1, 0), lb.partial(1, 1, List.of(0), List.of(2)));
        for (int at = 20; at < list.length; at += 17) {
            byte[] changed = list.clone();
            changed[at] ^= (byte) (1 << at % 8);
            add("list-bit-" + at, "A bit of a disclosure is flipped.", changed);
        }
        for (int at = 24; at < paths.length; at += 13) {
            byte[] changed = paths.clone();
            changed[at] ^= (byte) (1 << at % 8);
            add("paths-bit-" + at, "A bit of a disclosure is flipped.", changed);
        }
    }
}
