package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.testing.MemoryImporter;
import org.trialseal.core.testing.RandomRows;
import org.trialseal.core.testing.Seeded;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;

class RetentionTest {
    @TempDir
    private Path folder;

    private TestTable lb = TestTable.grouped("LB", List.of("A"), List.of());
    private TestTable ta = lb;

    @BeforeEach
    void fillTables() {
        Random random = Seeded.random("RetentionTest");
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            List<Cell> row = new ArrayList<>(List.of(Cell.text("SUBJECT-" + i % 7)));
            row.addAll(RandomRows.row(random, 2, 3_000));
            row.add(Cell.text("IN-THE-CLEAR"));
            rows.add(row);
        }
        lb = TestTable.grouped("LB", List.of("A", "B", "C", "D"), rows);
        ta = TestTable.ungrouped("TA", List.of("ARM"), TestTable.rows("x", "", "y"));
    }

    private EvidenceFolder seal(TestStudy study) throws Exception {
        return study.seal(Requests.retaining(study.request("seal"))).folder();
    }

    private static List<List<List<Cell>>> read(StudyStore store, EvidenceFolder seal, RetainedRows.Part... parts)
            throws Exception {
        List<List<List<Cell>>> tables = new ArrayList<>();
        try (RetainedRows reader = new RetainedRows(store, seal.statement(), List.of(parts))) {
            for (Optional<TableReader.Table> table = reader.nextTable();
                    table.isPresent();
                    table = reader.nextTable()) {
                List<List<Cell>> rows = new ArrayList<>();
                for (Optional<TableReader.Piece> piece = reader.nextPiece();
                        piece.isPresent();
                        piece = reader.nextPiece()) {
                    addRows(piece.get().decode(), rows);
                }
                tables.add(rows);
            }
        }
        return tables;
    }

    private static void addRows(RowBatch batch, List<List<Cell>> rows) {
        for (int row = 0; row < batch.rows(); row++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < batch.columns(); column++) {
                cells.add(batch.cell(row, column));
            }
            rows.add(cells);
        }
    }

    private static RetainedRows.Part part(int artifact, TestTable table) {
        return new RetainedRows.Part(artifact, table.name(), Schema.ofNames(table.columns()));
    }

    @Test
    void seal_retained_givesBackAllRows() throws Exception {
        TestStudy study = new TestStudy(folder).tables("data.bin", lb, ta);
        EvidenceFolder seal = seal(study);
        try (StudyStore store = study.store(seal)) {
            assertThat(read(store, seal, part(1, lb), part(2, ta))).containsExactly(lb.rows(), ta.rows());
            assertThat(RetainedRows.isThere(store, 1, 1)).isTrue();
            assertThat(RetainedRows.isThere(store, 1, 3)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1})
    void seal_retainedDocument_isGivenBack(int length) throws Exception {
        TestStudy study = new TestStudy(folder).document("doc.pdf", TestStudy.content(length));
        EvidenceFolder seal = seal(study);
        try (StudyStore store = study.store(seal);
                InputStream in = new RetainedDocument(store, seal.statement(), 0, "doc.pdf").open()) {
            assertThat(in.readAllBytes()).isEqualTo(TestStudy.content(length));
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void seal_retained_isNowhereInTheClear() throws Exception {
        TestStudy study = new TestStudy(folder)
                .tables("data.bin", lb)
                .document("doc.txt", "IN-THE-CLEAR".getBytes(StandardCharsets.UTF_8));
        Path store = study.storeFolder(seal(study));
        assertThat(store.resolve("retained/0001")).isDirectoryContaining(path -> path.endsWith("0001"));
        for (Path file : TestStudy.filesIn(store)) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain("IN-THE-CLEAR", "SUBJECT-");
        }
    }

    @Test
    void seal_notRetained_keepsNothing() throws Exception {
        TestStudy study = new TestStudy(folder).tables("data.bin", lb);
        assertThat(study.storeFolder(study.seal("seal")).resolve("retained")).doesNotExist();
    }

    @Test
    void read_damagedRows_isMalformed() throws Exception {
        TestStudy study = new TestStudy(folder).tables("data.bin", lb);
        EvidenceFolder seal = seal(study);
        Path file = study.storeFolder(seal).resolve("retained/0001/0001");
        byte[] whole = Files.readAllBytes(file);
        try (StudyStore store = study.store(seal)) {
            for (int at = 0; at < whole.length; at += 97) {
                byte[] damaged = whole.clone();
                damaged[at] ^= 1;
                Files.write(file, damaged);
                assertThat(catchThrowable(() -> read(store, seal, part(1, lb))))
                        .as("byte %s", at)
                        .isInstanceOfAny(MalformedException.class, IOException.class);
            }
            Files.write(file, Arrays.copyOf(whole, whole.length - 1));
            assertThat(catchThrowable(() -> read(store, seal, part(1, lb))))
                    .isInstanceOfAny(MalformedException.class, IOException.class);
        }
    }

    @Test
    void read_damagedDocument_isAnIoError() throws Exception {
        TestStudy study = new TestStudy(folder).document("doc.pdf", TestStudy.content(1_500_000));
        EvidenceFolder seal = seal(study);
        Path file = study.storeFolder(seal).resolve("retained/0001/0000");
        byte[] whole = Files.readAllBytes(file);
        try (StudyStore store = study.store(seal)) {
            for (int at : new int[] {0, 3, 4, 1 << 20, (1 << 20) + 21, (1 << 20) + 30, whole.length - 1}) {
                byte[] damaged = whole.clone();
                damaged[at] ^= 1;
                Files.write(file, damaged);
                assertThatThrownBy(() -> {
                            try (InputStream in = new RetainedDocument(store, seal.statement(), 0, "doc.pdf").open()) {
                                in.readAllBytes();
                            }
                        })
                        .as("byte %s", at)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("was damaged");
            }
        }
    }

    @Test
    void seal_fileChangedBeforeItIsRetained_keepsNothing() throws Exception {
        TestStudy study = new TestStudy(folder).document("doc.pdf", TestStudy.content(10));
        EvidenceFolder first = study.seal("first");
        AtomicInteger readings = new AtomicInteger();
        Path file = folder.resolve("lb.bin");
        study.imported("lb.bin", new MemoryImporter(10, lb).whenReading(piece -> {
                    if (piece == 5 && readings.incrementAndGet() == 2) {
                        throw new IOException("gone");
                    }
                }));
        SealRequest request =
                Requests.retaining(study.requestAfter("second", first.files().folder()));
        assertThatThrownBy(() -> study.seal(request)).hasMessage("gone");
        assertThat(file).exists();
        assertThat(folder.resolve("second")).doesNotExist();
        assertThat(TestStudy.filesIn(study.storeFolder(first).resolve("retained")))
                .isEmpty();
    }
}
