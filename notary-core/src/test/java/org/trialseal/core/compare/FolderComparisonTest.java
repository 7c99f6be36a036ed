package org.trialseal.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.compare.ArtifactComparison.Counts;
import org.trialseal.core.compare.ArtifactComparison.Severity;
import org.trialseal.core.compare.ArtifactComparison.State;

final class FolderComparisonTest {
    private static final int MIB = 1 << 20;

    @TempDir
    private Path folder;

    static PlainTable labs() {
        return labs("lb");
    }

    private static PlainTable labs(String name) {
        PlainTable table = PlainTable.of(name, "SUBJ,SEQ,TEST,VALUE", Optional.of("SUBJ"), List.of("SEQ"));
        for (int subject = 1; subject <= 3; subject++) {
            for (int seq = 1; seq <= 4; seq++) {
                table.row("00" + subject, "" + seq, "T" + seq, "" + (10 * subject + seq));
            }
        }
        return table;
    }

    static PlainTable arms() {
        return PlainTable.of("ta", "ARM,TEXT", Optional.empty(), List.of("ARM"))
                .row("A", "first")
                .row("B", "second");
    }

    static ComparisonReport compare(SealedStudy study, LaterFile... files) throws Exception {
        return study.compare(study.options(), ComparisonLimits.standard(), files);
    }

    static List<String> states(ComparisonReport report) {
        return report.artifacts().stream()
                .map(artifact -> artifact.name() + " " + artifact.state().word())
                .toList();
    }

