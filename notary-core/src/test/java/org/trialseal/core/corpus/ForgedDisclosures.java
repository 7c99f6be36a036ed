package org.trialseal.core.corpus;

import static org.trialseal.core.testing.SpecHash.ascii;
import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.u32;
import static org.trialseal.core.testing.SpecHash.u64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.trialseal.core.json.JsonInteger;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.SpecStudy;

/** What a dishonest maker or sealer may do to the disclosure of a dataset, with every digest of the package right. */
final class ForgedDisclosures {
    private static final Cell TWO = Cell.text("S-02");

    private final SpecStudy study = SpecStudy.sample();
    private final SpecDataset lb = study.dataset(SpecStudy.LB);
    private final int twos = lb.indexOf(TWO);
    private final SpecDataset.Group group = lb.groups.get(twos);
    private final List<Vector> vectors = new ArrayList<>();

    List<Vector> all() {
        values();
        records();
        groups();
        lists();
        identifiers();
        grammar();
        bits();
        sealers();
        return vectors;
    }

    private void add(String name, String description, Object... disclosure) {
        vectors.add(Vector.practice("forged-" + name, description, study.show(SpecStudy.LB, cat(disclosure))));
    }

    static byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[bytes.length - 1] ^= 1;
        return flipped;
    }

    static byte[] replace(byte[] in, byte[] from, byte[] to) {
        for (int at = 0; at + from.length <= in.length; at++) {
            if (Arrays.equals(in, at, at + from.length, from, 0, from.length)) {
                return cat(Arrays.copyOf(in, at), to, Arrays.copyOfRange(in, at + from.length, in.length));
            }
        }
        throw new AssertionError("nothing to replace");
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

    private void groups() {
        add("groups-descend", "Shown groups descend.", lb.head(2), u64(2), lb.whole(2, 1), lb.whole(2, 0));
        add("group-twice", "A group is shown twice.", lb.head(2), u64(2), lb.whole(2, 1), lb.whole(2, 1));
        add("groups-too-many", "More groups are announced than follow.", lb.head(2), u64(2), lb.whole(2, 1));
        add(
                "groups-too-few",
                "Fewer groups are announced than follow.",
                lb.head(2),
                u64(1),
                lb.whole(2, 1),
                lb.whole(2, 2));
        for (int flags = 0; flags < 4; flags++) {
            add(
                    "tag-flags-" + flags,
                    "A tag is changed.",
                    lb.head(flags),
                    u64(1),
                    replace(lb.whole(flags, twos), group.tag, flipped(group.tag)));
        }
        List<byte[]> path = SpecHash.path(twos, lb.entries());
        byte[] right = cat(u64(twos), SpecHash.pathBytes(path));
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(new byte[32]);
        addPlace("longer", right, cat(u64(twos), SpecHash.pathBytes(longer)));
        addPlace("shorter", right, cat(u64(twos), SpecHash.pathBytes(path.subList(0, path.size() - 1))));
        addPlace("index-groups", right, cat(u64(lb.groups.size()), SpecHash.pathBytes(path)));
        addPlace("index-huge", right, cat(u64(Long.MAX_VALUE), SpecHash.pathBytes(path)));
        addPlace("index-negative", right, cat(u64(-1), SpecHash.pathBytes(path)));
        addPlace("index-other", right, cat(u64((twos + 1) % 4), SpecHash.pathBytes(path)));
        addPlace("hash", right, flipped(right));
    }

    private void addPlace(String name, byte[] right, byte[] wrong) {
        add(
                "group-path-" + name,
                "The path of a group is forged.",
                lb.head(0),
                u64(1),
                replace(lb.whole(0, twos), right, wrong));
    }

    private byte[] listOf(int flags, List<SpecDataset.Group> groups) {
        byte[] head = cat(ascii("trialseal/1 dataset\n"), u32(SpecStudy.LB), flags);
        head = (flags & 1) != 0 ? cat(head, lb.tagKey) : head;
        head = cat(head, u64(groups.size()));
        for (SpecDataset.Group each : groups) {
            head = cat(head, each.tag, each.body());
        }
        return head;
    }

    private void lists() {
        List<SpecDataset.Group> fewer = new ArrayList<>(lb.groups);
        fewer.remove(twos == 0 ? 1 : 0);
        add("list-dropped", "A subject entry is dropped from the list.", listOf(3, fewer), u64(1), lb.whole(3, twos));
        List<SpecDataset.Group> without = new ArrayList<>(lb.groups);
        without.remove(twos);
        add(
                "list-dropped-absent",
                "A subject entry is dropped so that its subject seems absent.",
                listOf(7, without),
                u32(1),
                SpecHash.cell(TWO),
                u64(0));
        add(
                "list-body",
                "A body in the list is changed.",
                replace(listOf(3, lb.groups), lb.groups.get(0).body(), new byte[32]),
                u64(1),
                lb.whole(3, 1));
        List<SpecDataset.Group> twice = new ArrayList<>(lb.groups);
        twice.set(1, twice.get(0));
        add("list-twice", "A tag is listed twice.", listOf(3, twice), u64(1), lb.whole(3, 0));
        List<SpecDataset.Group> descending = new ArrayList<>(lb.groups);
        Collections.reverse(descending);
        add("list-descending", "The list descends.", listOf(3, descending), u64(1), lb.whole(3, 0));
        add(
                "list-descending-absent",
                "The list descends, and an identifier on it is shown as absent.",
                listOf(7, descending),
                u32(1),
                SpecHash.cell(TWO),
                u64(0));
        List<SpecDataset.Group> swapped = new ArrayList<>(lb.groups);
        Collections.swap(swapped, 0, 1);
        add("list-swapped", "Two entries of the list are swapped.", listOf(2, swapped), u64(1), lb.whole(2, 3));
        add("list-empty", "An empty list.", listOf(2, List.of()), u64(1), lb.whole(2, 3));
        add(
                "list-too-long",
                "A list that is longer than allowed.",
                Arrays.copyOf(listOf(2, List.of()), 25),
                u64(4_000_001),
                u64(0));
    }

    private void identifiers() {
        add(
                "tag-key",
                "The tag key is changed.",
                replace(lb.head(3), lb.tagKey, flipped(lb.tagKey)),
                u64(1),
                lb.whole(3, twos));
        SpecDataset ta = study.dataset(SpecStudy.TA);
        vectors.add(Vector.practice(
                "forged-tag-key-ungrouped",
                "The tag key of a dataset without subjects is changed.",
                study.show(SpecStudy.TA, replace(ta.everything(3), ta.tagKey, flipped(ta.tagKey)))));
        byte[] head = cat(group.tag, SpecHash.cell(TWO));
        add(
                "identifier",
                "The identifier is another.",
                lb.head(3),
                u64(1),
                replace(lb.whole(3, twos), head, cat(group.tag, SpecHash.cell(Cell.text("S-77")))));
        add("not-absent", "A subject is shown as absent.", lb.head(7, TWO), u64(0));
        add("absent-descend", "Absent identifiers descend.", lb.head(7, Cell.text("b"), Cell.text("a")), u64(0));
        add("absent-twice", "An absent identifier twice.", lb.head(7, Cell.text("a"), Cell.text("a")), u64(0));
        add("absent-none", "An empty list of absent identifiers.", lb.head(7), u64(0));
        add(
                "absent-types",
                "Absent identifiers do not ascend by type.",
                lb.head(7, Cell.missing("a"), Cell.text("b")),
                u64(0));
        for (int flags : new int[] {4, 5, 6, 8, 16, 128}) {
            add("flags-" + flags, "Flags that cannot be.", lb.head(flags, Cell.text("a")), u64(0));
        }
        vectors.add(Vector.practice(
                "forged-flags-ungrouped",
                "Absent identifiers of a dataset without subjects.",
                study.show(SpecStudy.TA, cat(ta.head(7, Cell.text("a")), u64(0)))));
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

    private void sealers() {
        addLie("records", 10, 2);
        addLie("records", 8, 3);
        addLie("records", 5, 0);
        addLie("groups", 4, 2);
        addLie("groups", 6, 2);
        addLie("groups", 6, 0);
        SpecStudy unsorted = SpecStudy.sample();
        SpecDataset dataset = unsorted.dataset(SpecStudy.LB);
        Collections.reverse(dataset.groups);
        unsorted.reseal("practice", Map.of());
        vectors.add(Vector.practice(
                "forged-sealed-unsorted-listed",
                "Sealed groups are not sorted by tag.",
                unsorted.show(SpecStudy.LB, cat(dataset.head(2), u64(1), dataset.whole(2, 0)))));
        vectors.add(Vector.practice(
                "forged-sealed-unsorted",
                "Sealed groups are not sorted by tag; two paths tell.",
                unsorted.show(SpecStudy.LB, cat(dataset.head(0), u64(2), dataset.whole(0, 4), dataset.whole(0, 0)))));
        SpecStudy empty = SpecStudy.sample();
        empty.dataset(SpecStudy.LB).lies.putAll(Map.of("records", new JsonInteger(0), "groups", new JsonInteger(0)));
        empty.reseal("practice", Map.of());
        vectors.add(Vector.practice(
                "forged-sealed-empty",
                "A dataset sealed as empty, with a root.",
                empty.show(SpecStudy.LB, cat(lb.head(0), u64(0)))));
        vectors.add(Vector.practice(
                "forged-sealed-empty-listed",
                "The same, with an empty list.",
                empty.show(SpecStudy.LB, cat(listOf(2, List.of()), u64(0)))));
        misfiled();
    }

    private void addLie(String member, long value, int flags) {
        SpecStudy lying = SpecStudy.sample();
        lying.dataset(SpecStudy.LB).lies.put(member, new JsonInteger(value));
        lying.reseal("practice", Map.of());
        vectors.add(Vector.practice(
                "forged-sealed-" + member + "-" + value + "-flags-" + flags,
                "The sealed number of " + member + " is wrong.",
                lying.show(SpecStudy.LB, lb.everything(flags))));
    }

    private void misfiled() {
        SpecStudy other = SpecStudy.sample();
        SpecDataset dataset = other.dataset(SpecStudy.LB);
        SpecDataset.Group misfiled = dataset.groups.get(twos);
        int position = misfiled.positions.get(1);
        List<Cell> changed = new ArrayList<>(dataset.rows.get(position));
        changed.set(0, Cell.text("S-98"));
        dataset.rows.set(position, changed);
        misfiled.leaves.set(1, SpecHash.recordLeaf(dataset.commitments(misfiled.key, 1, position)));
        other.reseal("practice", Map.of());
        for (int flags : new int[] {2, 3}) {
            vectors.add(Vector.practice(
                    "forged-misfiled-flags-" + flags,
                    "A record was filed under another subject.",
                    other.show(SpecStudy.LB, dataset.everything(flags))));
            byte[] two = dataset.partial(flags, twos, List.of(0, 1), List.of(1));
            vectors.add(Vector.practice(
                    "forged-misfiled-part-flags-" + flags,
                    "A record was filed under another subject, shown in part.",
                    other.show(SpecStudy.LB, cat(dataset.head(flags), u64(1), two))));
            byte[] hidden = dataset.partial(flags, twos, List.of(0, 1), List.of(2));
            vectors.add(Vector.practice(
                    "sealed-misfiled-hidden-flags-" + flags,
                    "A record was filed under another subject, which is hidden.",
                    other.show(SpecStudy.LB, cat(dataset.head(flags), u64(1), hidden))));
        }
    }
}
