package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.u32;
import static org.trialseal.core.testing.SpecHash.u64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.json.JsonInteger;
import org.trialseal.core.json.JsonValue;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.SpecStudy;

/** What a dishonest maker may show of a dataset, with every digest of the package right. */
final class DisclosureAttackTest {
    private final SpecStudy study = SpecStudy.sample();
    private final SpecDataset lb = study.dataset(SpecStudy.LB);
    private final int twos = lb.indexOf(Cell.text("S-02"));

    private VerificationReport show(byte[]... parts) throws Exception {
        return Packages.practice()
                .verify(study.show(SpecStudy.LB, cat((Object[]) parts)).file());
    }

    private void assertFailed(Reason reason, byte[]... parts) throws Exception {
        VerificationReport report = show(parts);
        Packages.assertFailed(report, "data:LB", reason);
        Packages.assertCheck(report, "completeness:LB", Reason.NOT_CHECKED);
        assertThat(report.disclosed()).isEmpty();
    }

    private void assertMalformed(String reason, byte[]... parts) {
        assertThatThrownBy(() -> show(parts))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("0001.disclosure")
                .hasMessageContaining(reason);
    }

    /** The bytes with one occurrence of {@code from} replaced. */
    private static byte[] replace(byte[] bytes, byte[] from, byte[] to) {
        for (int at = 0; at + from.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + from.length, from, 0, from.length)) {
                return cat(
                        Arrays.copyOfRange(bytes, 0, at),
                        to,
                        Arrays.copyOfRange(bytes, at + from.length, bytes.length));
            }
        }
        throw new AssertionError("nothing to replace");
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] other = bytes.clone();
        other[other.length - 1] ^= 1;
        return other;
    }

    @Test
    void verify_valueChanged_fails() throws Exception {
        byte[] whole = replace(lb.everything(2), SpecHash.cell(Cell.text("2/4")), SpecHash.cell(Cell.text("2/5")));
        assertFailed(Reason.GROUP_DIFFERS, whole);
        byte[] partial = lb.partial(0, twos, List.of(0), List.of(4));
        byte[] value =
                SpecHash.cell(lb.rows.get(lb.groups.get(twos).positions.get(0)).get(3));
        assertFailed(Reason.GROUP_DIFFERS, lb.head(0), u64(1), replace(partial, value, flipped(value)));
    }

    @Test
    void verify_typeChanged_fails() throws Exception {
        byte[] text = SpecHash.cell(Cell.text("2/4"));
        byte[] token = cat(2, Arrays.copyOfRange(text, 1, text.length));
        assertFailed(Reason.GROUP_DIFFERS, replace(lb.everything(2), text, token));
    }

    @Test
    void verify_boundaryBetweenCellsMoved_fails() throws Exception {
        byte[] before = cat(SpecHash.cell(Cell.text("0/2")), SpecHash.cell(Cell.missing("")));
        byte[] after = cat(SpecHash.cell(Cell.text("0/")), SpecHash.cell(Cell.missing("2")));
        assertFailed(Reason.GROUP_DIFFERS, replace(lb.everything(2), before, after));
    }

    @Test
    void verify_saltChanged_fails() throws Exception {
        byte[] salt = SpecHash.salt(lb.groups.get(twos).key, 0, 4);
        byte[] partial = lb.partial(0, twos, List.of(0), List.of(4));
        assertFailed(Reason.GROUP_DIFFERS, lb.head(0), u64(1), replace(partial, salt, flipped(salt)));
    }

    @Test
    void verify_groupKeyOrBodySaltChanged_fails() throws Exception {
        byte[] key = lb.groups.get(twos).key;
        assertFailed(Reason.GROUP_DIFFERS, replace(lb.everything(2), key, flipped(key)));
        byte[] salt = SpecHash.salt(key, -1, 0);
        byte[] partial = lb.partial(2, twos, List.of(0), List.of(4));
        assertFailed(Reason.GROUP_DIFFERS, lb.head(2), u64(1), replace(partial, salt, flipped(salt)));
    }

    @Test
    void verify_hiddenCommitmentChanged_fails() throws Exception {
        byte[] hidden = lb.commitments(
                        lb.groups.get(twos).key,
                        0,
                        lb.groups.get(twos).positions.get(0))
                .get(2);
        byte[] partial = lb.partial(0, twos, List.of(0), List.of(4));
        assertFailed(Reason.GROUP_DIFFERS, lb.head(0), u64(1), replace(partial, hidden, flipped(hidden)));
    }

    @Test
    void verify_hiddenRunOfWideRecordChanged_fails() throws Exception {
        SpecDataset wider = study.dataset(SpecStudy.WIDER);
        byte[] run = SpecHash.run(
                wider.commitments(
                        wider.groups.get(0).key,
                        0,
                        wider.groups.get(0).positions.get(0)),
                64);
        byte[] shown = cat(wider.head(0), u64(1), wider.partial(0, 0, List.of(0), List.of(1)));
        VerificationReport report = Packages.practice()
                .verify(study.show(SpecStudy.WIDER, replace(shown, run, flipped(run)))
                        .file());
        Packages.assertFailed(report, "data:WIDER", Reason.GROUP_DIFFERS);
    }

    @Test
    void verify_recordsSwappedBetweenGroups_fails() throws Exception {
        int first = lb.groups.get(0).positions.get(0);
        int other = lb.groups.get(1).positions.get(0);
        byte[] swapped = replace(lb.everything(0), lb.row(first), lb.row(other));
        assertThat(Packages.check(show(swapped), "data:LB").reason())
                .isIn("group-differs", "subject-differs", "position-order");
        assertThat(show(swapped).verdict()).isEqualTo(Result.FAILED);
    }

    @Test
    void verify_recordsOfAGroupInAnotherOrder_fails() throws Exception {
        List<Integer> positions = lb.groups.get(twos).positions;
        byte[] first = lb.row(positions.get(0));
        byte[] second = lb.row(positions.get(1));
        assertFailed(Reason.POSITION_ORDER, replace(lb.everything(2), cat(first, second), cat(second, first)));
    }

    @Test
    void verify_positionChanged_fails() throws Exception {
        int last =
                lb.groups.get(twos).positions.get(lb.groups.get(twos).positions.size() - 1);
        byte[] row = lb.row(last);
        byte[] later = cat(u64(last + 1L), Arrays.copyOfRange(row, 8, row.length));
        assertFailed(Reason.GROUP_DIFFERS, replace(lb.everything(2), row, later));
    }

    @Test
    void verify_recordDroppedFromWholeGroup_fails() throws Exception {
        byte[] whole = lb.whole(3, twos);
        int count = lb.groups.get(twos).leaves.size();
        int last = lb.groups.get(twos).positions.get(count - 1);
        byte[] fewer = Arrays.copyOf(whole, whole.length - lb.row(last).length);
        assertFailed(Reason.GROUP_DIFFERS, lb.head(3), u64(1), replace(fewer, u64(count), u64(count - 1L)));
        assertMalformed("ends too early", lb.head(3), u64(1), fewer);
    }

    @Test
    void verify_countForged_fails() throws Exception {
        byte[] partial = lb.partial(2, twos, List.of(0), List.of(1));
        int count = lb.groups.get(twos).leaves.size();
        for (long forged : new long[] {count - 1L, count + 1L}) {
            assertThat(show(lb.head(2), u64(1), replace(partial, u64(count), u64(forged)))
                            .verdict())
                    .as("count " + forged)
                    .isEqualTo(Result.FAILED);
        }
        assertFailed(Reason.COUNT_DIFFERS, lb.head(2), u64(1), replace(partial, u64(count), u64(Long.MAX_VALUE)));
    }

    @Test
    void verify_groupOfNoRecords_isMalformed() {
        byte[] head = lb.groupHead(2, 0);
        byte[] none = cat(Arrays.copyOf(head, head.length - 8), u64(0), 1, lb.groups.get(0).key);
        assertMalformed("a group without records", lb.head(2), u64(1), none);
        assertMalformed("shows at least one", lb.head(2), u64(1), cat(head, 2, new byte[16], u64(0)));
        assertMalformed("shows at least one", lb.head(2), u64(1), cat(head, 2, new byte[16], u64(99)));
    }

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
        assertFailed(Reason.NOT_ABSENT, lb.head(7, Cell.text("S-02")), u64(0));
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
    void verify_recordIndexBeyondGroup_isMalformed() {
        byte[] partial = lb.partial(2, twos, List.of(1), List.of(1));
        byte[] index = cat(u64(1), u64(1));
        assertMalformed("within the group", lb.head(2), u64(1), replace(partial, index, cat(u64(1), u64(99))));
    }

    @Test
    void verify_recordAtAnotherIndex_fails() throws Exception {
        int count = lb.groups.get(twos).leaves.size();
        assertThat(count).isGreaterThan(2);
        byte[] partial = lb.partial(2, twos, List.of(1), List.of(1));
        VerificationReport report =
                show(lb.head(2), u64(1), replace(partial, cat(u64(1), u64(1)), cat(u64(1), u64(0))));
        assertThat(report.verdict()).isEqualTo(Result.FAILED);
    }

    @Test
    void verify_recordsOfDifferentTreesInOneGroup_fails() throws Exception {
        byte[] partial = lb.partial(2, twos, List.of(0, 1), List.of(4));
        byte[] salt = SpecHash.salt(lb.groups.get(twos).key, 0, 4);
        assertFailed(Reason.PATH_DIFFERS, lb.head(2), u64(1), replace(partial, salt, flipped(salt)));
    }

    @Test
    void verify_shownPositionsDescend_fails() throws Exception {
        byte[] partial = lb.partial(2, twos, List.of(0, 1), List.of(0));
        byte[] second = SpecHash.positionCell(lb.groups.get(twos).positions.get(1));
        assertFailed(Reason.POSITION_ORDER, lb.head(2), u64(1), replace(partial, second, SpecHash.positionCell(0)));
    }

    @Test
    void verify_sameRecordTwice_isMalformed() {
        byte[] partial = lb.partial(2, twos, List.of(0, 1), List.of(1));
        byte[] second = cat(u64(1), SpecHash.pathBytes(SpecHash.path(1, lb.groups.get(twos).leaves)));
        byte[] again = cat(u64(0), SpecHash.pathBytes(SpecHash.path(1, lb.groups.get(twos).leaves)));
        assertMalformed("do not ascend", lb.head(2), u64(1), replace(partial, second, again));
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
    void verify_datasetSealedAsEmptyWithARoot_fails() throws Exception {
        lie("records", new JsonInteger(0));
        lie("groups", new JsonInteger(0));
        assertFailed(Reason.ROOT_DIFFERS, lb.head(0), u64(0));
        byte[] nothing = cat(SpecHash.ascii("trialseal/1 dataset\n"), u32(SpecStudy.LB), 2, u64(0), u64(0));
        assertFailed(Reason.ROOT_DIFFERS, nothing);
    }

    @Test
    void verify_sealedGroupsNotSortedByTag_fails() throws Exception {
        Collections.reverse(lb.groups);
        study.reseal("practice", Map.of());
        assertFailed(Reason.ORDER, lb.head(2), u64(1), lb.whole(2, 0));
        assertFailed(Reason.ORDER, lb.head(0), u64(2), lb.whole(0, 4), lb.whole(0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, 255})
    void verify_cellOfUnknownType_isMalformed(int type) {
        byte[] text = SpecHash.cell(Cell.text("2/4"));
        byte[] odd = cat(type, Arrays.copyOfRange(text, 1, text.length));
        assertMalformed("unknown type", replace(lb.everything(2), text, odd));
    }

    @Test
    void verify_oddMarkersInTheGrammar_isMalformed() {
        byte[] head = lb.groupHead(2, 0);
        assertMalformed("neither whole nor in part", lb.head(2), u64(1), cat(head, 0));
        assertMalformed("neither whole nor in part", lb.head(2), u64(1), cat(head, 3));
        byte[] partial = cat(head, 2, new byte[16], u64(1), u64(0));
        boolean withPath = lb.groups.get(0).leaves.size() > 1;
        byte[] record = withPath ? cat(partial, 0) : partial;
        assertMalformed("fields are neither", lb.head(2), u64(1), cat(record, 2));
        assertMalformed("fields are neither", lb.head(2), u64(1), cat(record, 0, new byte[32]));
        assertMalformed("a field is neither", lb.head(2), u64(1), cat(record, 1, 2));
        assertMalformed("a position is not", lb.head(2), u64(1), cat(record, 1, 1, new byte[16], 1));
        assertMalformed("2^63", lb.head(2), u64(-1));
        assertMalformed("something follows", lb.everything(2), new byte[1]);
        assertMalformed("not what is shown", new byte[40]);
    }

    @Test
    void verify_disclosureOfAnotherArtifact_isMalformed() {
        assertMalformed("another artifact", study.dataset(SpecStudy.WIDE).everything(2));
    }

    @Test
    void verify_everyTruncation_isMalformed() {
        byte[] whole = cat(lb.head(3), u64(1), lb.partial(3, twos, List.of(0, 1), List.of(0, 1, 4)));
        for (int length = 0; length < whole.length; length++) {
            byte[] shorter = Arrays.copyOf(whole, length);
            assertMalformed("", shorter);
        }
    }
}