    @Test
    void compare_sameFile_isIdentical() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            assertThat(study.compare(labs()))
                    .isEqualTo(new ArtifactComparison("lb", State.IDENTICAL, 12, Counts.none(), List.of(), List.of()));
        }
    }

    @Test
    void compare_oneCellChanged_namesExactlyThatField() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            ArtifactComparison result = study.compare(labs().set(5, "VALUE", "81"));
            assertThat(result.state()).isEqualTo(State.ALTERED);
            assertThat(result.counts()).isEqualTo(new Counts(0, 0, 1, 0));
            Difference difference = result.differences().get(0);
            assertThat(difference.key()).containsEntry("SUBJ", "002").containsEntry("SEQ", "2");
            assertThat(difference.record()).hasValue(6);
            assertThat(difference.sealedRecord()).hasValue(6);
            assertThat(difference.fields()).extracting(FieldChange::name).containsExactly("VALUE");
            assertThat(difference.fields().get(0).before()).isEmpty();
            assertThat(difference.fields().get(0).now().orElseThrow().display()).isEqualTo("81");
        }
    }

    @Test
    void compare_oldDataAtHand_showsTheOldValue() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            ArtifactComparison result = study.compare(
                            study.options().withOldData(study.oldData()),
                            ComparisonLimits.standard(),
                            study.later(labs().set(5, "VALUE", "81"), ","))
                    .artifacts()
                    .get(0);
            assertThat(result.differences()
                            .get(0)
                            .fields()
                            .get(0)
                            .before()
                            .orElseThrow()
                            .display())
                    .isEqualTo("22");
        }
    }

    @Test
    void compare_oldDataAreNotThoseSealed_showsNoOldValue() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            Files.writeString(
                    folder.resolve("sealed").resolve("lb.txt"),
                    labs().set(5, "VALUE", "99").text(","));
            ArtifactComparison result = study.compare(
                            study.options().withOldData(study.oldData()),
                            ComparisonLimits.standard(),
                            study.later(labs().set(5, "VALUE", "81"), ","))
                    .artifacts()
                    .get(0);
            assertThat(result.differences().get(0).fields().get(0).before()).isEmpty();
        }
    }

    @Test
    void compare_reversed_isAlteredAndSaysThatOnlyTheOrderDiffers() throws Exception {
        PlainTable later = labs();
        Collections.reverse(later.rows());
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            ArtifactComparison result = study.compare(later);
            assertThat(result.counts()).isEqualTo(new Counts(0, 0, 0, 11));
            assertThat(result.state()).isEqualTo(State.ALTERED);
            assertThat(result.notes()).contains("The same records in another order.");
        }
    }

    @Test
    void compare_insertedRow_movesNothing() throws Exception {
        PlainTable later = labs();
        later.rows().add(0, List.of("009", "1", "T", "new"));
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            assertThat(study.compare(later).counts()).isEqualTo(new Counts(1, 0, 0, 0));
        }
    }

    @Test
    void compare_subjectRenamedEverywhere_reportsOneFieldForEachRecord() throws Exception {
        PlainTable later = labs();
        for (int row = 4; row < 8; row++) {
            later.set(row, "SUBJ", "0O2");
        }
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            ArtifactComparison result = study.compare(later);
            assertThat(result.counts()).isEqualTo(new Counts(0, 0, 4, 0));
            assertThat(result.differences())
                    .allSatisfy(difference -> assertThat(difference.fields())
                            .extracting(FieldChange::name)
                            .containsExactly("SUBJ"));
            assertThat(result.notes())
                    .contains("Identifiers of subjects were changed: the records of 1 subject now stand under another"
                            + " one.");
        }
    }

    @Test
    void compare_anotherSubjectWithTheSameKeys_isNotTakenForTheRemovedOne() throws Exception {
        PlainTable later = labs();
        for (int row = 4; row < 8; row++) {
            later.set(row, "SUBJ", "777").set(row, "VALUE", "other" + row).set(row, "TEST", "X" + row);
        }
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            assertThat(study.compare(later).counts()).isEqualTo(new Counts(4, 4, 0, 0));
        }
    }

    @Test
    void compare_removedRecord_isCalledByItsSubjectAndSealedNumber() throws Exception {
        PlainTable later = labs();
        later.rows().remove(5);
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            Difference difference = study.compare(later).differences().get(0);
            assertThat(difference.kind()).isEqualTo(Difference.Kind.REMOVED);
            assertThat(difference.key()).containsOnly(java.util.Map.entry("SUBJ", "002"));
            assertThat(difference.record()).hasValue(6);
        }
    }

    @Test
    void compare_missingAndUnexpectedFiles_failed() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs(), arms())) {
            PlainTable other =
                    PlainTable.of("dm", "X,Y", Optional.empty(), List.of()).row("1", "2");
            ComparisonReport report = compare(study, study.later(labs(), ","), study.later(other, ","));
            assertThat(states(report)).containsExactly("lb identical", "ta missing", "dm unexpected");
            assertThat(report.verdict()).isEqualTo(Severity.FAILED);
        }
    }

    @Test
    void compare_onlyWhatIsGiven_passesOverTheRest() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs(), arms())) {
            ComparisonReport report = study.compare(
                    study.options().onlyWhatIsGiven(), ComparisonLimits.standard(), study.later(labs(), ","));
            assertThat(states(report)).containsExactly("lb identical");
            assertThat(report.verdict()).isEqualTo(Severity.PASSED);
        }
    }

    @Test
    void compare_nothingGiven_isIndeterminate() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            ComparisonReport report = study.compare(study.options().onlyWhatIsGiven(), ComparisonLimits.standard());
            assertThat(report.verdict()).isEqualTo(Severity.INDETERMINATE);
        }
    }

    @Test
    void compare_fileOfAnotherName_isRecognisedByItsColumns() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs(), arms())) {
            ComparisonReport report =
                    compare(study, study.later(labs("final_lb").set(0, "VALUE", "0"), ","), study.later(arms(), ","));
            assertThat(states(report)).containsExactly("lb altered", "ta identical");
            assertThat(report.artifacts().get(0).notes())
                    .contains("Recognised by its columns: final_lb in final_lb.txt.");
        }
    }

    @Test
    void compare_twoDatasetsWithTheSameColumns_areNotGuessed() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs("lb1"), labs("lb2"))) {
            ComparisonReport report = compare(study, study.later(labs("new"), ","));
            assertThat(states(report)).containsExactly("lb1 missing", "lb2 missing", "new unexpected");
        }
    }

    @Test
    void compare_severalTablesInOneFile_areComparedOneByOne() throws Exception {
        PlainTable first = labs("one");
        PlainTable second = labs("two").set(3, "VALUE", "33");
        try (SealedStudy study = SealedStudy.ofOneFile(folder, "both.txt", first, second)) {
            String later = first.text(",") + second.copy().set(7, "VALUE", "x").text(",");
            LaterFile file = study.laterText("both.txt", later, ",", first.subject(), first.keys());
            ComparisonReport report =
                    study.compare(study.options().withOldData(study.oldData()), ComparisonLimits.standard(), file);
            assertThat(states(report)).containsExactly("one re-encoded", "two altered");
            assertThat(report.artifacts()
                            .get(1)
                            .differences()
                            .get(0)
                            .fields()
                            .get(0)
                            .before())
                    .hasValue(org.trialseal.core.record.Cell.text("24"));
        }
    }

    @Test
    void compare_fileIsNoTableAnyMore_isAltered() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            byte[] rubbish = "rubbish".getBytes(StandardCharsets.UTF_8);
            ComparisonReport report = compare(study, study.laterBytes("lb.txt", rubbish));
            assertThat(states(report)).containsExactly("lb altered");
            assertThat(report.artifacts().get(0).notes())
                    .containsExactly("Its bytes differ, and it can no longer be read as a table.");
        }
    }

    @Test
    void compare_subjectColumnIsGone_isAlteredAndSaysWhy() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            PlainTable later = labs().select(List.of("SEQ", "TEST", "VALUE"));
            LaterFile file = study.laterText("lb.txt", later.text(","), ",", Optional.empty(), List.of());
            ArtifactComparison result = compare(study, file).artifacts().get(0);
            assertThat(result.state()).isEqualTo(State.ALTERED);
            assertThat(result.notes()).contains("Without the column of the subject no record can be compared.");
        }
    }

    @Test
    void compare_keyColumnIsGone_stillNamesTheChangedField() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            PlainTable later = labs().set(6, "VALUE", "x").select(List.of("SUBJ", "TEST", "VALUE"));
            LaterFile file = study.laterText("lb.txt", later.text(","), ",", Optional.of("SUBJ"), List.of());
            ArtifactComparison result = compare(study, file).artifacts().get(0);
            assertThat(result.counts()).isEqualTo(new Counts(0, 0, 1, 0));
            assertThat(result.differences().get(0).fields())
                    .extracting(FieldChange::name)
                    .containsExactly("VALUE");
        }
    }

    @Test
    void compare_anything_leavesNoTemporaryFiles() throws Exception {
        PlainTable later = labs();
        Collections.shuffle(later.rows(), new java.util.Random(1));
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            study.compare(later);
            assertThat(study.options().temporary()).isEmptyDirectory();
        }
    }

    @Test
    void compare_sameDocument_isIdentical() throws Exception {
        byte[] content = new byte[3 * MIB + 17];
        try (SealedStudy study = SealedStudy.ofDocument(folder, "protocol.pdf", content)) {
            ComparisonReport report = compare(study, study.laterBytes("protocol.pdf", content));
            assertThat(report.artifacts()).containsExactly(ArtifactComparison.identical("protocol.pdf", 4));
        }
    }

    @Test
    void compare_documentChangedInTheMiddle_saysWhere() throws Exception {
        byte[] content = new byte[3 * MIB + 17];
        try (SealedStudy study = SealedStudy.ofDocument(folder, "protocol.pdf", content)) {
            byte[] later = content.clone();
            later[MIB + 5] = 1;
            later[2 * MIB] = 1;
            ArtifactComparison result = compare(study, study.laterBytes("protocol.pdf", later))
                    .artifacts()
                    .get(0);
            assertThat(result.state()).isEqualTo(State.ALTERED);
            assertThat(result.notes()).containsExactly("Bytes 1048576 to 3145727 hold a change.");
        }
    }

    @Test
    void compare_documentCutShort_saysHowMuchIsMissing() throws Exception {
        byte[] content = new byte[3 * MIB + 17];
        try (SealedStudy study = SealedStudy.ofDocument(folder, "protocol.pdf", content)) {
            byte[] later = Arrays.copyOf(content, 2 * MIB);
            ArtifactComparison result = compare(study, study.laterBytes("protocol.pdf", later))
                    .artifacts()
                    .get(0);
            assertThat(result.state()).isEqualTo(State.ALTERED);
            assertThat(result.notes()).containsExactly("The end is missing: at least 1048577 bytes.");
        }
    }

    @Test
    void compare_emptyDataset_findsAddedRows() throws Exception {
        PlainTable empty = PlainTable.of("lb", "SUBJ,SEQ", Optional.of("SUBJ"), List.of("SEQ"));
        try (SealedStudy study = SealedStudy.of(folder, empty)) {
            assertThat(study.compare(empty.copy().row("1", "1")).counts()).isEqualTo(new Counts(1, 0, 0, 0));
            assertThat(study.compare(empty).state()).isEqualTo(State.IDENTICAL);
        }
    }

    @Test
    void compare_allRowsRemoved_countsThemAll() throws Exception {
        try (SealedStudy study = SealedStudy.of(folder, labs())) {
            ArtifactComparison result = study.compare(labs().withRows(List.of()));
            assertThat(result.counts()).isEqualTo(new Counts(0, 12, 0, 0));
            assertThat(result.differences()).hasSize(12).allSatisfy(each -> {
                assertThat(each.key()).isEmpty();
                assertThat(each.sealedRecord()).isPresent();
            });
        }
    }
}
