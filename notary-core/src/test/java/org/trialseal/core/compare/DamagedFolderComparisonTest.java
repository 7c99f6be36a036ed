package org.trialseal.core.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.compare.ArtifactComparison.Counts;
import org.trialseal.core.compare.ArtifactComparison.Severity;
import org.trialseal.core.compare.ArtifactComparison.State;
import org.trialseal.core.digest.MalformedException;

/** Compares with folders from which something is gone or in which something was changed. */
final class DamagedFolderComparisonTest {
    @TempDir
    private Path folder;

    @Test
    void compare_digestOpeningIsGone_isIdenticalWithANote() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, FolderComparisonTest.labs())) {
            try (Stream<Path> seals = Files.list(study.storeFolder().resolve("seals"))) {
                for (Path seal : seals.toList()) {
                    Files.delete(seal);
                }
            }
            ArtifactComparison result = study.compare(FolderComparisonTest.labs());
            assertThat(result.state()).isEqualTo(State.IDENTICAL);
            assertThat(result.notes())
                    .containsExactly("All records are the same. Whether the file has the same bytes cannot be said:"
                            + " what opens its digest is not at hand.");
        }
    }

    @Test
    void compare_secretsAreGone_isUnknownAndNeverIdentical() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, FolderComparisonTest.labs())) {
            ArtifactComparison result = study.compareWithoutSecrets(study.later(FolderComparisonTest.labs(), ","))
                    .artifacts()
                    .get(0);
            assertThat(result.state()).isEqualTo(State.UNKNOWN);
            assertThat(result.notes())
                    .contains(
                            "The records of 3 subjects could not be compared: the secret that opens them is not in the"
                                    + " study store (erased, or another store).");
        }
    }

    @Test
    void compare_storeOfAnotherStudy_isUnknownAndNotAltered() throws Exception {
        try (SealedStudy study = SealedStudy.of(
                        Files.createDirectory(folder.resolve("one")),
                        FolderComparisonTest.labs(),
                        FolderComparisonTest.arms());
                SealedStudy other = SealedStudy.of(
                        Files.createDirectory(folder.resolve("other")),
                        FolderComparisonTest.labs(),
                        FolderComparisonTest.arms())) {
            ComparisonReport report = study.compareWithStoreOf(
                    other,
                    study.later(FolderComparisonTest.labs(), ","),
                    study.later(FolderComparisonTest.arms(), ";"));
            assertThat(FolderComparisonTest.states(report)).containsExactly("lb unknown", "ta unknown");
            assertThat(report.verdict()).isEqualTo(Severity.INDETERMINATE);
        }
    }

    @Test
    void compare_secretsAreGoneAndARowToo_isAltered() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, FolderComparisonTest.labs())) {
            PlainTable later = FolderComparisonTest.labs();
            later.rows().remove(2);
            ArtifactComparison result = study.compareWithoutSecrets(study.later(later, ","))
                    .artifacts()
                    .get(0);
            assertThat(result.state()).isEqualTo(State.ALTERED);
            assertThat(result.counts()).isEqualTo(new Counts(0, 1, 0, 0));
            assertThat(result.notes())
                    .contains("A subject whose records cannot be opened has 3 records where 4 were sealed.");
        }
    }

    @Test
    void compare_leavesOfTheFolderWereChanged_isRefusedAsDamaged() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, FolderComparisonTest.labs())) {
            flip(find(study.sealFolder(), "leaves.bin"), 40);
            assertThatThrownBy(() -> study.compare(FolderComparisonTest.labs().set(0, "VALUE", "0")))
                    .isInstanceOf(MalformedException.class)
                    .hasMessage("evidence of lb: was damaged: it does not lead to what was sealed; restore a backup");
        }
    }

    @Test
    void compare_fingerprintsOfTheFolderWereChanged_neverPasses() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, FolderComparisonTest.labs())) {
            Path fingerprints = find(study.sealFolder(), "fingerprints.bin");
            for (long at = 0; at < Files.size(fingerprints); at += 5) {
                flip(fingerprints, at);
            }
            assertThat(study.compare(FolderComparisonTest.labs().set(0, "VALUE", "0"))
                            .state())
                    .isEqualTo(State.ALTERED);
            assertThat(FolderComparisonTest.compare(study, study.later(FolderComparisonTest.labs(), ";"))
                            .artifacts()
                            .get(0)
                            .state())
                    .as("leaves decide, not fingerprints")
                    .isEqualTo(State.RE_ENCODED);
        }
    }

    private static Path find(Path folder, String name) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static void flip(Path path, long at) throws Exception {
        assertThat(path.toFile().setWritable(true)).isTrue();
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(at);
            int value = file.read();
            file.seek(at);
            file.write(value ^ 1);
        }
    }
}
