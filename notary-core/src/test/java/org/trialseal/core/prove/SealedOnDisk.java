package org.trialseal.core.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.evidence.SealRequest;
import org.trialseal.core.evidence.Sealing;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.testing.MemoryImporter;
import org.trialseal.core.testing.SeededRandom;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.VerificationReport;

/** A small study below a folder, which may be on a disk that fails: {@code one} and {@code two} are its seals. */
final class SealedOnDisk {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-14T10:00:00Z"), ZoneOffset.UTC);
    private static final MemoryImporter IMPORTER = new MemoryImporter(
            4,
            TestTable.grouped(
                    "LB",
                    List.of("USUBJID", "ALT"),
                    Stream.of("S-1", "S-2", "S-1", "S-3", "S-2", "S-1")
                            .map(subject -> List.of(Cell.text(subject), Cell.text("of " + subject)))
                            .toList()));

    private final Path folder;
    private final Passphrase passphrase;

    /** @param passphrase the same object each time, since stretching it takes long */
    SealedOnDisk(Path folder, Passphrase passphrase) {
        this.folder = folder;
        this.passphrase = passphrase;
    }

    Path root() {
        return folder;
    }

    /** The files to be sealed. */
    SealedOnDisk withFiles() throws IOException {
        IMPORTER.write(folder.resolve("lb.bin"));
        Files.writeString(folder.resolve("doc.txt"), "a document");
        return this;
    }

    /** Seals to {@code one}, or to {@code two} after it; keeps the data. */
    Sealing.Result seal(String out, long seed) throws Exception {
        TestStudy study = new TestStudy(folder);
        PathFile file = PathFile.of(folder.resolve("lb.bin"));
        SealRequest asked = out.equals("one") ? study.request(out) : study.requestAfter(out, folder.resolve("one"));
        SealRequest request = new SealRequest(
                asked.out(),
                asked.stores(),
                asked.network(),
                asked.study(),
                asked.milestone(),
                asked.title(),
                asked.previous(),
                asked.supersedes(),
                asked.signers(),
                asked.block(),
                true,
                List.of(
                        new SealItem.DataItem(file, IMPORTER, IMPORTER.plan(file)),
                        new SealItem.DocumentItem(PathFile.of(folder.resolve("doc.txt")))));
        return new Sealing(new SeededRandom(seed), CLOCK).seal(request, passphrase, SealProgress.silent());
    }

    /** Shows everything of a seal in a package, from the data that are there or, without them, from what was retained. */
    Path prove(String seal, String out) throws Exception {
        EvidenceFolder evidence = EvidenceFolder.open(folder.resolve(seal));
        Path target = folder.resolve("out").resolve(out);
        try (StudyStore store = store(evidence, passphrase)) {
            new Prover(evidence, evidence.unlock(passphrase), store, new AtHand())
                    .prove(List.of(new Selection.All(Set.of())), List.of(), target);
        }
        return target;
    }

    StudyStore store(EvidenceFolder evidence, Passphrase words) throws Exception {
        return StudyStore.open(storeFolder(evidence), words, new SeededRandom(7));
    }

    Path storeFolder(EvidenceFolder evidence) {
        return StudyStore.folderFor(
                folder.resolve("stores"), evidence.statement().ledger());
    }

    /** Shows and verifies all of a seal: nothing but its time may be open. */
    void requireWhole(String seal) throws Exception {
        requireVerified(prove(seal, "whole.trialseal"));
        Files.delete(folder.resolve("out").resolve("whole.trialseal"));
    }

    static void requireVerified(Path made) throws Exception {
        VerificationReport report = Proving.verify(made);
        assertThat(report.checks())
                .as(report.checks().toString())
                .allMatch(check -> check.result() == Result.PASSED || check.id().equals("time"))
                .extracting(Check::id)
                .contains("data:LB", "completeness:LB", "data:doc.txt");
    }

    private final class AtHand implements SealedData {
        @Override
        public TableReader open(String source, ImportSettings settings) throws IOException {
            return IMPORTER.open(PathFile.of(folder.resolve(source)), settings);
        }

        @Override
        public DataFile document(String name) throws IOException {
            return PathFile.of(folder.resolve(name));
        }
    }

    /** Names of all files and folders below the study's folder. */
    List<String> names() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.map(path -> folder.relativize(path).toString()).sorted().toList();
        }
    }

    /** Copies a folder and all in it. */
    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(visited)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
