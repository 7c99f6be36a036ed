package org.trialseal.core.compare;

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
import org.jspecify.annotations.Nullable;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.evidence.SealRequest;
import org.trialseal.core.evidence.Sealing;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.prove.ProofRefusedException;
import org.trialseal.core.prove.Prover;
import org.trialseal.core.prove.SealedData;
import org.trialseal.core.prove.Selection;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Study;
import org.trialseal.core.verify.VerificationPolicy;

/** Tables and documents sealed for real in a temporary folder, with later files to compare. */
final class SealedStudy implements AutoCloseable {
    private static final byte[] WORDS = "correct horse".getBytes(StandardCharsets.UTF_8);

    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private final List<PathFile> sealedFiles = new ArrayList<>();
    private final Passphrase passphrase = Passphrase.of(WORDS);
    private @Nullable StudyStore store;
    private int later;

    private SealedStudy(Path folder) {
        this.folder = folder;
    }

    /** Seals each table as a file of its own. */
    static SealedStudy of(Path folder, PlainTable... tables) throws Exception {
        SealedStudy study = new SealedStudy(folder);
        List<SealItem> items = new ArrayList<>();
        for (PlainTable table : tables) {
            items.add(study.item(table));
        }
        study.seal(items);
        return study;
    }

    /** Seals a document. */
    static SealedStudy ofDocument(Path folder, String name, byte[] content) throws Exception {
        SealedStudy study = new SealedStudy(folder);
        Path path = Files.write(folder.resolve(name), content);
        PathFile file = PathFile.of(path);
        study.sealedFiles.add(file);
        study.seal(List.of(new SealItem.DocumentItem(file)));
        return study;
    }

    /** Seals one file of several tables, which share subject and keys. */
    static SealedStudy ofOneFile(Path folder, String name, PlainTable... tables) throws Exception {
        SealedStudy study = new SealedStudy(folder);
        StringBuilder text = new StringBuilder();
        for (PlainTable table : tables) {
            text.append(table.text(","));
        }
        PathFile file = PathFile.of(Files.writeString(folder.resolve(name), text));
        PlainImporter importer = new PlainImporter();
        study.sealedFiles.add(file);
        study.seal(List.of(new SealItem.DataItem(
                file, importer, importer.plan(file, Map.of("delimiter", ","), tables[0].subject(), tables[0].keys()))));
        return study;
    }

    private SealItem item(PlainTable table) throws IOException, MalformedException {
        PathFile file = PathFile.of(table.write(folder.resolve("sealed"), ","));
        PlainImporter importer = new PlainImporter();
        sealedFiles.add(file);
        return new SealItem.DataItem(
                file, importer, importer.plan(file, Map.of("delimiter", ","), table.subject(), table.keys()));
    }

    private void seal(List<SealItem> items) throws Exception {
        SealRequest request = new SealRequest(
                folder.resolve("seal"),
                folder.resolve("stores"),
                Network.PRACTICE,
                Study.of("TEST-1"),
                "lock",
                "",
                Optional.empty(),
                OptionalLong.empty(),
                List.of(),
                Optional.empty(),
                false,
                items);
        new Sealing(random, Clock.systemUTC()).seal(request, passphrase, SealProgress.silent());
    }

    Path sealFolder() {
        return folder.resolve("seal");
    }

    Path storeFolder() throws IOException, MalformedException {
        return StudyStore.folderFor(
                folder.resolve("stores"),
                EvidenceFolder.open(sealFolder()).statement().ledger());
    }

    /** A later file with this table. */
    LaterFile later(PlainTable table, String delimiter) throws IOException, MalformedException {
        return laterText(table.name() + ".txt", table.text(delimiter), delimiter, table.subject(), table.keys());
    }

    LaterFile laterText(String name, String text, String delimiter, Optional<String> subject, List<String> keys)
            throws IOException, MalformedException {
        Path path = Files.createDirectories(folder.resolve("later" + later++)).resolve(name);
        PathFile file = PathFile.of(Files.writeString(path, text));
        PlainImporter importer = new PlainImporter();
        return new LaterFile.Tables(file, importer, importer.plan(file, Map.of("delimiter", delimiter), subject, keys));
    }

