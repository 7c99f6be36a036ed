package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.u32;
import static org.trialseal.core.testing.SpecHash.u64;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.json.JsonInteger;
import org.trialseal.core.json.JsonValue;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.SpecStudy;

/** What a dishonest maker or sealer may do to groups, tags, identifiers and counts. */
final class GroupAttackTest extends ShownDataset {
    @Test
    void verify_groupDroppedFromWholeDataset_fails() throws Exception {
        byte[] rest = {};
        for (int index = 1; index < lb.groups.size(); index++) {
            rest = cat(rest, lb.whole(2, index));
        }
        VerificationReport report = show(lb.head(2), u64(lb.groups.size() - 1L), rest);

        Packages.assertPassed(report);
        assertThat(report.disclosed().get(0).extent()).isEqualTo(Disclosed.Extent.SUBJECTS);
        assertThat(Packages.check(report, "completeness:LB").passed()).isFalse();
    }

    /** The list of subject entries as somebody else would like it. */
    private byte[] listOf(int flags, List<SpecDataset.Group> groups) {
        byte[] head = cat(SpecHash.ascii("trialseal/1 dataset\n"), u32(SpecStudy.LB), flags);
        if ((flags & 1) != 0) {
            head = cat(head, lb.tagKey);
        }
        head = cat(head, u64(groups.size()));
        for (SpecDataset.Group group : groups) {
            head = cat(head, group.tag, group.body());
        }
        return head;
    }

    @Test
    void verify_entryDroppedFromList_fails() throws Exception {
        List<SpecDataset.Group> fewer = new ArrayList<>(lb.groups);
        fewer.remove(twos == 0 ? 1 : 0);
        assertFailed(Reason.COUNT_DIFFERS, listOf(3, fewer), u64(1), lb.whole(3, twos));
        byte[] absent = cat(u32(1), SpecHash.cell(Cell.text("S-02")));
        fewer = new ArrayList<>(lb.groups);
        fewer.remove(twos);
        assertFailed(Reason.COUNT_DIFFERS, listOf(7, fewer), absent, u64(0));
    }

    @Test
    void verify_entryReplacedInList_fails() throws Exception {
        List<SpecDataset.Group> other = new ArrayList<>(lb.groups);
        byte[] list = replace(listOf(3, other), lb.groups.get(0).body(), new byte[32]);
        assertFailed(Reason.ROOT_DIFFERS, list, u64(1), lb.whole(3, 1));
    }

    @Test
    void verify_duplicateOrDescendingTagsListed_fails() throws Exception {
        List<SpecDataset.Group> twice = new ArrayList<>(lb.groups);
        twice.set(1, twice.get(0));
        assertFailed(Reason.ORDER, listOf(3, twice), u64(1), lb.whole(3, 0));
        List<SpecDataset.Group> descending = new ArrayList<>(lb.groups);
        Collections.reverse(descending);
        assertFailed(Reason.ORDER, listOf(3, descending), u64(1), lb.whole(3, 0));
    }

    @Test
    void verify_shownGroupsDescendOrRepeat_isMalformed() {
        assertMalformed("do not ascend by tag", lb.head(2), u64(2), lb.whole(2, 1), lb.whole(2, 0));
        assertMalformed("do not ascend by tag", lb.head(2), u64(2), lb.whole(2, 1), lb.whole(2, 1));
    }

    @Test
    void verify_wrongTag_fails() throws Exception {
        byte[] tag = lb.groups.get(twos).tag;
        assertFailed(Reason.GROUP_DIFFERS, lb.head(2), u64(1), replace(lb.whole(2, twos), tag, flipped(tag)));
        assertFailed(Reason.GROUP_DIFFERS, lb.head(0), u64(1), replace(lb.whole(0, twos), tag, flipped(tag)));
        assertFailed(Reason.TAG_DIFFERS, lb.head(3), u64(1), replace(lb.whole(3, twos), tag, flipped(tag)));
    }

