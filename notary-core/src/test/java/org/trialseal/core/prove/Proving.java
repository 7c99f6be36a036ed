package org.trialseal.core.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.evidence.AnchorFiles;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.testing.MemoryImporter;
import org.trialseal.core.testing.SpecAnchor;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.VerificationReport;
import org.trialseal.core.verify.Verifier;

/** A sealed and anchored study, the data at hand, and packages made of them. */
final class Proving {
    final TestStudy study;
    final EvidenceFolder seal;
    final FolderOpenings openings;
    private final Path folder;
    private final Map<String, MemoryImporter> tables = new HashMap<>();
    private final Map<String, Path> documents = new HashMap<>();
    private int made;

    private Proving(Path folder, TestStudy study, EvidenceFolder seal) throws Exception {
        this.folder = folder;
        this.study = study;
        this.seal = seal;
        this.openings = seal.unlock(study.passphrase());
    }

    /** Seals a file {@code data.bin} of tables, and documents by name. */
    static Proving of(Path folder, Map<String, byte[]> documents, TestTable... tables) throws Exception {
        TestStudy study = new TestStudy(folder);
        if (tables.length > 0) {
            study.tables("data.bin", tables);
        }
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            study.document(document.getKey(), document.getValue());
        }
        return of(folder, study, study.seal("seal"), tables);
    }

    static Proving of(Path folder, TestTable... tables) throws Exception {
        return of(folder, Map.of(), tables);
    }

    /** A seal that is there, anchored on the practice network. */
    static Proving of(Path folder, TestStudy study, EvidenceFolder seal, TestTable... tables) throws Exception {
        SpecAnchor anchor = SpecAnchor.practice(seal.digest().toArray());
        try (AnchorFiles.Writing writing = new AnchorFiles(seal).begin()) {
            writing.timestamp(anchor.timestamp());
            writing.headers(anchor.headers());
        }
        Proving proving = new Proving(folder, study, seal);
        return proving.withData(tables);
    }

    /** Other data at hand. */
    Proving withData(TestTable... atHand) {
        return withData("data.bin", atHand);
    }

    /** Other data at hand in a file of this name. */
    Proving withData(String file, TestTable... atHand) {
        tables.put(file, new MemoryImporter(5, atHand));
        return this;
    }

    /** Another file at hand for a document. */
    Proving withDocument(String name, byte[] content) throws IOException {
        Path other = Files.createDirectories(folder.resolve("other")).resolve(name);
        documents.put(name, Files.write(other, content));
        return this;
    }

    private SealedData data() {
        return new SealedData() {
            @Override
            public TableReader open(String source, ImportSettings settings) throws IOException, ProofRefusedException {
                MemoryImporter importer = tables.get(source);
                if (importer == null) {
                    throw ProofRefusedException.notAtHand(source + " is not at hand");
                }
                Path file = folder.resolve("at-hand.bin");
                return importer.open(importer.write(file), settings);
            }

            @Override
            public DataFile document(String name) throws IOException {
                return PathFile.of(documents.getOrDefault(name, folder.resolve(name)));
            }
        };
    }

    Path target() {
        return folder.resolve("out").resolve("seal" + seal.statement().place().seal() + "-" + made + ".trialseal");
    }

    /** Makes a package. */
    Path prove(List<Selection> selections, String... fields) throws Exception {
        return prove(selections, Fields.named(List.of(fields)));
    }

    /** Makes a package. */
    Path prove(List<Selection> selections, Fields fields) throws Exception {
        Path out = target();
        try (StudyStore store = study.store(seal)) {
            Prover.Result result = new Prover(seal, openings, store, data()).prove(selections, fields, out);
            assertThat(result.length()).isEqualTo(Files.size(out));
        }
        made++;
        return out;
    }

    /** Says what a package would show, with all its records. */
    ProofPreview preview(List<Selection> selections, Fields fields) throws Exception {
        return preview(new ProofPreviewer(seal, openings, Integer.MAX_VALUE), selections, fields);
    }

    /** Asks a previewer that may know something already. */
    ProofPreview preview(ProofPreviewer previewer, List<Selection> selections, Fields fields) throws Exception {
        try (StudyStore store = study.store(seal)) {
            return previewer.preview(selections, fields, store, data());
        }
    }

    /** Counts subjects and their records. */
    SubjectCensus census() throws Exception {
        try (StudyStore store = study.store(seal)) {
            return SubjectCensus.read(seal, openings, store, data(), entry -> true);
        }
    }

    /** Makes a stock timestamp in the folder of the packages. */
    StockProver.Result proveStock(Selection selection, String name) throws Exception {
        try (StudyStore store = study.store(seal)) {
            return new StockProver(seal, openings, store, data()).prove(selection, stock(name));
        }
    }

    Path stock(String name) {
        return folder.resolve("out").resolve(name);
    }

    Path proveAll(String... fields) throws Exception {
        return prove(List.of(new Selection.All(Set.of())), fields);
    }

    Path proveSubjects(String... subjects) throws Exception {
        return prove(List.of(new Selection.Subjects(List.of(subjects))));
    }

    Path proveRecord(String dataset, Map<String, String> values, String... fields) throws Exception {
        return prove(List.of(new Selection.Records(dataset, values)), fields);
    }

    static VerificationReport verify(Path file) throws Exception {
        VerificationPolicy policy = VerificationPolicy.standard(Checkpoints.genesisOnly(ChainParameters.main()));
        return new Verifier(policy.acceptingPractice()).verify(PathFile.of(file));
    }

    /** Verifies and requires that everything passed. */
    static VerificationReport verified(Path file) throws Exception {
        VerificationReport report = verify(file);
        assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Result.PASSED);
        return report;
    }

    static Check check(VerificationReport report, String id) {
        return report.checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check " + id + " in " + report.checks()));
    }
}
