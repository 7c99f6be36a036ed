package org.trialseal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.testing.SharedFiles;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.compare.ArtifactComparison;
import org.trialseal.core.compare.ArtifactComparison.State;
import org.trialseal.core.compare.ComparisonOptions;
import org.trialseal.core.compare.ComparisonReport;
import org.trialseal.core.compare.Difference;
import org.trialseal.core.compare.FolderComparison;
import org.trialseal.core.compare.LaterFile;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.evidence.SealRequest;
import org.trialseal.core.evidence.Sealing;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.prove.Prover;
import org.trialseal.core.prove.SealedData;
import org.trialseal.core.prove.Selection;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Study;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.VerificationReport;
import org.trialseal.core.verify.Verifier;
import org.trialseal.importers.Formats;

/** The main job on every real file of a known format: plan, seal, prove, verify, compare, and one cell changed. */
class RealFilesTest {
    private static final long SEED = 20_411;
    private static final int EDITS = 4;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    private final SecureRandom random = new SecureRandom();

    @TestFactory
    List<DynamicTest> mainJob_everyRealFile_namesTheOneCellThatChanged() throws IOException {
        List<Path> files = SharedFiles.below(List.of("csv", "redcap"), List.of(".csv", ".tsv", ".txt"));
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files) {
            String name =
                    file.subpath(file.getNameCount() - 2, file.getNameCount()).toString();
            tests.add(DynamicTest.dynamicTest(name, () -> mainJob(file)));
        }
        assertThat(tests).hasSizeGreaterThan(20);
        return tests;
    }

    private void mainJob(Path path) throws Exception {
        Path folder = Files.createTempDirectory(temporary, "job");
        try (Job job = new Job(path, folder)) {
            job.seal();
            assertDataPassed(job.proveAndVerify());
            assertThat(job.compare(path).state()).isEqualTo(State.IDENTICAL);
            Rows rows = job.rows();
            assertThat(job.compare(rows.write(folder.resolve("again.csv"))).state())
                    .isIn(State.RE_ENCODED, State.IDENTICAL);
            Random dice = new Random(SEED);
            for (int edit = 0; edit < EDITS && !rows.cells.isEmpty(); edit++) {
                int row = dice.nextInt(rows.cells.size());
                int column = edit == 0 ? job.subjectColumn(rows) : dice.nextInt(rows.names.size());
                assertOneCellNamed(job, rows, folder.resolve("edit" + edit + ".csv"), row, column);
            }
        }
    }

    private static void assertDataPassed(VerificationReport report) {
        for (Check check : report.checks()) {
            Result wanted = check.id().equals("time") ? Result.INDETERMINATE : Result.PASSED;
            assertThat(check.result()).as("%s: %s", check.id(), check.detail()).isEqualTo(wanted);
        }
        assertThat(report.verdict()).isEqualTo(Result.INDETERMINATE);
    }

    private static void assertOneCellNamed(Job job, Rows rows, Path target, int row, int column) throws Exception {
        String before = rows.cells.get(row).get(column);
        rows.cells.get(row).set(column, before + "~");
        ArtifactComparison comparison = job.compare(rows.write(target));
        rows.cells.get(row).set(column, before);
        String what = "seed " + SEED + ", row " + row + ", column " + rows.names.get(column);
        assertThat(comparison.state()).as(what).isEqualTo(State.ALTERED);
        assertThat(comparison.differences()).as(what).hasSize(1);
        Difference difference = comparison.differences().get(0);
        assertThat(difference.kind()).as(what).isEqualTo(Difference.Kind.CHANGED);
        assertThat(difference.record()).as(what).isEqualTo(OptionalLong.of(row + 1L));
        assertThat(difference.fields()).as(what).hasSize(1);
        assertThat(difference.fields().get(0).name()).as(what).isEqualTo(rows.names.get(column));
        assertThat(difference.fields().get(0).now().orElseThrow().display())
                .as(what)
                .isEqualTo(before + "~");
    }

    /** The rows of a file as text. */
    private record Rows(List<String> names, List<List<String>> cells) {
        Path write(Path target) throws IOException {
            CSVFormat format =
                    CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();
            try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(target, StandardCharsets.UTF_8), format)) {
                printer.printRecord(names);
                for (List<String> row : cells) {
                    printer.printRecord(row);
                }
            }
            return target;
        }
    }

    /** One file and what is made of it. */
    private final class Job implements AutoCloseable {
        private final Formats formats = Formats.installed();
        private final Path folder;
        private final PathFile file;
        private final Importer importer;
        private final FilePlan plan;
        private final Passphrase passphrase = Passphrase.of("a passphrase".getBytes(StandardCharsets.UTF_8));
        private final Path out;

        Job(Path path, Path folder) throws Exception {
            this.folder = folder;
            this.out = folder.resolve("seal");
            this.file = PathFile.of(path);
            this.importer = formats.recognise(file).orElseThrow();
            this.plan = plan(file);
        }

        private FilePlan plan(PathFile of) throws Exception {
            return importer.plan(of, Map.of(), Optional.empty(), List.of());
        }

        void seal() throws Exception {
            new Sealing(random, Clock.systemUTC())
                    .seal(
                            new SealRequest(
                                    out,
                                    folder.resolve("stores"),
                                    Network.BITCOIN,
                                    Study.of("S"),
                                    "test",
                                    "",
                                    Optional.empty(),
                                    OptionalLong.empty(),
                                    List.of(),
                                    Optional.empty(),
                                    false,
                                    List.of(new SealItem.DataItem(file, importer, plan))),
                            passphrase,
                            SealProgress.silent());
        }

        private StudyStore store(EvidenceFolder evidence) throws Exception {
            Path store = StudyStore.folderFor(
                    folder.resolve("stores"), evidence.statement().ledger());
            return StudyStore.open(store, passphrase, random);
        }

        VerificationReport proveAndVerify() throws Exception {
            EvidenceFolder evidence = EvidenceFolder.open(out);
            Path target = folder.resolve("all.trialseal");
            try (StudyStore store = store(evidence)) {
                new Prover(evidence, evidence.unlock(passphrase), store, new OneFile(importer, file, plan))
                        .prove(List.of(new Selection.All(Set.of())), List.of(), target);
            }
            return new Verifier(VerificationPolicy.standard(Checkpoints.shipped())).verify(PathFile.of(target));
        }

        ArtifactComparison compare(Path later) throws Exception {
            EvidenceFolder evidence = EvidenceFolder.open(out);
            PathFile laterFile = PathFile.of(later);
            try (StudyStore store = store(evidence)) {
                ComparisonReport report = new FolderComparison(
                                evidence, evidence.unlock(passphrase), store, ComparisonOptions.standard(), random)
                        .compare(
                                List.of(new LaterFile.Tables(laterFile, importer, plan(laterFile))),
                                SealProgress.silent());
                assertThat(report.artifacts()).hasSize(1);
                return report.artifacts().get(0);
            }
        }

        int subjectColumn(Rows rows) {
            return plan.datasets().get(0).subject().map(rows.names()::indexOf).orElse(0);
        }

        Rows rows() throws Exception {
            List<List<String>> cells = new ArrayList<>();
            try (TableReader reader = importer.open(file, plan.datasets().get(0).settings())) {
                List<String> names = reader.nextTable().orElseThrow().schema().names();
                for (Optional<TableReader.Piece> piece = reader.nextPiece();
                        piece.isPresent();
                        piece = reader.nextPiece()) {
                    addRows(piece.get().decode(), cells);
                }
                return new Rows(names, cells);
            }
        }

        @Override
        public void close() {
            passphrase.close();
        }
    }

    private static void addRows(RowBatch batch, List<List<String>> cells) {
        for (int row = 0; row < batch.rows(); row++) {
            List<String> values = new ArrayList<>();
            for (int column = 0; column < batch.columns(); column++) {
                values.add(batch.cell(row, column).display());
            }
            cells.add(values);
        }
    }

    private record OneFile(Importer importer, PathFile file, FilePlan plan) implements SealedData {
        @Override
        public TableReader open(String source, ImportSettings settings) throws IOException, MalformedException {
            return importer.open(file, plan.datasets().get(0).settings());
        }

        @Override
        public DataFile document(String name) {
            return file;
        }
    }
}
