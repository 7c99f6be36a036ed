package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.u64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.SpecStudy;

/** What a dishonest maker may do to the records of a group, and to the grammar. */
final class RecordAttackTest extends ShownDataset {
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

    @Test
    void verify_pathOfWrongLengthBesideARightOne_fails() throws Exception {
        List<byte[]> path = SpecHash.path(1, lb.groups.get(twos).leaves);
        byte[] partial = lb.partial(2, twos, List.of(0, 1), List.of(0));
        byte[] right = cat(u64(1), SpecHash.pathBytes(path));
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(new byte[32]);
        for (List<byte[]> wrong : List.of(longer, path.subList(0, path.size() - 1))) {
            byte[] shown = replace(partial, right, cat(u64(1), SpecHash.pathBytes(wrong)));
            assertFailed(Reason.PATH_DIFFERS, lb.head(2), u64(1), shown);
        }
    }

    @Test
    void verify_sealerSealedOneRecordTwice_fails() throws Exception {
        SpecDataset.Group group = lb.groups.get(twos);
        int first = group.positions.get(0);
        group.positions.set(1, first);
        group.leaves.set(1, SpecHash.recordLeaf(lb.commitments(group.key, 1, first)));
        study.reseal("practice", Map.of());

        assertFailed(Reason.POSITION_ORDER, lb.everything(2));
        assertFailed(Reason.POSITION_ORDER, lb.head(2), u64(1), lb.partial(2, twos, List.of(0, 1), List.of(0)));
    }
}
