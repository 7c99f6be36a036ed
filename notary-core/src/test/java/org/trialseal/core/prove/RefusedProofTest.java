package org.trialseal.core.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.prove.ProofRefusedException.Reason;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;

/** What cannot be proven is refused, and nothing is written. */
class RefusedProofTest {
    @TempDir
    private Path folder;

    private final TestTable lb = TestTable.grouped("LB", List.of("USUBJID", "VISIT", "ALT"), rows());
    private final TestTable ta = TestTable.ungrouped("TA", List.of("ARM"), TestTable.rows("A", "B"));
    private Proving proving;

    private static List<List<Cell>> rows() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rows.add(List.of(Cell.text("S-" + i % 5), Cell.text("" + i / 5), Cell.text("v" + i)));
        }
        return rows;
    }

    @BeforeEach
    void seal() throws Exception {
        proving = Proving.of(folder, Map.of("doc.pdf", TestStudy.content(2_000_000)), lb, ta);
    }

    private String refuse(Reason reason, ThrowingCallable call) throws Exception {
        ProofRefusedException refused = catchThrowableOfType(ProofRefusedException.class, call);
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(reason);
        requireNothingWritten();
        return refused.getMessage();
    }

    private void requireNothingWritten() throws Exception {
        Path out = proving.target().getParent();
        if (Files.exists(out)) {
            assertThat(out).isEmptyDirectory();
        }
    }

    private List<List<Cell>> altered(int row, int column, String value) {
        List<List<Cell>> rows = new ArrayList<>(lb.rows());
        List<Cell> cells = new ArrayList<>(rows.get(row));
        cells.set(column, Cell.text(value));
        rows.set(row, cells);
        return rows;
    }

    private void withRows(List<List<Cell>> rows) {
        proving.withData(lb.withRows(rows), ta);
    }

    @Test
    void prove_alteredValue_isRefusedNamingTheRecord() throws Exception {
        withRows(altered(8, 2, "v9"));
        assertThat(refuse(Reason.ALTERED, () -> proving.proveAll()))
                .contains("record 9 of the data given for LB is not what was sealed");
        assertThat(refuse(Reason.ALTERED, () -> proving.proveSubjects("S-3"))).contains("record 9");
        assertThat(refuse(Reason.ALTERED, () -> proving.proveRecord("LB", Map.of("ALT", "v9"))))
                .contains("record 9");
        refuse(Reason.ALTERED, () -> proving.proveAll("VISIT"));
    }

    @Test
    void prove_alteredElsewhere_doesNotMatterForASubject() throws Exception {
        withRows(altered(8, 2, "v9"));
        Proving.verified(proving.proveSubjects("S-2"));
    }

    @Test
    void prove_sameCharactersInAnotherType_isRefused() throws Exception {
        List<List<Cell>> rows = new ArrayList<>(lb.rows());
        List<Cell> row = new ArrayList<>(rows.get(3));
        row.set(2, new Cell(org.trialseal.core.record.CellType.TOKEN, row.get(2).value()));
        rows.set(3, row);
        withRows(rows);
        refuse(Reason.ALTERED, () -> proving.proveAll());
    }

    @Test
    void prove_missingAddedMovedOrRepeatedRecords_isRefused() throws Exception {
        List<List<Cell>> fewer = lb.rows().subList(0, 29);
        withRows(fewer);
        assertThat(refuse(Reason.ALTERED, () -> proving.proveAll())).contains("lack records that were sealed");
        refuse(Reason.ALTERED, () -> proving.proveSubjects("S-4"));

        List<List<Cell>> more = new ArrayList<>(lb.rows());
        more.add(lb.rows().get(29));
        withRows(more);
        assertThat(refuse(Reason.ALTERED, () -> proving.proveAll())).contains("record 31");
        refuse(Reason.ALTERED, () -> proving.proveSubjects("S-4"));

        List<List<Cell>> stranger = new ArrayList<>(lb.rows());
        stranger.add(List.of(Cell.text("S-9"), Cell.text("0"), Cell.text("v")));
        withRows(stranger);
        assertThat(refuse(Reason.ALTERED, () -> proving.proveAll())).contains("record 31");

        List<List<Cell>> moved = new ArrayList<>(lb.rows());
        Collections.swap(moved, 10, 11);
        withRows(moved);
        refuse(Reason.ALTERED, () -> proving.proveAll());

        withRows(List.of());
        refuse(Reason.ALTERED, () -> proving.proveAll());
    }

    @Test
    void prove_otherColumnsOrFewerTables_isRefused() throws Exception {
        proving.withData(
                new TestTable("LB", List.of("USUBJID", "VISIT", "AST"), lb.subject(), List.of(), lb.rows()), ta);
        assertThat(refuse(Reason.ALTERED, () -> proving.proveSubjects("S-1")))
                .contains("other columns than were sealed");
        proving.withData(lb);
        refuse(Reason.ALTERED, () -> proving.prove(List.of(new Selection.All(Set.of("TA")))));
    }

    @Test
    void prove_alteredDocument_isRefused() throws Exception {
        byte[] content = TestStudy.content(2_000_000);
        for (byte[] other : List.of(flipped(content, 0), flipped(content, 1_999_999), new byte[0])) {
            proving.withDocument("doc.pdf", other);
            assertThat(refuse(Reason.ALTERED, () -> proving.prove(List.of(new Selection.Document("doc.pdf")))))
                    .contains("is not the document that was sealed");
        }
    }

    private static byte[] flipped(byte[] content, int at) {
        byte[] copy = content.clone();
        copy[at] ^= 1;
        return copy;
    }

    @Test
    void prove_whatWasNotSealed_isRefusedWithWhatWas() throws Exception {
        assertThat(refuse(Reason.REQUEST, () -> proving.prove(List.of(new Selection.All(Set.of("XX"))))))
                .contains("this seal holds nothing called XX; it holds [LB, TA, doc.pdf]");
        refuse(Reason.REQUEST, () -> proving.prove(List.of(new Selection.All(Set.of("data.bin")))));
        refuse(Reason.REQUEST, () -> proving.prove(List.of(new Selection.Document("LB"))));
        refuse(Reason.REQUEST, () -> proving.proveRecord("doc.pdf", Map.of()));
        assertThat(refuse(Reason.REQUEST, () -> proving.proveRecord("LB", Map.of("AST", "1"))))
                .contains("there is no column AST");
        assertThat(refuse(Reason.REQUEST, () -> proving.proveRecord("LB", Map.of("ALT", "v99"))))
                .contains("no record of LB has the values asked for");
        assertThat(refuse(Reason.REQUEST, () -> proving.proveAll("AST")))
                .contains("nothing that is shown has a column AST");
    }

    @Test
    void prove_subjectsAndRecordsOfOneDataset_isRefused() throws Exception {
        assertThat(refuse(
                        Reason.REQUEST,
                        () -> proving.prove(List.of(
                                new Selection.Subjects(List.of("S-1")),
                                new Selection.Records("LB", Map.of("ALT", "v3"))))))
                .contains("make two");
    }

    @Test
    void prove_subjectsWhereNothingIsGrouped_isRefused() throws Exception {
        Path other = Files.createDirectory(folder.resolve("b"));
        Proving ungrouped = Proving.of(other, ta);
        assertThatThrownBy(() -> ungrouped.proveSubjects("S-1"))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining("nothing in this seal is grouped by subject");
    }

    @Test
    void prove_statementThatTheStoreDoesNotRemember_isRefused() throws Exception {
        Path statement = proving.seal.files().statement();
        String text = Files.readString(statement);
        Files.writeString(statement, text.replace("\"milestone\":\"lock\"", "\"milestone\":\"rock\""));
        Proving later = Proving.of(
                folder, proving.study, org.trialseal.core.evidence.EvidenceFolder.open(folder.resolve("seal")), lb, ta);
        assertThatThrownBy(() -> later.proveSubjects("S-1"))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("is not the statement that the study store remembers of seal 1");
    }

    @Test
    void prove_damagedEvidence_isMalformedAndNeverAWrongPackage() throws Exception {
        for (String name : List.of("groups.bin", "leaves.bin", "group-leaves.bin", "nodes.bin", "group-nodes.bin")) {
            Path file = folder.resolve("seal/artifacts/0001").resolve(name);
            byte[] whole = Files.readAllBytes(file);
            for (int at = 0; at < whole.length; at += 13) {
                Files.write(file, flipped(whole, at));
                requireErrorOrVerified(() -> proving.proveAll(), name + " " + at);
                requireErrorOrVerified(() -> proving.proveRecord("LB", Map.of("ALT", "v7")), name + " " + at);
            }
            Files.write(file, whole);
        }
    }

    private interface Making {
        Path make() throws Exception;
    }

    private static void requireErrorOrVerified(Making making, String what) {
        Path[] made = new Path[1];
        Throwable error = catchThrowable(() -> made[0] = making.make());
        if (error == null) {
            assertThat(catchThrowable(() -> Proving.verified(made[0]))).as(what).isNull();
        } else {
            assertThat(error).as(what).isInstanceOfAny(MalformedException.class, java.io.IOException.class);
        }
    }

    @Test
    void prove_evidenceOfALeafDamaged_doesNotBlameTheData() throws Exception {
        Path leaves = folder.resolve("seal/artifacts/0001/leaves.bin");
        byte[] whole = Files.readAllBytes(leaves);
        Files.write(leaves, flipped(whole, 40));
        assertThatThrownBy(() -> proving.proveAll())
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("do not lead to the tree's root");
        requireNothingWritten();
    }

    @Test
    void prove_failing_keepsTheOldPackage() throws Exception {
        Files.createDirectories(proving.target().getParent());
        Files.writeString(proving.target(), "old", StandardCharsets.UTF_8);
        withRows(altered(8, 2, "v9"));
        assertThatThrownBy(() -> proving.proveAll()).isInstanceOf(ProofRefusedException.class);
        assertThat(TestStudy.filesIn(proving.target().getParent())).containsExactly(proving.target());
        assertThat(proving.target()).hasContent("old");
    }
}
