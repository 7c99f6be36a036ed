package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.MemoryImporter;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;

/** Seals that end badly leave nothing behind, and the next one succeeds. */
class FailedSealTest {
    private static final TestTable TABLE = TestTable.grouped("LB", List.of("USUBJID", "ALT"), rows());

    @TempDir
    private Path folder;

    private static List<List<Cell>> rows() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(List.of(Cell.text("S" + i % 7), Cell.text("v" + i)));
        }
        return rows;
    }

    private MemoryImporter importer() {
        return new MemoryImporter(10, TABLE);
    }

    private TestStudy study(MemoryImporter importer) throws IOException {
        return new TestStudy(folder).imported("lb.bin", importer);
    }

    private void requireNothingLeft() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            assertThat(walk.map(path -> folder.relativize(path).toString()))
                    .isSubsetOf("", "lb.bin", "doc.pdf", "stores");
        }
    }

    @Test
    void seal_fileAppendedToWhileItIsRead_isRefusedAsChanged() throws Exception {
        Path file = folder.resolve("lb.bin");
        TestStudy study = study(importer().whenReading(piece -> {
            if (piece == 5) {
                Files.writeString(file, "more", StandardOpenOption.APPEND);
            }
        }));
        SealRefusedException refused = catchThrowableOfType(SealRefusedException.class, () -> study.seal("seal"));
        assertThat(refused.reason()).isEqualTo(SealRefusedException.Reason.CHANGED);
        assertThat(refused)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("changed while it was being sealed");
        requireNothingLeft();
    }

    @Test
    void seal_documentReplacedSincePlanned_isRefusedAsChanged() throws Exception {
        TestStudy study = new TestStudy(folder).document("doc.pdf", TestStudy.content(1000));
        Files.write(folder.resolve("doc.pdf"), TestStudy.content(1001));
        SealRefusedException refused = catchThrowableOfType(SealRefusedException.class, () -> study.seal("seal"));
        assertThat(refused.reason()).isEqualTo(SealRefusedException.Reason.CHANGED);
        requireNothingLeft();
    }

    @Test
    void seal_tablesOtherThanPlanned_isRefusedAsChanged() throws Exception {
        TestTable other = new TestTable("LB", List.of("USUBJID", "AST"), TABLE.subject(), List.of(), TABLE.rows());
        List<MemoryImporter> readings = List.of(
                new MemoryImporter(10, other),
                new MemoryImporter(10, TABLE, TestTable.grouped("X", List.of("A"), List.of())));
        for (MemoryImporter reading : readings) {
            TestStudy study = study(importer());
            SealItem.DataItem planned = (SealItem.DataItem) study.items().get(0);
            SealItem item = new SealItem.DataItem(planned.file(), reading, planned.plan());
            SealRefusedException refused = catchThrowableOfType(
                    SealRefusedException.class, () -> study.seal(Requests.with(study.request("seal"), List.of(item))));
            assertThat(refused.reason()).isEqualTo(SealRefusedException.Reason.CHANGED);
            assertThat(refused).hasMessageContaining("plan it again");
            requireNothingLeft();
        }
    }

    @Test
    void seal_malformedInTheMiddle_leavesNothing() throws Exception {
        for (boolean decoding : new boolean[] {true, false}) {
            MemoryImporter.Step fail = piece -> {
                if (piece == 11) {
                    throw new MalformedException("lb.bin", 1234, "a quote has no end");
                }
            };
            TestStudy study =
                    study(decoding ? importer().whenDecoding(fail) : importer().whenReading(fail));
            assertThatThrownBy(() -> study.seal("seal"))
                    .isInstanceOf(MalformedException.class)
                    .hasMessage("lb.bin, byte 1234: a quote has no end");
            requireNothingLeft();
        }
        study(importer()).seal("seal");
    }

    @Test
    void seal_diskFailsInTheMiddle_leavesNothing() throws Exception {
        TestStudy study = study(importer().whenReading(piece -> {
            if (piece == 11) {
                throw new IOException("the stick was pulled");
            }
        }));
        assertThatThrownBy(() -> study.seal("seal"))
                .isInstanceOf(IOException.class)
                .hasMessage("the stick was pulled");
        requireNothingLeft();
    }

    @Test
    void seal_otherProgramTookThePlaceMeanwhile_isToldAndLeavesOnlyWhatTheOtherMade() throws Exception {
        TestStudy other = new TestStudy(folder).document("doc.pdf", TestStudy.content(10));
        TestStudy study = study(importer().whenReading(piece -> {
            if (piece == 5) {
                sealUnchecked(other);
            }
        }));
        SealRefusedException refused = catchThrowableOfType(SealRefusedException.class, () -> study.seal("seal"));
        assertThat(refused.reason()).isEqualTo(SealRefusedException.Reason.EXISTS);
        assertThat(refused).hasMessageContaining(folder.resolve("seal") + " exists already");
        try (Stream<Path> stores = Files.list(study.stores())) {
            assertThat(stores).containsExactly(other.storeFolder(EvidenceFolder.open(folder.resolve("seal"))));
        }
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("seal", "stores", "lb.bin", "doc.pdf");
        }
    }

    private static void sealUnchecked(TestStudy study) {
        try {
            study.seal("seal");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void seal_bugInTheImporter_leavesNothing() throws Exception {
        TestStudy study = study(importer().whenDecoding(piece -> {
            if (piece == 3) {
                throw new IllegalStateException("a bug");
            }
        }));
        assertThat(catchThrowable(() -> study.seal("seal")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug");
        requireNothingLeft();
    }

    /** When sealing has ended, no thread reads, writes or works any more, whichever of them failed. */
    @Test
    void seal_failed_leavesNoThreadAtWork() throws Exception {
        for (int bad = 2; bad < 10; bad++) {
            int failing = bad;
            AtomicInteger active = new AtomicInteger();
            TestStudy study = study(importer().whenDecoding(piece -> {
                active.incrementAndGet();
                try {
                    if (piece == failing) {
                        throw new MalformedException("lb.bin", "bad");
                    }
                    spin(piece == failing - 1 || piece == failing + 1 ? 300 : 0);
                } finally {
                    active.decrementAndGet();
                }
            }));
            assertThatThrownBy(() -> study.seal("seal")).isInstanceOf(MalformedException.class);
            assertThat(active).as("piece %s", failing).hasValue(0);
            requireNothingLeft();
        }
    }

    private static void spin(int milliseconds) {
        long until = System.nanoTime() + milliseconds * 1_000_000L;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    @Test
    void seal_interrupted_stopsAndLeavesNothing() throws Exception {
        Thread sealing = Thread.currentThread();
        TestStudy study = study(importer().whenReading(piece -> {
            if (piece == 5) {
                sealing.interrupt();
            }
        }));
        assertThat(catchThrowable(() -> study.seal("seal"))).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        requireNothingLeft();
    }

    @Test
    void seal_importerGivesRowsOfAnotherWidth_isNoticed() throws Exception {
        TestTable narrow = new TestTable("LB", List.of("USUBJID", "ALT"), TABLE.subject(), List.of(), TABLE.rows());
        TestTable wide = narrow.withRows(List.of(List.of(Cell.text("a"), Cell.text("b"))));
        TestStudy study = study(new MemoryImporter(10, wide).withWidth(1));
        assertThatThrownBy(() -> study.seal("seal"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another number of columns");
        requireNothingLeft();
    }

    @Test
    void seal_afterAFailure_succeedsAndSaysNothingOfIt() throws Exception {
        TestStudy failing = study(importer().whenReading(piece -> {
            throw new IOException("no");
        }));
        assertThatThrownBy(() -> failing.seal("seal")).hasMessage("no");
        TestStudy study = study(importer());
        Sealing.Result result = study.seal(study.request("seal"));
        assertThat(result.removed()).isEmpty();
        assertThat(result.folder().entries()).hasSize(2);
    }
}
