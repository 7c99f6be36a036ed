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

/** What a dishonest maker or sealer may do to groups, lists, identifiers and counts, with every digest of the package right. */
final class ForgedGroups extends ForgedDisclosures {
    @Override
    List<Vector> all() {
        groups();
        lists();
        identifiers();
        sealers();
        return vectors;
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
        List<byte[]> two = List.of(path.get(0), path.get(1));
        addPlace("index-groups-of-its-length", right, cat(u64(lb.groups.size()), SpecHash.pathBytes(two)));
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

    private void sealers() {
        addLie("records", 10, 2);
        addLie("records", 8, 3);
        addLie("records", 5, 0);
        addLie("groups", 4, 2);
        addLie("groups", 6, 2);
        addLie("groups", 6, 0);
        addLie("records", group.positions.size(), lb.head(2), lb.whole(2, twos));
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

    private void addLie(String member, long value, byte[] head, byte[] whole) {
        SpecStudy lying = SpecStudy.sample();
        lying.dataset(SpecStudy.LB).lies.put(member, new JsonInteger(value));
        lying.reseal("practice", Map.of());
        vectors.add(Vector.practice(
                "forged-sealed-" + member + "-of-one-group",
                "The sealed number of " + member + " leaves none for other groups.",
                lying.show(SpecStudy.LB, cat(head, u64(1), whole))));
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
