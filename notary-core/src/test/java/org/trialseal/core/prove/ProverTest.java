package org.trialseal.core.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.Disclosed;
import org.trialseal.core.verify.Disclosed.Extent;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.VerificationReport;

/** Packages of every kind, checked by the verifier. */
class ProverTest {
    private static final List<String> COLUMNS = List.of("USUBJID", "VISIT", "ALT");

    @TempDir
    private Path folder;

    private static TestTable lb() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(List.of(
                    Cell.text("S-0" + i * 7 % 9), Cell.text("" + i / 9), Cell.ofCharacters(i % 8 == 0 ? "" : "v" + i)));
        }
        return TestTable.grouped("LB", COLUMNS, rows);
    }

    private static TestTable ta() {
        return TestTable.ungrouped(
                "TA", List.of("ARM", "ELEMENT"), TestTable.rows("A,screening", "A,treatment", "B,x"));
    }

    private static Disclosed disclosed(VerificationReport report, String name) {
        return report.disclosed().stream()
                .filter(shown -> shown.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void prove_everything_passesAndIsComplete() throws Exception {
        Proving proving = Proving.of(folder, Map.of("protocol.pdf", TestStudy.content(3_000_000)), lb(), ta());
        VerificationReport report = Proving.verified(proving.proveAll());
        assertThat(report.checks()).allMatch(check -> check.result() == Result.PASSED);
        assertThat(report.checks())
                .extracting(Check::id)
                .contains("data:LB", "completeness:LB", "data:TA", "completeness:TA", "data:protocol.pdf");
        assertThat(disclosed(report, "LB").extent()).isEqualTo(Extent.WHOLE);
        assertThat(disclosed(report, "LB").records()).isEqualTo(new Disclosed.Part(60, 60));
        assertThat(disclosed(report, "TA").records()).isEqualTo(new Disclosed.Part(3, 3));
    }

    @Test
    void prove_oneDatasetOfAFile_passesWithoutTheFileDigest() throws Exception {
        Proving proving = Proving.of(folder, lb(), ta());
        Path file = proving.prove(List.of(new Selection.All(Set.of("TA"))));
        VerificationReport report = Proving.verified(file);
        assertThat(report.disclosed()).extracting(Disclosed::name).containsExactly("TA");
    }

    @Test
    void prove_emptyDataset_passes() throws Exception {
        Proving proving = Proving.of(
                folder, TestTable.grouped("LB", COLUMNS, List.of()), TestTable.ungrouped("TA", COLUMNS, List.of()));
        VerificationReport report = Proving.verify(proving.proveAll());
        assertThat(report.checks()).noneMatch(check -> check.result() == Result.FAILED);
    }

    @Test
    void prove_subjects_passAndAreComplete() throws Exception {
        VerificationReport report =
                Proving.verified(Proving.of(folder, lb(), ta()).proveSubjects("S-03", "S-05"));
        Disclosed shown = disclosed(report, "LB");
        assertThat(shown.extent()).isEqualTo(Extent.SUBJECTS);
        assertThat(shown.subjects()).containsExactlyInAnyOrder(Cell.text("S-03"), Cell.text("S-05"));
        assertThat(shown.groups()).isEqualTo(new Disclosed.Part(2, 9));
        assertThat(Proving.check(report, "completeness:LB").result()).isEqualTo(Result.PASSED);
        assertThat(report.disclosed()).hasSize(1);
    }

    @Test
    void prove_subjectWithoutRecords_isShownAbsent() throws Exception {
        VerificationReport report = Proving.verified(Proving.of(folder, lb()).proveSubjects("S-99", "s-03", "12"));
        Disclosed shown = disclosed(report, "LB");
        assertThat(shown.absent()).containsExactly(Cell.text("12"), Cell.text("S-99"), Cell.text("s-03"));
        assertThat(shown.extent()).isEqualTo(Extent.NOTHING);
    }

    @Test
    void prove_presentAndAbsentSubjectInTwoDatasets_isShownForEach() throws Exception {
        TestTable dm = TestTable.grouped("DM", List.of("USUBJID", "SEX"), TestTable.rows("S-03,F", "S-77,M"));
        VerificationReport report =
                Proving.verified(Proving.of(folder, lb(), dm).proveSubjects("S-77"));
        assertThat(disclosed(report, "DM").subjects()).containsExactly(Cell.text("S-77"));
        assertThat(disclosed(report, "DM").absent()).isEmpty();
        assertThat(disclosed(report, "LB").absent()).containsExactly(Cell.text("S-77"));
    }

    /** A number is found by what people write, whatever type of cell its source gave. */
    @Test
    void prove_subjectsThatAreNumbers_areFound() throws Exception {
        Cell token = new Cell(CellType.TOKEN, Cell.text("14").value());
        Cell real = new Cell(
                CellType.FLOAT64,
                Bytes.copyOf(ByteBuffer.allocate(8).putDouble(15).array()));
        TestTable table = TestTable.grouped(
                "LB", List.of("ID", "X"), List.of(List.of(token, Cell.text("a")), List.of(real, Cell.text("b"))));
        Proving proving = Proving.of(folder, table);
        Disclosed found = disclosed(Proving.verified(proving.proveSubjects("14", "15")), "LB");
        assertThat(found.subjects()).containsExactlyInAnyOrder(token, real);
        assertThat(found.absent()).isEmpty();
        Disclosed absent = disclosed(Proving.verified(proving.proveSubjects("16")), "LB");
        assertThat(absent.absent()).hasSize(3).allMatch(cell -> !cell.type().equals(CellType.MISSING));
    }

    @Test
    void prove_subjectWithAnEmptyIdentifier_isFound() throws Exception {
        TestTable table = TestTable.grouped("LB", List.of("ID", "X"), TestTable.rows(",a", "S-1,b", ",c"));
        Disclosed shown = disclosed(Proving.verified(Proving.of(folder, table).proveSubjects("")), "LB");
        assertThat(shown.subjects()).containsExactly(Cell.missing(""));
        assertThat(shown.records()).isEqualTo(new Disclosed.Part(2, 3));
    }

    @Test
    void prove_oneRecord_passesAndLeavesCompletenessOpen() throws Exception {
        VerificationReport report =
                Proving.verified(Proving.of(folder, lb()).proveRecord("LB", Map.of("USUBJID", "S-03", "VISIT", "2")));
        Disclosed shown = disclosed(report, "LB");
        assertThat(shown.records()).isEqualTo(new Disclosed.Part(1, 60));
        assertThat(shown.extent()).isEqualTo(Extent.RECORDS);
        assertThat(shown.subjects()).isEmpty();
        assertThat(Proving.check(report, "completeness:LB").result()).isEqualTo(Result.INDETERMINATE);
    }

    @Test
    void prove_recordsOfManySubjectsByAnEmptyValue_pass() throws Exception {
        VerificationReport report = Proving.verified(Proving.of(folder, lb()).proveRecord("LB", Map.of("ALT", "")));
        assertThat(disclosed(report, "LB").records()).isEqualTo(new Disclosed.Part(8, 60));
    }

    @Test
    void prove_recordOfADatasetWithoutSubjects_passes() throws Exception {
        VerificationReport report =
                Proving.verified(Proving.of(folder, lb(), ta()).proveRecord("TA", Map.of("ARM", "A")));
        assertThat(disclosed(report, "TA").records()).isEqualTo(new Disclosed.Part(2, 3));
    }

    @Test
    void prove_allRecordsOfAGroupOneByOne_passesWithoutPaths() throws Exception {
        VerificationReport report =
                Proving.verified(Proving.of(folder, lb()).proveRecord("LB", Map.of("USUBJID", "S-04")));
        assertThat(disclosed(report, "LB").records().shown()).isEqualTo(6);
    }

    @Test
    void prove_fieldsOfSubjectsRecordsAndEverything_pass() throws Exception {
        Proving proving = Proving.of(folder, lb(), ta());
        for (Path file : List.of(
                proving.proveAll("ALT"),
                proving.prove(List.of(new Selection.Subjects(List.of("S-03"))), "VISIT", "ALT"),
                proving.proveRecord("LB", Map.of("USUBJID", "S-03", "VISIT", "2"), "ALT"))) {
            VerificationReport report = Proving.verified(file);
            assertThat(disclosed(report, "LB").extent()).isEqualTo(Extent.FIELDS);
            assertThat(disclosed(report, "LB").columns()).contains("ALT").doesNotContain("USUBJID");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65, 130})
    void prove_fieldsOfAWideDataset_pass(int columns) throws Exception {
        List<List<Cell>> rows = new ArrayList<>();
        for (int row = 0; row < 12; row++) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.text("S" + row % 3)));
            for (int column = 2; column <= columns; column++) {
                cells.add(Cell.text(row + "." + column));
            }
            rows.add(cells);
        }
        Proving proving = Proving.of(folder, TestTable.grouped("QS", TestTable.names("Q", columns), rows));
        VerificationReport report =
                Proving.verified(proving.proveRecord("QS", Map.of("Q2", "4.2"), "Q3", "Q" + columns));
        assertThat(disclosed(report, "QS").columns()).containsExactly("Q3", "Q" + columns);
        Proving.verified(proving.proveAll());
        Proving.verified(proving.proveSubjects("S1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20})
    void prove_document_passes(int length) throws Exception {
        Proving proving =
                Proving.of(folder, Map.of("doc.pdf", TestStudy.content(length), "b.pdf", new byte[] {1}), lb());
        VerificationReport report = Proving.verified(proving.prove(List.of(new Selection.Document("doc.pdf"))));
        assertThat(report.disclosed()).extracting(Disclosed::name).containsExactly("doc.pdf");
    }

    @Test
    void prove_severalSelections_areShownTogether() throws Exception {
        Proving proving = Proving.of(folder, Map.of("doc.pdf", TestStudy.content(10)), lb(), ta());
        VerificationReport report = Proving.verified(proving.prove(List.of(
                new Selection.Document("doc.pdf"),
                new Selection.Records("TA", Map.of("ARM", "B")),
                new Selection.Subjects(List.of("S-01")),
                new Selection.Subjects(List.of("S-02")))));
        assertThat(report.disclosed()).extracting(Disclosed::name).containsExactlyInAnyOrder("LB", "TA", "doc.pdf");
        assertThat(disclosed(report, "LB").groups().shown()).isEqualTo(2);
    }

    @Test
    void prove_nothing_isIndeterminate() throws Exception {
        VerificationReport report = Proving.verify(Proving.of(folder, lb()).prove(List.of()));
        assertThat(report.verdict()).isEqualTo(Result.INDETERMINATE);
    }

    @Test
    void prove_secondSeal_carriesTheWholeLedger() throws Exception {
        TestTable table = lb();
        TestStudy study = new TestStudy(folder).tables("data.bin", table);
        Path first = study.seal("first").files().folder();
        Proving proving = Proving.of(
                folder, study, study.seal(study.requestAfter("second", first)).folder(), table);
        VerificationReport report = Proving.verified(proving.proveSubjects("S-03"));
        assertThat(report.ledger().seals()).hasSize(2);
    }

    @Test
    void prove_twice_givesTheSameBytes() throws Exception {
        Proving proving = Proving.of(folder, lb());
        assertThat(Files.readAllBytes(proving.proveSubjects("S-03")))
                .isEqualTo(Files.readAllBytes(proving.proveSubjects("S-03")));
    }

    @Test
    void prove_overAnOldPackage_replacesItAndLeavesNothingElse() throws Exception {
        Proving proving = Proving.of(folder, lb());
        Files.createDirectories(proving.target().getParent());
        Files.writeString(proving.target(), "old");
        Path leftover = Files.createDirectory(proving.target().resolveSibling(".trialseal-proof-17"));
        Files.writeString(leftover.resolve("rows-1.tmp"), "hidden values");
        Path file = proving.proveAll();
        Proving.verified(file);
        assertThat(TestStudy.filesIn(file.getParent())).containsExactly(file);
        assertThat(leftover).doesNotExist();
    }

    @Test
    void prove_leftoverOfARunningProgram_isLeftAlone() throws Exception {
        Proving proving = Proving.of(folder, lb());
        Path parent = Files.createDirectories(proving.target().getParent());
        try (Staging running = Staging.create(parent)) {
            Files.writeString(running.newFile(), "values");
            proving.proveAll();
            assertThat(running.folder().resolve("part-0.tmp")).exists();
        }
        assertThat(TestStudy.filesIn(parent)).hasSize(1);
    }

    @Test
    void prove_keyedDataset_passes() throws Exception {
        TestTable keyed = new TestTable("LB", COLUMNS, Optional.of("USUBJID"), List.of("VISIT"), lb().rows());
        Proving.verified(Proving.of(folder, keyed).proveAll());
    }
}