    @Test
    void verify_tagKeyWrong_fails() throws Exception {
        byte[] head = replace(lb.head(3), lb.tagKey, flipped(lb.tagKey));
        assertFailed(Reason.TAG_KEY_DIFFERS, head, u64(1), lb.whole(3, twos));
        SpecDataset ta = study.dataset(SpecStudy.TA);
        VerificationReport report = Packages.practice()
                .verify(study.show(SpecStudy.TA, replace(ta.everything(3), ta.tagKey, flipped(ta.tagKey)))
                        .file());
        Packages.assertFailed(report, "data:TA", Reason.TAG_KEY_DIFFERS);
    }

    @Test
    void verify_identifierNotThatOfTheGroup_fails() throws Exception {
        byte[] id = SpecHash.cell(Cell.text("S-02"));
        byte[] head = cat(lb.groups.get(twos).tag, id);
        byte[] other = cat(lb.groups.get(twos).tag, SpecHash.cell(Cell.text("S-77")));
        assertFailed(Reason.TAG_DIFFERS, lb.head(3), u64(1), replace(lb.whole(3, twos), head, other));
    }

    @Test
    void verify_subjectShownAsAbsent_fails() throws Exception {
        for (SpecDataset.Group group : lb.groups) {
            assertFailed(Reason.NOT_ABSENT, lb.head(7, group.subject), u64(0));
        }
    }

    @Test
    void verify_absentIdentifiersOutOfOrderOrWithoutList_isMalformed() {
        assertMalformed("do not ascend", lb.head(7, Cell.text("b"), Cell.text("a")), u64(0));
        assertMalformed("do not ascend", lb.head(7, Cell.text("a"), Cell.text("a")), u64(0));
        assertMalformed("empty list", lb.head(7), u64(0));
        for (int flags : new int[] {4, 5, 6, 8, 0x13, 0x80}) {
            assertMalformed("flags", lb.head(flags, Cell.text("a")), u64(0));
        }
    }

    @Test
    void verify_pathOfWrongLengthOrPlace_fails() throws Exception {
        List<byte[]> path = SpecHash.path(twos, lb.entries());
        byte[] right = cat(u64(twos), SpecHash.pathBytes(path));
        byte[] group = lb.whole(0, twos);
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(new byte[32]);
        List<byte[]> shorter = path.subList(0, path.size() - 1);
        assertFailed(
                Reason.PATH_DIFFERS,
                lb.head(0),
                u64(1),
                replace(group, right, cat(u64(twos), SpecHash.pathBytes(longer))));
        assertFailed(
                Reason.PATH_DIFFERS,
                lb.head(0),
                u64(1),
                replace(group, right, cat(u64(twos), SpecHash.pathBytes(shorter))));
        assertFailed(
                Reason.PATH_DIFFERS,
                lb.head(0),
                u64(1),
                replace(group, right, cat(u64(lb.groups.size()), SpecHash.pathBytes(path))));
        assertFailed(
                Reason.PATH_DIFFERS,
                lb.head(0),
                u64(1),
                replace(group, right, cat(u64(twos + 4L), SpecHash.pathBytes(path))));
        assertFailed(
                Reason.PATH_DIFFERS,
                lb.head(0),
                u64(1),
                replace(group, right, cat(u64(Long.MAX_VALUE), SpecHash.pathBytes(path))));
    }

