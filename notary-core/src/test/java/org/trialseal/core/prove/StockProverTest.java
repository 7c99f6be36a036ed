package org.trialseal.core.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.AnchorFiles;
import org.trialseal.core.ots.Attested;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.HashOp;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.Timestamp;
import org.trialseal.core.ots.TimestampBuilder;
import org.trialseal.core.record.Cell;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.core.testing.Seeded;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;

/** Records and documents as stock timestamps, replayed by the strict reader from the stamped file to the block. */
class StockProverTest {
    private static final List<String> COLUMNS = List.of("USUBJID", "SEQ", "ALT");

    @TempDir
    private Path folder;

    static TestTable lb(int records, int subjects) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            rows.add(List.of(Cell.text("S-" + i * 7 % subjects), Cell.text("" + i), Cell.text("v" + i % 3)));
        }
        return TestTable.grouped("LB", COLUMNS, rows);
    }

    static Selection record(String dataset, String column, String value) {
        return new Selection.Records(dataset, Map.of(column, value));
    }

    private static DetachedTimestamp read(Path file) throws Exception {
        return DetachedTimestamp.read(file.toString(), Files.readAllBytes(file));
    }

    /** What the stamped file's digest leads to must be what the seal's own anchor says. */
    private static void assertLeadsToTheAnchor(Proving proving, Path stamped, String name) throws Exception {
        DetachedTimestamp proof = read(proving.stock(name));
        assertThat(proof.isFor(Sha256.of(Files.readAllBytes(stamped)))).as(name).isTrue();
        List<Attested> anchored =
                read(proving.seal.files().timestamp()).timestamp().attestations();
        assertThat(anchored).isNotEmpty();
        assertThat(proof.timestamp().attestations()).as(name).isEqualTo(anchored);
    }

    private static void assertStamped(Proving proving, Selection selection, String name, String type) throws Exception {
        StockProver.Result result = proving.proveStock(selection, name);
        Path stamped = result.stamped().orElseThrow();
        assertThat(result.proof()).isEqualTo(read(proving.stock(name)));
        assertThat(Bytes.copyOf(Files.readAllBytes(stamped)).hex()).startsWith("00" + type);
        assertLeadsToTheAnchor(proving, stamped, name);
    }

    @Test
    void prove_everyRecordOfADataset_leadsToTheAnchor() throws Exception {
        Proving proving = Proving.of(folder, Map.of("note.txt", new byte[] {1}), lb(60, 9));
        for (int i = 0; i < 60; i++) {
            assertStamped(proving, record("LB", "SEQ", "" + i), "lb-" + i + ".ots", "11");
        }
        assertThat(TestStudy.filesIn(proving.stock(""))).hasSize(2 * 60);
    }

    @Test
    void prove_randomShapes_leadToTheAnchor() throws Exception {
        Random random = Seeded.random("StockProverTest");
        for (int round = 0; round < 5; round++) {
            int records = 1 + random.nextInt(40);
            Path place = Files.createDirectories(folder.resolve("round-" + round));
            Proving proving = Proving.of(place, lb(records, 1 + random.nextInt(7)), lb(2, 1).named("AE"));
            assertStamped(proving, record("LB", "SEQ", "" + random.nextInt(records)), "one.leaf.ots", "11");
        }
    }

    @Test
    void prove_ungroupedAndWideRecords_leadToTheAnchor() throws Exception {
        TestTable ta = TestTable.ungrouped("TA", List.of("ARM", "STEP"), TestTable.rows("A,1", "A,2", "B,3"));
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            rows.add(new ArrayList<>(Collections.nCopies(150, Cell.text("w" + i))));
        }
        TestTable wide = TestTable.grouped("WIDE", TestTable.names("C", 150), rows);
        Proving proving = Proving.of(folder, ta, wide);
        assertStamped(proving, record("TA", "STEP", "3"), "ta.ots", "11");
        assertStamped(proving, record("WIDE", "C149", "w1"), "wide.ots", "12");
        assertThat(Files.size(proving.stock("wide"))).isEqualTo(2 + 3 * 32);
    }

    @Test
    void prove_recordOfALog_leadsToTheAnchor() throws Exception {
        TestTable log = lb(25, 4).named("consent");
        TestStudy study = new TestStudy(folder).log("data.bin", LogOrder.OLDEST_FIRST, log);
        Proving proving = Proving.of(folder, study, study.seal("seal"), log);
        assertStamped(proving, record("consent", "SEQ", "24"), "event.ots", "1b");
        assertStamped(proving, record("consent", "SEQ", "0"), "first.ots", "1b");
    }

    @Test
    void prove_document_isAboutTheDocumentItself() throws Exception {
        byte[] content = TestStudy.content(2_500_000);
        Proving proving = Proving.of(folder, Map.of("protocol.pdf", content), lb(3, 2));
        StockProver.Result result = proving.proveStock(new Selection.Document("protocol.pdf"), "protocol.pdf.ots");
        assertThat(result.stamped()).isEmpty();
        assertThat(TestStudy.filesIn(proving.stock(""))).containsExactly(proving.stock("protocol.pdf.ots"));
        assertLeadsToTheAnchor(proving, Files.write(folder.resolve("copy.pdf"), content), "protocol.pdf.ots");
    }

    @Test
    void prove_again_keepsWhatTheTimestampHasGained() throws Exception {
        Proving proving = Proving.of(folder, lb(5, 2));
        StockProver.Result first = proving.proveStock(record("LB", "SEQ", "3"), "r.ots");
        Timestamp gained = first.proof().timestamp().attest(new PendingAttestation("https://calendar.example"));
        Files.write(proving.stock("r.ots"), first.proof().with(gained).toBytes());
        StockProver.Result second = proving.proveStock(record("LB", "SEQ", "3"), "r.ots");
        assertThat(second.proof().timestamp()).isEqualTo(gained);
        assertThat(read(proving.stock("r.ots")).timestamp()).isEqualTo(gained);
    }

    @Test
    void prove_whereOtherFilesAre_leavesThemAlone() throws Exception {
        Proving proving = Proving.of(folder, lb(5, 2));
        proving.proveStock(record("LB", "SEQ", "3"), "r.ots");
        byte[] timestamp = Files.readAllBytes(proving.stock("r.ots"));
        byte[] leaf = Files.readAllBytes(proving.stock("r"));
        assertThatThrownBy(() -> proving.proveStock(record("LB", "SEQ", "4"), "r.ots"))
                .isInstanceOf(FileAlreadyExistsException.class);
        Files.delete(proving.stock("r.ots"));
        assertThatThrownBy(() -> proving.proveStock(record("LB", "SEQ", "4"), "r.ots"))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(proving.stock("r.ots")).doesNotExist();
        assertThat(proving.stock("r")).hasBinaryContent(leaf);
        proving.proveStock(record("LB", "SEQ", "3"), "r.ots");
        assertThat(proving.stock("r.ots")).hasBinaryContent(timestamp);
    }

    @Test
    void prove_moreThanOneThing_isRefused() throws Exception {
        Proving proving = Proving.of(folder, lb(6, 2));
        assertThatThrownBy(() -> proving.proveStock(record("LB", "ALT", "v1"), "r.ots"))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining("2 records of LB have the values asked for");
        for (Selection wide : List.of(new Selection.All(Set.of()), new Selection.Subjects(List.of("S-1")))) {
            assertThatThrownBy(() -> proving.proveStock(wide, "r.ots"))
                    .isInstanceOf(ProofRefusedException.class)
                    .hasMessageContaining("about one record or one document");
        }
        assertThatThrownBy(() -> proving.proveStock(record("LB", "SEQ", "1"), "r.txt"))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining("with .ots behind it");
        assertThat(proving.stock("r")).doesNotExist();
    }

    @Test
    void prove_alteredData_isRefused() throws Exception {
        Proving proving = Proving.of(folder, lb(6, 2));
        List<List<Cell>> rows = new ArrayList<>(lb(6, 2).rows());
        rows.set(3, List.of(rows.get(3).get(0), Cell.text("3"), Cell.text("v9")));
        proving.withData(lb(6, 2).withRows(rows));
        assertThatThrownBy(() -> proving.proveStock(record("LB", "SEQ", "3"), "r.ots"))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining("is not what was sealed");
        assertThat(proving.stock("r.ots")).doesNotExist();
    }

    @Test
    void prove_notStampedOrStampedForSomethingElse_isRefused() throws Exception {
        Proving proving = Proving.of(folder, lb(6, 2));
        byte[] other = Files.readAllBytes(proving.seal.files().timestamp());
        other[40] ^= 1;
        anchor(proving, other);
        assertThatThrownBy(() -> proving.proveStock(record("LB", "SEQ", "3"), "r.ots"))
                .hasMessageContaining("is not about this seal's seal.json");
        Files.delete(proving.seal.files().timestamp());
        assertThatThrownBy(() -> proving.proveStock(record("LB", "SEQ", "3"), "r.ots"))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining("no timestamp yet");
    }

    @Test
    void prove_pathTooDeep_isRefusedWithTheReason() throws Exception {
        Proving proving = Proving.of(folder, lb(6, 2));
        StockProver.Result fits = proving.proveStock(record("LB", "SEQ", "3"), "r.ots");
        anchor(proving, chain(proving, 255 - fits.steps()));
        proving.proveStock(record("LB", "SEQ", "3"), "longest.ots");
        anchor(proving, chain(proving, 256 - fits.steps()));
        assertThatThrownBy(() -> proving.proveStock(record("LB", "SEQ", "3"), "deep.ots"))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining("more than 255 operations in a row")
                .hasMessageContaining("a proof package holds it");
        assertThat(proving.stock("deep")).doesNotExist();
    }

    /** A timestamp of the seal with this many operations in a row. */
    private static byte[] chain(Proving proving, int steps) throws Exception {
        TimestampBuilder builder = TimestampBuilder.from(proving.seal.digest().bytes());
        for (int i = 0; i < steps; i++) {
            builder.then(HashOp.SHA256);
        }
        builder.attest(new PendingAttestation("https://calendar.example"));
        return DetachedTimestamp.ofSha256(builder.build()).toBytes();
    }

    private static void anchor(Proving proving, byte[] timestamp) throws Exception {
        try (AnchorFiles.Writing writing = new AnchorFiles(proving.seal).begin()) {
            writing.timestamp(timestamp);
        }
    }
}
