package org.trialseal.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.compare.ArtifactComparison.Counts;
import org.trialseal.core.compare.ArtifactComparison.State;
import org.trialseal.core.prove.Selection;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.testing.Seeded;

/** A later package, of another seal, against a seal. */
final class LaterPackageTest {
    @TempDir
    private Path folder;

    private Path before;
    private Path after;

    @BeforeEach
    void makeFolders() throws Exception {
        before = Files.createDirectory(folder.resolve("before"));
        after = Files.createDirectory(folder.resolve("after"));
    }

    private static PlainTable labs() {
        Random random = Seeded.random("later package");
        PlainTable table = PlainTable.of("lb", "SUBJ,SEQ,VALUE", Optional.of("SUBJ"), List.of("SEQ"));
        for (int row = 0; row < 40_000; row++) {
            table.row("S" + random.nextInt(50), "" + row, "v" + row);
        }
        return table;
    }

    private static PlainTable arms() {
        return PlainTable.of("ta", "ARM,TEXT", Optional.empty(), List.of("ARM"))
                .row("A", "first")
                .row("B", "second");
    }

    private static ComparisonReport compare(SealedStudy study, PathFile later) throws Exception {
        try (LaterPackage shown = study.laterPackage(later)) {
            return study.compare(
                    study.options(), ComparisonLimits.standard(), shown.files().toArray(LaterFile[]::new));
        }
    }

    @Test
    void compare_laterPackageOfTheSameFiles_isIdentical() throws Exception {
        try (SealedStudy study = SealedStudy.of(before, labs(), arms());
                SealedStudy later = SealedStudy.of(after, labs(), arms())) {
            ComparisonReport report = compare(study, later.prove(new Selection.All(Set.of())));
            assertThat(report.artifacts())
                    .containsExactly(ArtifactComparison.identical("lb", 40_000), ArtifactComparison.identical("ta", 2));
            assertThat(study.options().temporary()).isEmptyDirectory();
        }
    }

    @Test
    void compare_laterPackageWithOneChange_isReadInTheOrderOfItsFile() throws Exception {
        try (SealedStudy study = SealedStudy.of(before, labs());
                SealedStudy later = SealedStudy.of(after, labs().set(20_000, "VALUE", "x"))) {
            ArtifactComparison result = compare(study, later.prove(new Selection.All(Set.of())))
                    .artifacts()
                    .get(0);
            assertThat(result.counts()).isEqualTo(new Counts(0, 0, 1, 0));
            assertThat(result.differences().get(0).record()).hasValue(20_001);
        }
    }

    @Test
    void compare_packageWithPackage_tellsOldAndNew() throws Exception {
        try (SealedStudy study = SealedStudy.of(before, arms());
                SealedStudy later = SealedStudy.of(after, arms().set(1, "TEXT", "changed"));
                LaterPackage shown = study.laterPackage(later.prove(new Selection.All(Set.of())))) {
            FieldChange field = study.compareWith(
                            study.prove(new Selection.All(Set.of())),
                            ComparisonLimits.standard(),
                            shown.files().toArray(LaterFile[]::new))
                    .comparison()
                    .artifacts()
                    .get(0)
                    .differences()
                    .get(0)
                    .fields()
                    .get(0);
            assertThat(field.before().orElseThrow().display()).isEqualTo("second");
            assertThat(field.now().orElseThrow().display()).isEqualTo("changed");
        }
    }

    @Test
    void compare_laterPackageShowsOneSubjectOnly_isUnknown() throws Exception {
        try (SealedStudy study = SealedStudy.of(before, labs(), arms());
                SealedStudy later = SealedStudy.of(after, labs().set(1, "VALUE", "x"), arms())) {
            ComparisonReport report = compare(study, later.prove(new Selection.Subjects(List.of("S1"))));
            assertThat(report.artifacts())
                    .containsExactly(
                            ArtifactComparison.hiddenLater("lb"),
                            ArtifactComparison.unknown("ta", Note.Code.NOT_SHOWN_LATER));
        }
    }

    @Test
    void compare_laterPackageOfADocument_saysWhereItDiffers() throws Exception {
        byte[] content = new byte[1 << 20 | 5];
        byte[] changed = content.clone();
        changed[7] = 1;
        try (SealedStudy study = SealedStudy.ofDocument(before, "protocol.pdf", content);
                SealedStudy later = SealedStudy.ofDocument(after, "protocol.pdf", changed)) {
            ArtifactComparison result = compare(study, later.prove(new Selection.Document("protocol.pdf")))
                    .artifacts()
                    .get(0);
            assertThat(result.state()).isEqualTo(State.ALTERED);
            assertThat(result.notes()).containsExactly("Bytes 0 to 1048575 hold a change.");
        }
    }
}