    @Test
    void verify_sealerFiledRecordUnderAnotherSubject_fails() throws Exception {
        // The commitments are right; the grouping is not what it says.
        SpecStudy other = SpecStudy.sample();
        SpecDataset dataset = other.dataset(SpecStudy.LB);
        SpecDataset.Group group = dataset.groups.get(dataset.indexOf(Cell.text("S-02")));
        int position = group.positions.get(1);
        List<Cell> changed = new ArrayList<>(dataset.rows.get(position));
        changed.set(0, Cell.text("S-98"));
        dataset.rows.set(position, changed);
        group.leaves.set(1, SpecHash.recordLeaf(dataset.commitments(group.key, 1, position)));
        other.reseal("practice", Map.of());
        for (int flags : new int[] {2, 3}) {
            VerificationReport report = Packages.practice()
                    .verify(other.show(SpecStudy.LB, dataset.everything(flags)).file());
            Packages.assertFailed(report, "data:LB", Reason.SUBJECT_DIFFERS);
            byte[] partial = dataset.partial(flags, dataset.indexOf(Cell.text("S-02")), List.of(0, 1), List.of(1));
            report = Packages.practice()
                    .verify(other.show(SpecStudy.LB, cat(dataset.head(flags), u64(1), partial))
                            .file());
            Packages.assertFailed(report, "data:LB", Reason.SUBJECT_DIFFERS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 64, 65, 70, 130})
    void verify_subjectColumnIsTheLast_isComparedWithTheGroup(int columns) throws Exception {
        List<String> names =
                IntStream.rangeClosed(1, columns).mapToObj(j -> "C" + j).toList();
        SpecStudy other = SpecStudy.ofRows(
                names, true, new ArrayList<>(List.of(row("a", columns), row("b", columns), row("a", columns))));
        SpecDataset rows = other.dataset(SpecStudy.LB);
        ImportSettings settings = new ImportSettings("csv", 1, new TreeMap<>(), Optional.empty(), List.of());
        rows.withSettings(
                settings.withGrouping(Optional.of("C" + columns), List.of()).toJson());
        other.reseal("practice", Map.of());
        int index = rows.indexOf(Cell.text("a"));
        Packages.assertPassed(showLastColumn(other, index));

        List<Cell> changed = new ArrayList<>(rows.rows.get(2));
        changed.set(columns - 1, Cell.text("b"));
        rows.rows.set(2, changed);
        SpecDataset.Group group = rows.groups.get(index);
        group.leaves.set(1, SpecHash.recordLeaf(rows.commitments(group.key, 1, 2)));
        other.reseal("practice", Map.of());
        Packages.assertFailed(showLastColumn(other, index), "data:ROWS", Reason.SUBJECT_DIFFERS);
    }

    private static VerificationReport showLastColumn(SpecStudy of, int group) throws Exception {
        SpecDataset rows = of.dataset(SpecStudy.LB);
        byte[] partial = rows.partial(3, group, List.of(0, 1), List.of(rows.columns.size()));
        return Packages.practice()
                .verify(of.show(SpecStudy.LB, cat(rows.head(3), u64(1), partial))
                        .file());
    }

    private static List<Cell> row(String subject, int columns) {
        return Collections.nCopies(columns, Cell.text(subject));
    }

    private void lie(String member, JsonValue value) {
        lb.lies.put(member, value);
        study.reseal("practice", Map.of());
    }

    @Test
    void verify_sealedNumberOfRecordsWrong_fails() throws Exception {
        for (long records : new long[] {10, 8, 5}) {
            lie("records", new JsonInteger(records));
            for (int flags = 0; flags < 4; flags++) {
                assertFailed(Reason.COUNT_DIFFERS, lb.everything(flags));
            }
        }
        byte[] one = cat(lb.head(3), u64(1), lb.whole(3, twos));
        assertFailed(Reason.COUNT_DIFFERS, one);
        lie("records", new JsonInteger(8));
        assertThat(Packages.check(show(one), "data:LB").passed()).isTrue();
    }

    @Test
    void verify_sealedNumberOfGroupsWrong_fails() throws Exception {
        for (long groups : new long[] {4, 6}) {
            lie("groups", new JsonInteger(groups));
            assertFailed(Reason.COUNT_DIFFERS, lb.everything(2));
        }
    }

    @Test
    void verify_sealedGroupsNotSortedByTag_fails() throws Exception {
        Collections.reverse(lb.groups);
        study.reseal("practice", Map.of());
        assertFailed(Reason.ORDER, lb.head(2), u64(1), lb.whole(2, 0));
        assertFailed(Reason.ORDER, lb.head(0), u64(2), lb.whole(0, 4), lb.whole(0, 0));
    }

    @Test
    void verify_datasetSealedAsEmptyWithARoot_fails() throws Exception {
        lie("records", new JsonInteger(0));
        lie("groups", new JsonInteger(0));
        assertFailed(Reason.ROOT_DIFFERS, lb.head(0), u64(0));
        byte[] nothing = cat(SpecHash.ascii("trialseal/1 dataset\n"), u32(SpecStudy.LB), 2, u64(0), u64(0));
        assertFailed(Reason.ROOT_DIFFERS, nothing);
    }
}
