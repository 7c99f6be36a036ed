package org.trialseal.core.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.compare.ArtifactComparison.Counts;
import org.trialseal.core.compare.Difference.Kind;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.prove.Selection;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.testing.Seeded;

/** The list of records that stand elsewhere. */
final class ReorderedComparisonTest {
    private static final int MANY = 20_000;

    @TempDir
    private Path folder;

    private static PlainTable numbered(int rows) {
        PlainTable table = PlainTable.of("lb", "SUBJ,SEQ,VALUE", Optional.of("SUBJ"), List.of("SEQ"));
        for (int row = 0; row < rows; row++) {
            table.row("S" + row % 50, "" + row / 50, "v" + row);
        }
        return table;
    }

    private static List<String> said(ArtifactComparison result) {
        return result.differences().stream()
                .map(difference -> difference.kind().word() + " " + difference.key() + " now "
                        + difference.record().orElse(0) + " was "
                        + difference.sealedRecord().orElse(0))
                .toList();
    }

    @Test
    void compare_oneRecordMovedAndChanged_isListedAsBothWithItsPlaces() throws Exception {
        PlainTable later = FolderComparisonTest.labs().set(2, "VALUE", "81");
        later.rows().add(9, later.rows().remove(2));
        try (SealedStudy study = SealedStudy.of(folder, FolderComparisonTest.labs())) {
            ArtifactComparison result = study.compare(later);
            assertThat(result.counts()).isEqualTo(new Counts(0, 0, 1, 1));
            assertThat(said(result))
                    .containsExactly(
                            "changed {SEQ=3, SUBJ=001} now 10 was 3", "reordered {SEQ=3, SUBJ=001} now 10 was 3");
        }
    }

    @Test
    void compare_recordsMovedAmongAddedAndRemovedOnes_listsOnlyThose() throws Exception {
        PlainTable sealed = numbered(1_000);
        PlainTable later = sealed.copy();
        later.rows().add(20, later.rows().remove(900));
        later.rows().add(700, later.rows().remove(100));
        later.rows().subList(400, 450).clear();
        later.rows().add(0, new ArrayList<>(List.of("S999", "1", "new")));
        try (SealedStudy study = SealedStudy.of(folder, sealed)) {
            ArtifactComparison result = study.compare(later);
            assertThat(result.counts()).isEqualTo(new Counts(1, 50, 0, 2));
            assertThat(said(result).subList(51, 53))
                    .containsExactly(
                            "reordered {SEQ=18, SUBJ=S0} now 22 was 901",
                            "reordered {SEQ=1, SUBJ=S49} now 652 was 100");
            MovedOracle.requireRight(sealed, later, result, "moved");
        }
    }

    /** Which of several records with the same values is which cannot be said; what is left must be in order all the same. */
    @Test
    void compare_identicalRecordsInRandomOrder_leavesTheSameRecordsInOrder() throws Exception {
        Random random = Seeded.random("identical records");
        for (boolean keyed : List.of(true, false)) {
            PlainTable sealed = PlainTable.of(
                    "lb",
                    "SUBJ,SEQ,VALUE",
                    keyed ? Optional.of("SUBJ") : Optional.empty(),
                    keyed ? List.of("SEQ") : List.of());
            for (int row = 0; row < 150; row++) {
                sealed.row("S" + random.nextInt(4), "" + random.nextInt(3), "v" + random.nextInt(2));
            }
            Path place = Files.createDirectories(folder.resolve("" + keyed));
            try (SealedStudy study = SealedStudy.of(place, sealed)) {
                for (int round = 0; round < 20; round++) {
                    PlainTable later = sealed.copy();
                    for (int moves = random.nextInt(6); moves > 0; moves--) {
                        later.rows().add(random.nextInt(150), later.rows().remove(random.nextInt(150)));
                    }
                    if (round % 4 == 0) {
                        Collections.shuffle(later.rows(), random);
                    }
                    ArtifactComparison result = study.compare(later);
                    assertThat(result.counts().added()
                                    + result.counts().removed()
                                    + result.counts().changed())
                            .isZero();
                    MovedOracle.requireRight(sealed, later, result, "round " + round + ", keyed " + keyed);
                }
            }
        }
    }

