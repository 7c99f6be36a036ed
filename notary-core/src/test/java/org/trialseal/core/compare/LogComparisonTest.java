package org.trialseal.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.compare.ArtifactComparison.Counts;
import org.trialseal.core.compare.ArtifactComparison.State;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.core.testing.MemoryImporter;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;

/** Later exports of a sealed event log. */
class LogComparisonTest {
    private static final List<String> COLUMNS = List.of("USUBJID", "EVENT", "FORM");

    @TempDir
    private Path folder;

    private static List<Cell> row(int i) {
        return List.of(Cell.text("S-" + i % 4), Cell.text("event " + i), Cell.text("f" + i % 3));
    }

    private static List<List<Cell>> rows(int count) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(i));
        }
        return rows;
    }

    private static TestTable table(List<List<Cell>> rows) {
        return TestTable.grouped("consent", COLUMNS, rows);
    }

    private ArtifactComparison compare(LogOrder order, TestTable sealed, TestTable later) throws Exception {
        TestStudy study = new TestStudy(folder).log("log.bin", order, sealed);
        EvidenceFolder seal = study.seal("seal-" + System.nanoTime());
        MemoryImporter importer = new MemoryImporter(7, later);
        PathFile file = importer.write(folder.resolve("later.bin"));
        try (StudyStore store = study.store(seal)) {
            return new FolderComparison(
                            seal, seal.unlock(study.passphrase()), store, ComparisonOptions.standard(), study.random)
                    .compare(List.of(new LaterFile.Tables(file, importer, importer.plan(file))), SealProgress.silent())
                    .artifacts()
                    .get(0);
        }
    }

    private ArtifactComparison compare(List<List<Cell>> later) throws Exception {
        return compare(LogOrder.OLDEST_FIRST, table(rows(30)), table(later));
    }

    @Test
    void compare_sameFile_isIdentical() throws Exception {
        assertThat(compare(rows(30)).state()).isEqualTo(State.IDENTICAL);
    }

    @Test
    void compare_columnsInAnotherOrder_isReEncoded() throws Exception {
        List<List<Cell>> turned = new ArrayList<>();
        rows(30).forEach(row -> turned.add(List.of(row.get(2), row.get(0), row.get(1))));

        assertThat(compare(
                                LogOrder.OLDEST_FIRST,
                                table(rows(30)),
                                new TestTable(
                                        "consent",
                                        List.of("FORM", "USUBJID", "EVENT"),
                                        java.util.Optional.of("USUBJID"),
                                        List.of(),
                                        turned))
                        .state())
                .isEqualTo(State.RE_ENCODED);
    }

    @Test
    void compare_recordsAppended_isAlteredAndSaidToHaveOnlyAppended() throws Exception {
        ArtifactComparison result = compare(rows(50));

        assertThat(result.state()).isEqualTo(State.ALTERED);
        assertThat(result.counts()).isEqualTo(new Counts(20, 0, 0, 0));
        assertThat(result.differences().get(0).key()).containsEntry("USUBJID", "S-2");
        assertThat(result.notes()).anyMatch(note -> note.startsWith("It only appended: all 30 sealed records"));
    }

    @Test
    void compare_recordsAppendedToNewestFirst_isTheSame() throws Exception {
        List<List<Cell>> sealed = rows(30);
        List<List<Cell>> later = rows(50);
        Collections.reverse(sealed);
        Collections.reverse(later);
        ArtifactComparison result = compare(LogOrder.NEWEST_FIRST, table(sealed), table(later));

        assertThat(result.counts()).isEqualTo(new Counts(20, 0, 0, 0));
        assertThat(result.notes()).anyMatch(note -> note.startsWith("It only appended"));
    }

    @Test
    void compare_valueChanged_namesRecordAndField() throws Exception {
        List<List<Cell>> later = rows(31);
        later.set(12, List.of(Cell.text("S-0"), Cell.text("another"), Cell.text("f0")));
        ArtifactComparison result = compare(later);

        assertThat(result.counts()).isEqualTo(new Counts(1, 0, 1, 0));
        assertThat(result.notes()).noneMatch(note -> note.contains("only appended"));
        Difference changed = result.differences().get(0);
        assertThat(changed.kind()).isEqualTo(Difference.Kind.CHANGED);
        assertThat(changed.record()).hasValue(13);
        assertThat(changed.fields()).extracting(FieldChange::name).containsExactly("EVENT");
    }

    @Test
    void compare_subjectChanged_namesTheSubjectWhetherKnownOrNot() throws Exception {
        for (String subject : List.of("S-3", "never seen")) {
            List<List<Cell>> later = rows(30);
            later.set(12, List.of(Cell.text(subject), Cell.text("event 12"), Cell.text("f0")));
            ArtifactComparison result = compare(later);

            assertThat(result.counts()).as(subject).isEqualTo(new Counts(0, 0, 1, 0));
            assertThat(result.differences().get(0).fields())
                    .extracting(FieldChange::name)
                    .containsExactly("USUBJID");
        }
    }

    @Test
    void compare_recordTakenOutAndAnotherPutIn_findsBoth() throws Exception {
        List<List<Cell>> later = rows(32);
        later.remove(5);
        later.add(20, row(99));
        ArtifactComparison result = compare(later);

        assertThat(result.counts()).isEqualTo(new Counts(3, 1, 0, 0));
        assertThat(result.notes()).contains("Records were put between sealed ones: 1.");
    }

    @Test
    void compare_endCutOff_isRemoved() throws Exception {
        ArtifactComparison result = compare(rows(25));

        assertThat(result.state()).isEqualTo(State.ALTERED);
        assertThat(result.counts()).isEqualTo(new Counts(0, 5, 0, 0));
    }

    @Test
    void compare_otherRecordsAltogether_isAltered() throws Exception {
        List<List<Cell>> later = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            later.add(row(1000 + i));
        }

        Counts counts = compare(later).counts();
        assertThat(counts.changed()).isEqualTo(30);
        assertThat(counts.added()).isEqualTo(10);
    }

    @Test
    void compare_columnAdded_isAlteredAndAValueInItIsAChange() throws Exception {
        List<List<Cell>> later = new ArrayList<>();
        for (List<Cell> row : rows(30)) {
            List<Cell> more = new ArrayList<>(row);
            more.add(later.size() == 3 ? Cell.text("note") : Cell.missing(""));
            later.add(more);
        }
        ArtifactComparison result = compare(
                LogOrder.OLDEST_FIRST,
                table(rows(30)),
                TestTable.grouped("consent", List.of("USUBJID", "EVENT", "FORM", "NOTE"), later));

        assertThat(result.counts()).isEqualTo(new Counts(0, 0, 1, 0));
        assertThat(result.differences().get(0).fields())
                .extracting(FieldChange::name)
                .containsExactly("NOTE");
    }

    @Test
    void compare_columnRemoved_isAltered() throws Exception {
        TestTable fewer = TestTable.grouped("consent", List.of("USUBJID", "EVENT"), TestTable.rows("S-1,e"));

        assertThat(compare(LogOrder.OLDEST_FIRST, table(rows(30)), fewer).state())
                .isEqualTo(State.ALTERED);
    }
}
