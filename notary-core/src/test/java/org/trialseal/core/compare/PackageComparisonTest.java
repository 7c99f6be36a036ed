package org.trialseal.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.compare.ArtifactComparison.Counts;
import org.trialseal.core.compare.ArtifactComparison.State;
import org.trialseal.core.prove.Selection;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.Result;

final class PackageComparisonTest {
    private static final int MIB = 1 << 20;

    @TempDir
    private Path folder;

    private static PlainTable labs() {
        return PlainTable.of("lb", "SUBJ,VISIT,TEST,VALUE", Optional.of("SUBJ"), List.of("VISIT", "TEST"))
                .row("013", "1", "ALT", "25")
                .row("014", "1", "ALT", "39")
                .row("014", "3", "ALT", "81")
                .row("015", "1", "ALT", "30");
    }

    private static PlainTable arms() {
        return PlainTable.of("ta", "ARM,TEXT", Optional.empty(), List.of("ARM"))
                .row("A", "first")
                .row("B", "second");
    }

    private static ArtifactComparison compare(SealedStudy study, PathFile shown, PlainTable later) throws Exception {
        return study.compareWith(shown, ComparisonLimits.standard(), study.later(later, ","))
                .comparison()
                .artifacts()
                .get(0);
    }

    @Test
    void compare_oneValueChanged_tellsOldAndNew() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            PathFile shown = study.prove(new Selection.All(Set.of()));
            PackageComparison.Result result = study.compareWith(
                    shown, ComparisonLimits.standard(), study.later(labs().set(2, "VALUE", "41"), ","));
            assertThat(result.verification().checks())
                    .filteredOn(check -> check.id().startsWith("data"))
                    .extracting(Check::result)
                    .containsOnly(Result.PASSED);
            ArtifactComparison labs = result.comparison().artifacts().get(0);
            assertThat(labs.counts()).isEqualTo(new Counts(0, 0, 1, 0));
            Difference difference = labs.differences().get(0);
            assertThat(difference.key())
                    .containsEntry("SUBJ", "014")
                    .containsEntry("VISIT", "3")
                    .containsEntry("TEST", "ALT");
            FieldChange field = difference.fields().get(0);
            assertThat(field.name()).isEqualTo("VALUE");
            assertThat(field.before().orElseThrow().display()).isEqualTo("81");
            assertThat(field.now().orElseThrow().display()).isEqualTo("41");
        }
    }

    @Test
    void compare_removedRecord_isCalledByItsWholeKey() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            PlainTable later = labs();
            later.rows().remove(3);
            ArtifactComparison result = compare(study, study.prove(new Selection.All(Set.of())), later);
            assertThat(result.counts()).isEqualTo(new Counts(0, 1, 0, 0));
            assertThat(result.differences().get(0).key())
                    .containsEntry("SUBJ", "015")
                    .containsEntry("VISIT", "1");
        }
    }

    @Test
    void compare_oneSubjectShown_comparesThatSubjectAlone() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            PathFile shown = study.prove(new Selection.Subjects(List.of("014")));
            ArtifactComparison same = compare(study, shown, labs().set(0, "VALUE", "not shown"));
            assertThat(same.state()).isEqualTo(State.UNKNOWN);
            assertThat(same.counts()).isEqualTo(Counts.none());
            assertThat(same.notes())
                    .contains(
                            "2 sealed records are not shown and were not compared.",
                            "2 rows belong to subjects of which nothing is shown; they were not compared.");
            ArtifactComparison altered = compare(study, shown, labs().set(1, "VALUE", "40"));
            assertThat(altered.state()).isEqualTo(State.ALTERED);
            assertThat(altered.counts()).isEqualTo(new Counts(0, 0, 1, 0));
        }
    }

    @Test
    void compare_onlyFieldsShown_isUnknown() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            PathFile shown = study.prove(
                    new Selection.Records("lb", java.util.Map.of("SUBJ", "014", "VISIT", "3", "TEST", "ALT")));
            ArtifactComparison result = compare(study, shown, labs().set(1, "VALUE", "40"));
            assertThat(result.state()).isEqualTo(State.UNKNOWN);
        }
    }

    @Test
    void compare_fileOfWhichNothingIsShown_isUnknownAndNotUnexpected() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs(), arms())) {
            PathFile shown = study.prove(new Selection.All(Set.of("lb")));
            ComparisonReport report = study.compareWith(
                            shown, ComparisonLimits.standard(), study.later(labs(), ","), study.later(arms(), ","))
                    .comparison();
            assertThat(report.artifacts())
                    .extracting(ArtifactComparison::state)
                    .containsExactly(State.IDENTICAL, State.UNKNOWN);
        }
    }

    @Test
    void compare_shownDatasetNotGiven_isMissing() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs(), arms())) {
            PathFile shown = study.prove(new Selection.All(Set.of()));
            ComparisonReport report = study.compareWith(shown, ComparisonLimits.standard(), study.later(arms(), ";"))
                    .comparison();
            assertThat(report.artifacts())
                    .extracting(ArtifactComparison::state)
                    .containsExactly(State.MISSING, State.RE_ENCODED);
        }
    }

    @Test
    void compare_packageWasDamaged_neverPasses() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            PathFile shown = study.prove(new Selection.All(Set.of()));
            byte[] bytes = Files.readAllBytes(shown.path());
            int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("\u000281") + 1;
            assertThat(at).as("where the package has the value 81").isPositive();
            bytes[at] = '4';
            PathFile damaged = PathFile.of(Files.write(folder.resolve("damaged.trialseal"), bytes));
            PackageComparison.Result result = study.compareWith(
                    damaged, ComparisonLimits.standard(), study.later(labs().set(2, "VALUE", "41"), ","));
            assertThat(result.verification().verdict()).isEqualTo(Result.FAILED);
            assertThat(result.comparison().artifacts().get(0).state()).isEqualTo(State.UNKNOWN);
        }
    }

    @Test
    void compare_document_saysWhereItDiffers() throws Exception {
        byte[] content = new byte[2 * MIB + 5];
        try (SealedStudy study = SealedStudy.ofDocument(folder, "protocol.pdf", content)) {
            PathFile shown = study.prove(new Selection.Document("protocol.pdf"));
            byte[] later = content.clone();
            later[MIB] = 1;
            ComparisonReport altered = study.compareWith(
                            shown, ComparisonLimits.standard(), study.laterBytes("protocol.pdf", later))
                    .comparison();
            assertThat(altered.artifacts().get(0).notes()).containsExactly("Bytes 1048576 to 2097151 hold a change.");
            ComparisonReport same = study.compareWith(
                            shown, ComparisonLimits.standard(), study.laterBytes("protocol.pdf", content))
                    .comparison();
            assertThat(same.artifacts().get(0).state()).isEqualTo(State.IDENTICAL);
        }
    }

    @Test
    void compare_anything_leavesNoTemporaryFiles() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            compare(study, study.prove(new Selection.All(Set.of())), labs().set(2, "VALUE", "41"));
            assertThat(study.options().temporary()).isEmptyDirectory();
        }
    }
}