    @Test
    void compare_moreReorderedThanAReportLists_journalHasThemAllAndTheReportTheFirst() throws Exception {
        PlainTable sealed = numbered(MANY);
        PlainTable later = sealed.copy();
        Collections.shuffle(later.rows(), Seeded.random("reordered journal"));
        later.set(MANY - 1, "VALUE", "other");
        try (SealedStudy study = SealedStudy.of(folder, sealed);
                DifferenceJournal journal = DifferenceJournal.create(
                        Files.createDirectories(folder.resolve("journal")), new SecureRandom())) {
            LaterFile file = study.later(later, ",");
            study.compare(study.options().into(journal), ComparisonLimits.standard(), file);
            List<Difference> all = DifferenceJournalTest.all(journal, "lb");
            ArtifactComparison listed = study.compare(study.options(), ComparisonLimits.standard(), file)
                    .artifacts()
                    .get(0);
            assertThat(all).hasSize((int) listed.counts().reordered() + 1).hasSizeGreaterThan(MANY - 500);
            assertThat(all.get(0).kind()).isEqualTo(Kind.CHANGED);
            assertThat(listed.differences())
                    .hasSize(ArtifactComparison.MAX_DIFFERENCES)
                    .isEqualTo(all.subList(0, ArtifactComparison.MAX_DIFFERENCES));
            MovedOracle.requireRight(
                    sealed,
                    later,
                    new ArtifactComparison(
                            "lb", ArtifactComparison.State.ALTERED, MANY, listed.counts(), all, List.of()),
                    "journal");
            assertThat(journal.keyColumns("lb")).containsExactly("SUBJ", "SEQ");
        }
    }

    @Test
    void compare_withAPackageAndAPackageAsTheLaterCopy_listsTheSame() throws Exception {
        PlainTable sealed = numbered(300);
        PlainTable later = sealed.copy();
        Collections.swap(later.rows(), 10, 200);
        try (SealedStudy study = SealedStudy.of(Files.createDirectories(folder.resolve("one")), sealed);
                SealedStudy other = SealedStudy.of(Files.createDirectories(folder.resolve("other")), later)) {
            List<String> expected = said(study.compare(later));
            assertThat(expected)
                    .containsExactly(
                            "reordered {SEQ=4, SUBJ=S0} now 11 was 201", "reordered {SEQ=0, SUBJ=S10} now 201 was 11");
            PathFile shown = study.prove(new Selection.All(Set.of()));
            ArtifactComparison byPackage = study.compareWith(
                            shown, ComparisonLimits.standard(), study.later(later, ";"))
                    .comparison()
                    .artifacts()
                    .get(0);
            assertThat(said(byPackage)).isEqualTo(expected);
            try (LaterPackage laterPackage = study.laterPackage(other.prove(new Selection.All(Set.of())))) {
                ArtifactComparison ofPackage = study.compare(
                                study.options(),
                                ComparisonLimits.standard(),
                                laterPackage.files().toArray(LaterFile[]::new))
                        .artifacts()
                        .get(0);
                assertThat(said(ofPackage)).isEqualTo(expected);
            }
        }
    }

    @Test
    void compare_copyThatIsShorterWhenReadAgain_isRefused() throws Exception {
        PlainTable later = numbered(100);
        Collections.reverse(later.rows());
        later.row("S1", "999", "added");
        try (SealedStudy study = SealedStudy.of(folder, numbered(100))) {
            LaterFile.Tables whole = (LaterFile.Tables) study.later(later, ",");
            String shorter = later.withRows(later.rows().subList(0, 3)).text(",");
            Path place = folder.resolve("later0").resolve("lb.txt");
            assertThat(place).exists();
            LaterFile shrinking = new LaterFile.Tables(whole.file(), new Shrinking(place, shorter), whole.plan());
            assertThatThrownBy(() -> study.compare(study.options(), ComparisonLimits.standard(), shrinking))
                    .isInstanceOf(MalformedException.class)
                    .hasMessage("lb.txt: changed while it was compared; compare it again");
            assertThat(study.options().temporary()).isEmptyDirectory();
        }
    }

    /** Makes the file shorter when it is opened a second time. */
    private static final class Shrinking implements Importer {
        private final PlainImporter importer = new PlainImporter();
        private final Path place;
        private final String shorter;
        private int opened;

        Shrinking(Path place, String shorter) {
            this.place = place;
            this.shorter = shorter;
        }

        @Override
        public String id() {
            return importer.id();
        }

        @Override
        public int version() {
            return importer.version();
        }

        @Override
        public int recognises(String name, byte[] head) {
            return importer.recognises(name, head);
        }

        @Override
        public FilePlan plan(DataFile file, Map<String, String> overrides, Optional<String> subject, List<String> keys)
                throws IOException, MalformedException {
            return importer.plan(file, overrides, subject, keys);
        }

        @Override
        public TableReader open(DataFile file, ImportSettings settings) throws IOException {
            if (opened++ == 1) {
                Files.writeString(place, shorter);
            }
            return importer.open(file, settings);
        }
    }
}
