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
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.testing.SharedFiles;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.compare.ArtifactComparison;
import org.trialseal.core.compare.ArtifactComparison.State;
import org.trialseal.core.compare.ComparisonOptions;
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
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Study;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.VerificationReport;
import org.trialseal.core.verify.Verifier;
import org.trialseal.importers.Formats;

/** The main job on every real SAS transport and Dataset-JSON file: plan, seal, prove, verify, compare. */
class RealTransportFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    private final SecureRandom random = new SecureRandom();
    private final Formats formats = Formats.installed();

    @TestFactory
    List<DynamicTest> mainJob_everyRealFile_seesOneChange() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        List<Path> files = new ArrayList<>(SharedFiles.below(
                List.of("sdtm-xpt", "adam-xpt", "dataset-json/sdtm", "dataset-json/adam"),
                List.of(".xpt", ".json", ".dsjc")));
        files.addAll(
                SharedFiles.below(List.of("xpt-conformance"), List.of("datasets.xpt", "_dataset.xpt", "v8xport.xpt")));
        for (Path file : files) {
            String name =
                    file.subpath(file.getNameCount() - 2, file.getNameCount()).toString();
            tests.add(DynamicTest.dynamicTest(name, () -> mainJob(file)));
        }
        assertThat(tests).hasSizeGreaterThan(90);
        return tests;
    }

    private void mainJob(Path path) throws Exception {
        try (Job job = new Job(path, Files.createTempDirectory(temporary, "job"))) {
            for (Check check : job.proveAndVerify().checks()) {
                Result wanted = check.id().equals("time") ? Result.INDETERMINATE : Result.PASSED;
                assertThat(check.result())
                        .as("%s: %s", check.id(), check.detail())
                        .isEqualTo(wanted);
            }
            assertThat(job.compare(path)).allMatch(found -> found.state() == State.IDENTICAL);
            Optional<byte[]> changed =
                    changed(Files.readAllBytes(path), path.toString().endsWith(".xpt"));
            if (!path.toString().endsWith(".dsjc") && changed.isPresent()) {
                Path later =
                        Files.createDirectories(job.folder.resolve("later")).resolve(path.getFileName());
                Files.write(later, changed.get());
                assertOneChange(job.compare(later));
            }
        }
    }

    private static void assertOneChange(List<ArtifactComparison> found) {
        List<ArtifactComparison> altered =
                found.stream().filter(one -> one.state() == State.ALTERED).toList();
        assertThat(altered).hasSize(1);
        assertThat(altered.get(0).differences()).hasSizeBetween(1, 2);
        assertThat(found).allMatch(one -> one.state() == State.ALTERED || one.state() == State.RE_ENCODED);
    }

    /** The last letter or digit of text changed: of the last string in JSON, of the last record in a transport file. */
    private static Optional<byte[]> changed(byte[] bytes, boolean transport) {
        byte[] changed = bytes.clone();
        int data = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(transport ? "HEADER RECORD!!!!!!!" : "[");
        for (int at = changed.length - 2; at > data + (transport ? 60 : 0); at--) {
            boolean ends = changed[at + 1] == (transport ? ' ' : '"');
            if (ends && changed[at] < 'z' && Character.isLetterOrDigit(changed[at])) {
                changed[at] = (byte) (changed[at] == 'Y' ? 'N' : 'Y');
                return Optional.of(changed);
            }
        }
        return Optional.empty();
    }

    /** One sealed file and what is made of it. */
    private final class Job implements AutoCloseable, SealedData {
        private final Passphrase passphrase = Passphrase.of("a passphrase".getBytes(StandardCharsets.UTF_8));
        private final Path folder;
        private final PathFile file;
        private final Importer importer;
        private final EvidenceFolder evidence;
        private final StudyStore store;

        Job(Path path, Path folder) throws Exception {
            this.folder = folder;
            this.file = PathFile.of(path);
            this.importer = formats.recognise(file).orElseThrow();
            SealRequest request = new SealRequest(
                    folder.resolve("seal"),
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
                    List.of(new SealItem.DataItem(file, importer, plan(file))));
            this.evidence = new Sealing(random, Clock.systemUTC())
                    .seal(request, passphrase, SealProgress.silent())
                    .folder();
            this.store = StudyStore.open(
                    StudyStore.folderFor(
                            folder.resolve("stores"), evidence.statement().ledger()),
                    passphrase,
                    random);
        }

        private FilePlan plan(PathFile of) throws IOException, MalformedException {
            return importer.plan(of, Map.of(), Optional.empty(), List.of());
        }

        VerificationReport proveAndVerify() throws Exception {
            Path target = folder.resolve("all.trialseal");
            new Prover(evidence, evidence.unlock(passphrase), store, this)
                    .prove(List.of(new Selection.All(Set.of())), List.of(), target);
            return new Verifier(VerificationPolicy.standard(Checkpoints.shipped())).verify(PathFile.of(target));
        }

        List<ArtifactComparison> compare(Path later) throws Exception {
            PathFile laterFile = PathFile.of(later);
            return new FolderComparison(
                            evidence, evidence.unlock(passphrase), store, ComparisonOptions.standard(), random)
                    .compare(List.of(new LaterFile.Tables(laterFile, importer, plan(laterFile))), SealProgress.silent())
                    .artifacts();
        }

        @Override
        public TableReader open(String source, ImportSettings settings) throws IOException, MalformedException {
            return importer.open(file, settings);
        }

        @Override
        public DataFile document(String name) {
            return file;
        }

        @Override
        public void close() throws IOException {
            store.close();
            passphrase.close();
        }
    }
}