    LaterFile laterBytes(String name, byte[] content) throws IOException {
        Path path = Files.createDirectories(folder.resolve("later" + later++)).resolve(name);
        return new LaterFile.Plain(PathFile.of(Files.write(path, content)));
    }

    /** The data that were sealed. */
    SealedData oldData() {
        return new SealedData() {
            @Override
            public TableReader open(String source, ImportSettings settings) throws IOException, ProofRefusedException {
                return new PlainImporter().open(find(source), settings);
            }

            @Override
            public DataFile document(String name) throws ProofRefusedException {
                return find(name);
            }

            private PathFile find(String name) throws ProofRefusedException {
                return sealedFiles.stream()
                        .filter(file -> file.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> ProofRefusedException.notAtHand(name + " is not at hand"));
            }
        };
    }

    ComparisonOptions options() throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        return new ComparisonOptions(false, Optional.empty(), temporary);
    }

    ComparisonReport compare(ComparisonOptions options, ComparisonLimits limits, LaterFile... files) throws Exception {
        EvidenceFolder evidence = EvidenceFolder.open(sealFolder());
        return new FolderComparison(evidence, evidence.unlock(passphrase), store(), options, random, limits)
                .compare(List.of(files), SealProgress.silent());
    }

    AllegedValue.Answer check(AllegedValue alleged, Optional<LaterFile> file) throws Exception {
        EvidenceFolder evidence = EvidenceFolder.open(sealFolder());
        return new FolderComparison(evidence, evidence.unlock(passphrase), store(), options(), random)
                .check(alleged, file);
    }

    /** Makes a package that shows this. */
    PathFile prove(Selection... selections) throws Exception {
        Path out = folder.resolve("package" + later++ + ".trialseal");
        EvidenceFolder evidence = EvidenceFolder.open(sealFolder());
        new Prover(evidence, evidence.unlock(passphrase), store(), oldData())
                .prove(List.of(selections), List.of(), out);
        return PathFile.of(out);
    }

    /** A package of another seal as the later side. */
    LaterPackage laterPackage(PathFile packageFile) throws Exception {
        return LaterPackage.open(packageFile, policy(), options().temporary(), random);
    }

    private static VerificationPolicy policy() {
        return VerificationPolicy.standard(Checkpoints.genesisOnly(ChainParameters.main()));
    }

    /** Compares with a package, which must pass its own checks but for the time. */
    PackageComparison.Result compareWith(PathFile packageFile, ComparisonLimits limits, LaterFile... files)
            throws Exception {
        return compareWith(options(), packageFile, limits, files);
    }

    PackageComparison.Result compareWith(
            ComparisonOptions options, PathFile packageFile, ComparisonLimits limits, LaterFile... files)
            throws Exception {
        return new PackageComparison(packageFile, policy(), options, random, limits)
                .compare(List.of(files), SealProgress.silent());
    }

    /** Compares with the store of another study, which knows the same subjects by other secrets. */
    ComparisonReport compareWithStoreOf(SealedStudy other, LaterFile... files) throws Exception {
        EvidenceFolder evidence = EvidenceFolder.open(sealFolder());
        return new FolderComparison(evidence, evidence.unlock(passphrase), other.store(), options(), random)
                .compare(List.of(files), SealProgress.silent());
    }

    /** Compares with a store that knows no subject, as after erasure or by mistake. */
    ComparisonReport compareWithoutSecrets(LaterFile... files) throws Exception {
        EvidenceFolder evidence = EvidenceFolder.open(sealFolder());
        try (StudyStore empty = StudyStore.create(folder.resolve("empty" + later++), passphrase, random)) {
            return new FolderComparison(evidence, evidence.unlock(passphrase), empty, options(), random)
                    .compare(List.of(files), SealProgress.silent());
        }
    }

    private StudyStore store() throws Exception {
        if (store == null) {
            store = StudyStore.open(storeFolder(), passphrase, random);
        }
        return store;
    }

    @Override
    public void close() throws IOException {
        if (store != null) {
            store.close();
            store = null;
        }
    }

    /** Compares one table with default limits. */
    ArtifactComparison compare(PlainTable table) throws Exception {
        return compare(options(), ComparisonLimits.standard(), later(table, ","))
                .artifacts()
                .get(0);
    }
}
