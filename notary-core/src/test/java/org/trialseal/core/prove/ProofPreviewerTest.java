package org.trialseal.core.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.prove.ProofPreview.Line;
import org.trialseal.core.prove.ProofPreview.Part;
import org.trialseal.core.prove.ProofPreview.Table;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.Verifier;

/** What a preview says is exactly what a verifier finds in the package, and nothing else is in it. */
class ProofPreviewerTest {
    private static final int DM = 1;
    private static final int LB = 2;
    private static final int TA = 3;
    private static final int WIDE = 5;
    private static final int CONSENT = 7;

    @TempDir
    private Path folder;

    private final TestTable dm = table("DM", 12, 12, 4);
    private final TestTable lb = table("LB", 120, 11, 6);
    private final TestTable ta = TestTable.ungrouped(
            "TA", TestTable.names("TACOL", 2), TestTable.rows("<arm A>,<step 1>", "<arm B>,<step 2>"));
    private final TestTable wide = table("WIDE", 24, 6, 150);
    private final TestTable log = table("consent", 30, 5, 3);
    private Proving proving;

    private static TestTable table(String name, int rows, int subjects, int columns) {
        List<List<Cell>> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Cell> line = new ArrayList<>(List.of(Cell.text(subject(row % subjects))));
            for (int column = 1; column < columns; column++) {
                line.add(Cell.text("<" + name + " " + row + " " + column + ">"));
            }
            cells.add(line);
        }
        return TestTable.grouped(name, TestTable.names(name + "COL", columns), cells);
    }

    private static String subject(int number) {
        return "subject-" + number + ".";
    }

    @BeforeEach
    void seal() throws Exception {
        TestStudy study = new TestStudy(folder)
                .tables("data.bin", dm, lb, ta)
                .tables("wide.bin", wide)
                .log("log.bin", LogOrder.OLDEST_FIRST, log)
                .document("plan.pdf", TestStudy.content(2_000));
        proving = Proving.of(folder, study, study.seal("seal"), dm, lb, ta)
                .withData("wide.bin", wide)
                .withData("log.bin", log);
    }

    private ProofPreview requireExact(List<Selection> selections, Fields fields) throws Exception {
        ProofPreview preview = proving.preview(selections, fields);
        Path file = proving.prove(selections, fields);
        SeenInPackage seen = new SeenInPackage();
        VerificationPolicy policy = VerificationPolicy.standard(Checkpoints.genesisOnly(ChainParameters.main()));
        new Verifier(policy.acceptingPractice()).verify(PathFile.of(file), seen);
        Proving.verified(file);
        assertThat(seen.entries).hasSize(preview.opened());
        assertThat(seen.lines.keySet())
                .containsExactlyElementsOf(
                        preview.tables().stream().map(Table::artifact).toList());
        preview.tables().forEach(table -> requireExact(table, seen));
        preview.documents()
                .forEach(document -> assertThat(seen.documents).containsEntry(document.artifact(), document.length()));
        assertThat(seen.documents).hasSize(preview.documents().size());
        requireNothingElse(preview, Haystack.of(file));
        assertThat(preview.length()).as("estimate").isCloseTo(Files.size(file), Percentage.withPercentage(10));
        return preview;
    }

    private void requireExact(Table table, SeenInPackage seen) {
        List<Line> lines = seen.lines.getOrDefault(table.artifact(), List.of());
        assertThat(table.first()).as(table.name()).isEqualTo(lines);
        assertThat(table.records().shown()).isEqualTo(lines.size());
        assertThat(table.groups().shown()).isEqualTo(seen.groups.get(table.artifact()));
        Set<String> columns = new HashSet<>();
        lines.forEach(line -> columns.addAll(line.fields().keySet()));
        assertThat(columns).isSubsetOf(table.shownColumns());
        assertThat(table.positions())
                .isEqualTo(lines.stream().anyMatch(line -> line.position().isPresent()));
        assertThat(table.named() && !lines.isEmpty())
                .isEqualTo(lines.stream().anyMatch(line -> line.subject().isPresent()));
        int source = PackageContext.source(proving.seal.entries().get(table.artifact()));
        assertThat(seen.files.contains(source)).as("file of " + table.name()).isEqualTo(table.sourceOpened());
        assertThat(proving.seal.entries().get(source).name()).isEqualTo(table.source());
    }

    /** No value, no identifier and no name that the preview does not have. */
    private void requireNothingElse(ProofPreview preview, Haystack haystack) {
        Set<String> values = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        for (Table table : preview.tables()) {
            names.addAll(table.columns());
            names.add(table.name());
            values.addAll(table.absent());
            for (Line line : table.first()) {
                line.fields().values().forEach(cell -> values.add(cell.display()));
                line.subject().ifPresent(subject -> values.add(subject.display()));
            }
        }
        preview.documents().forEach(document -> names.add(document.name()));
        for (TestTable table : List.of(dm, lb, ta, wide, log)) {
            requireOnly(haystack, names, List.of(table.columns().get(0)), table.name() + "COL");
            for (List<Cell> row : table.rows()) {
                requireOnly(haystack, values, row.stream().map(Cell::display).toList(), "value");
            }
        }
        requireOnly(haystack, names, List.of("consent", "plan.pdf"), "name");
    }

    private static void requireOnly(Haystack haystack, Set<String> shown, List<String> all, String what) {
        for (String one : all) {
            assertThat(haystack.holds(one)).as(what + " " + one).isEqualTo(shown.contains(one));
        }
    }

    private static Table of(ProofPreview preview, int artifact) {
        return preview.tables().stream()
                .filter(table -> table.artifact() == artifact)
                .findFirst()
                .orElseThrow();
    }

    private static Selection subjects(String... identifiers) {
        return new Selection.Subjects(List.of(identifiers));
    }

    @Test
    void preview_ofASubject_isWhatThePackageShows() throws Exception {
        ProofPreview preview = requireExact(List.of(subjects(subject(3))), Fields.all());
        assertThat(of(preview, LB).records()).isEqualTo(new Part(11, 120));
        assertThat(of(preview, LB).groups()).isEqualTo(new Part(1, 11));
        assertThat(of(preview, LB).listed()).isTrue();
        assertThat(of(preview, CONSENT).records()).isEqualTo(new Part(6, 30));
        assertThat(preview.statements()).isEqualTo(1);
        assertThat(preview.entries()).isEqualTo(9);
    }

    @Test
    void preview_ofASubjectThatSomeLack_saysWhereItIsAbsentAndWhereNothingIsProven() throws Exception {
        ProofPreview preview = requireExact(List.of(subjects(subject(11))), Fields.all());
        assertThat(of(preview, LB).absent()).containsExactly(subject(11));
        assertThat(of(preview, LB).records().shown()).isZero();
        assertThat(preview.unprovable()).containsExactly("consent");
    }

    @Test
    void preview_ofASubjectInOneDataset_leavesTheOthersOut() throws Exception {
        ProofPreview preview = requireExact(
                List.of(new Selection.Subjects(List.of(subject(3)), Set.of("LB"))), Fields.named(List.of("LBCOL3")));
        assertThat(preview.tables()).hasSize(1);
        assertThat(of(preview, LB).shownColumns()).containsExactly("LBCOL3");
        assertThat(of(preview, LB).named()).isTrue();
        assertThat(of(preview, LB).positions()).isFalse();
    }

    @Test
    void preview_ofRecordsByValueAndPlace_isWhatThePackageShows() throws Exception {
        ProofPreview preview = requireExact(
                List.of(
                        new Selection.Records("LB", Map.of("LBCOL2", "<LB 17 1>")),
                        new Selection.Rows("LB", Set.of(17L, 28L, 99L)),
                        new Selection.Rows("consent", Set.of(0L, 29L))),
                new Fields(List.of(), Map.of("LB", List.of("LBCOL4", "LBCOL2"))));
        assertThat(of(preview, LB).records()).isEqualTo(new Part(3, 120));
        assertThat(of(preview, LB).groups()).isEqualTo(new Part(2, 11));
        assertThat(of(preview, LB).listed()).isFalse();
        assertThat(of(preview, CONSENT).shownColumns()).hasSize(3);
    }

    @Test
    void preview_ofEverything_isWhatThePackageShowsWithTheFiles() throws Exception {
        ProofPreview preview = requireExact(List.of(new Selection.All(Set.of())), Fields.all());
        assertThat(preview.tables()).allMatch(Table::sourceOpened);
        assertThat(preview.documents()).hasSize(1);
        assertThat(preview.opened()).isEqualTo(preview.entries());
    }

    @Test
    void preview_ofEverythingWithFieldsOfOne_hidesOnlyThatOnesFile() throws Exception {
        ProofPreview preview = requireExact(
                List.of(new Selection.All(Set.of())), new Fields(List.of(), Map.of("WIDE", List.of("WIDECOL80"))));
        assertThat(of(preview, WIDE).sourceOpened()).isFalse();
        assertThat(of(preview, WIDE).shownColumns()).containsExactly("WIDECOL80");
        assertThat(of(preview, DM).sourceOpened()).isTrue();
    }

    @Test
    void preview_ofATableWithoutSubjectsAndADocument_isWhatThePackageShows() throws Exception {
        ProofPreview preview = requireExact(
                List.of(new Selection.All(Set.of("TA")), new Selection.Document("plan.pdf")), Fields.all());
        assertThat(of(preview, TA).named()).isFalse();
        assertThat(of(preview, TA).sourceOpened()).isFalse();
    }

    @Test
    void preview_ofOtherFields_readsNothingAgain() throws Exception {
        ProofPreviewer previewer = new ProofPreviewer(proving.seal, proving.openings);
        List<Selection> selections = List.of(subjects(subject(3)));
        ProofPreview all = proving.preview(previewer, selections, Fields.all());
        proving.withData(dm.withRows(List.of()), lb.withRows(List.of()), ta);
        ProofPreview some = proving.preview(previewer, selections, Fields.named(List.of("LBCOL2")));
        assertThat(of(some, LB).records()).isEqualTo(of(all, LB).records());
        assertThat(some.length()).isLessThan(all.length());
        previewer.forget();
        assertThatThrownBy(() -> proving.preview(previewer, selections, Fields.all()))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining("lack records that were sealed");
    }

    @Test
    void preview_ofWhatCannotBeMade_isRefusedAsThePackageIs() {
        requireRefused(
                "has no column NOPE", List.of(subjects("x")), new Fields(List.of(), Map.of("LB", List.of("NOPE"))));
        requireRefused(
                "nothing of it is shown",
                List.of(new Selection.Document("plan.pdf")),
                new Fields(List.of(), Map.of("LB", List.of("LBCOL1"))));
        requireRefused("none is number 121", List.of(new Selection.Rows("LB", Set.of(120L))), Fields.all());
        requireRefused("has no records", List.of(new Selection.Rows("plan.pdf", Set.of(0L))), Fields.all());
        requireRefused(
                "not grouped by subject", List.of(new Selection.Subjects(List.of("x"), Set.of("TA"))), Fields.all());
        requireRefused(
                "cannot be shown in one package",
                List.of(subjects("x"), new Selection.Rows("LB", Set.of(1L))),
                Fields.all());
    }

    private void requireRefused(String message, List<Selection> selections, Fields fields) {
        assertThatThrownBy(() -> proving.preview(selections, fields))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> proving.prove(selections, fields))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining(message);
    }

    @Test
    void census_ofTheSeal_countsEverySubjectWhereItHasRecords() throws Exception {
        SubjectCensus census = proving.census();
        assertThat(census.size()).isEqualTo(12);
        assertThat(census.identifier(0)).isEqualTo(subject(0));
        assertThat(census.tables()).containsExactly(DM, LB, WIDE, CONSENT);
        assertThat(census.records(0, LB)).isEqualTo(11);
        assertThat(census.records(0, TA)).isZero();
        assertThat(census.records(0)).isEqualTo(1 + 11 + 4 + 6);
    }
}
