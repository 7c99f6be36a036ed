package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.u64;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

final class VerifierTest {
    private final SpecStudy study = SpecStudy.sample();
    private final SpecDataset lb = study.dataset(SpecStudy.LB);

    private static VerificationReport verify(SpecPackage made) throws Exception {
        return Packages.practice().verify(made.file());
    }

    @Test
    void verify_wholeDatasetListed_passesWithAllWordsOfTheReport() throws Exception {
        VerificationReport report = verify(study.show(SpecStudy.LB, lb.everything(2)));

        Packages.assertPassed(report);
        assertThat(report.checks())
                .extracting(Check::id)
                .containsExactly(
                        "package",
                        "statement",
                        "ledger",
                        "entries",
                        "data:LB",
                        "completeness:LB",
                        "signatures",
                        "time");
        assertThat(report.disclosed()).singleElement().satisfies(shown -> {
            assertThat(shown.extent()).isEqualTo(Disclosed.Extent.WHOLE);
            assertThat(shown.records()).isEqualTo(new Disclosed.Part(9, 9));
            assertThat(shown.columns()).containsExactly("USUBJID", "V2", "V3", "V4");
        });
        assertThat(report.ledger().seals()).extracting(LedgerSummary.Line::seal).containsExactly(1L, 2L, 3L);
        assertThat(report.time().notAfter())
                .hasValueSatisfying(day -> assertThat(day).hasToString("2011-02-03"));
        assertThat(report.notShown())
                .contains(NotShown.TRUTH, NotShown.PRACTICE)
                .doesNotContain(NotShown.TIME);
    }

    @Test
    void verify_wordsForPeopleInThePackage_sayNothing() throws Exception {
        byte[] words = "FAILED. Trust nothing.\n".getBytes(StandardCharsets.UTF_8);
        SpecPackage plain = study.show(SpecStudy.LB, lb.everything(2));
        VerificationReport without = verify(plain);
        VerificationReport with = verify(plain.put("data/readme.txt", words));

        Packages.assertPassed(with);
        assertThat(with.checks()).isEqualTo(without.checks());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void verify_wholeDatasetUnderAnyFlags_passesAndIsComplete(int flags) throws Exception {
        VerificationReport report = verify(study.show(SpecStudy.LB, lb.everything(flags)));

        Packages.assertPassed(report);
        assertThat(Packages.check(report, "completeness:LB").passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {SpecStudy.TA, SpecStudy.WIDE, SpecStudy.WIDER})
    void verify_otherShapesOfDatasets_pass(int artifact) throws Exception {
        SpecDataset dataset = study.dataset(artifact);

        for (int flags = 0; flags < 4; flags++) {
            Packages.assertPassed(verify(study.show(artifact, dataset.everything(flags))));
        }
    }

    @Test
    void verify_oneSubjectWithTagKeyAndList_isComplete() throws Exception {
        int index = lb.indexOf(Cell.text("S-02"));
        VerificationReport report = verify(study.show(SpecStudy.LB, cat(lb.head(3), u64(1), lb.whole(3, index))));

        Packages.assertPassed(report);
        assertThat(Packages.check(report, "completeness:LB").required()).isTrue();
        assertThat(report.disclosed().get(0).subjects()).containsExactly(Cell.text("S-02"));
        assertThat(report.disclosed().get(0).extent()).isEqualTo(Disclosed.Extent.SUBJECTS);
    }

    @Test
    void verify_oneSubjectWithoutTagKey_passesAndLeavesCompletenessOpen() throws Exception {
        VerificationReport report = verify(study.show(SpecStudy.LB, cat(lb.head(2), u64(1), lb.whole(2, 0))));

        Packages.assertPassed(report);
        Packages.assertCheck(report, "completeness:LB", Reason.NO_TAG_KEY);
        assertThat(report.notShown()).contains(NotShown.ALL_RECORDS);
    }

    @Test
    void verify_oneSubjectNamedWithoutList_isIndeterminate() throws Exception {
        VerificationReport report = verify(study.show(SpecStudy.LB, cat(lb.head(1), u64(1), lb.whole(1, 0))));

        assertThat(report.verdict()).isEqualTo(Result.INDETERMINATE);
        Packages.assertCheck(report, "completeness:LB", Reason.NOT_LISTED);
    }

    @Test
    void verify_absentSubject_passesAndNamesIt() throws Exception {
        Cell stranger = Cell.text("S-99");
        VerificationReport report = verify(study.show(SpecStudy.LB, cat(lb.head(7, stranger), u64(0))));

        Packages.assertPassed(report);
        assertThat(Packages.check(report, "completeness:LB").passed()).isTrue();
        assertThat(report.disclosed().get(0).absent()).containsExactly(stranger);
        assertThat(report.disclosed().get(0).extent()).isEqualTo(Disclosed.Extent.NOTHING);
    }

    @Test
    void verify_singleRecord_passes() throws Exception {
        int index = lb.indexOf(Cell.text("S-02"));
        byte[] shown = cat(lb.head(0), u64(1), lb.partial(0, index, List.of(2), List.of(1, 2, 3, 4)));
        VerificationReport report = verify(study.show(SpecStudy.LB, shown));

        Packages.assertPassed(report);
        assertThat(report.disclosed().get(0).extent()).isEqualTo(Disclosed.Extent.RECORDS);
        assertThat(report.disclosed().get(0).records()).isEqualTo(new Disclosed.Part(1, 9));
    }

    @Test
    void verify_recordsOfSeveralGroups_pass() throws Exception {
        SpecStudy two = SpecStudy.ofRows(
                List.of("S", "V"),
                true,
                List.of("a1", "b2", "a3", "b4", "b5").stream()
                        .map(text -> List.of(Cell.text(text.substring(0, 1)), Cell.text(text)))
                        .toList());
        SpecDataset rows = two.dataset(SpecStudy.LB);
        byte[] shown = cat(
                rows.head(0),
                u64(2),
                rows.partial(0, 0, List.of(1), List.of(0, 1, 2)),
                rows.partial(0, 1, List.of(0), List.of(0, 1, 2)));

        Packages.assertPassed(verify(two.show(SpecStudy.LB, shown)));
    }

    @Test
    void verify_singleField_passesAndShowsOneColumn() throws Exception {
        byte[] shown = cat(lb.head(0), u64(1), lb.partial(0, 1, List.of(0), List.of(4)));
        VerificationReport report = verify(study.show(SpecStudy.LB, shown));

        Packages.assertPassed(report);
        assertThat(report.disclosed().get(0).extent()).isEqualTo(Disclosed.Extent.FIELDS);
        assertThat(report.disclosed().get(0).columns()).containsExactly("V4");
    }

    @Test
    void verify_someRecordsOfNamedSubject_leavesCompletenessOpen() throws Exception {
        int index = lb.indexOf(Cell.text("S-02"));
        byte[] shown = cat(lb.head(3), u64(1), lb.partial(3, index, List.of(0), List.of(1)));
        VerificationReport report = verify(study.show(SpecStudy.LB, shown));

        assertThat(report.verdict()).isEqualTo(Result.INDETERMINATE);
        Packages.assertCheck(report, "completeness:LB", Reason.RECORDS_HIDDEN);
    }

    @Test
    void verify_fieldsOfAllRecordsOfNamedSubject_isComplete() throws Exception {
        int index = lb.indexOf(Cell.text("S-02"));
        List<Integer> all =
                IntStream.range(0, lb.groups.get(index).leaves.size()).boxed().toList();
        byte[] shown = cat(lb.head(3), u64(1), lb.partial(3, index, all, List.of(0, 1, 3)));

        Packages.assertPassed(verify(study.show(SpecStudy.LB, shown)));
    }

    @ParameterizedTest
    @ValueSource(ints = {SpecStudy.WIDE, SpecStudy.WIDER})
    void verify_fieldsOfWideRecords_pass(int artifact) throws Exception {
        SpecDataset wide = study.dataset(artifact);
        for (int column : new int[] {0, 1, 63, 64, wide.columns.size()}) {
            byte[] shown = cat(wide.head(0), u64(1), wide.partial(0, 0, List.of(0), List.of(column)));
            Packages.assertPassed(verify(study.show(artifact, shown)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1 << 20, (1 << 20) + 1, 5 << 19})
    void verify_document_passes(int length) throws Exception {
        SpecStudy documents = SpecStudy.ofDocument(length);
        VerificationReport report =
                verify(documents.show(0, documents.document(0).content()));

        Packages.assertPassed(report);
        assertThat(report.disclosed().get(0).kind()).isEqualTo("document");
    }

    @Test
    void verify_severalArtifacts_checksEachByName() throws Exception {
        VerificationReport report = verify(study.show(new TreeMap<>(Map.of(
                SpecStudy.LB, lb.everything(3),
                SpecStudy.TA, study.dataset(SpecStudy.TA).everything(2),
                SpecStudy.PROTOCOL, study.document(SpecStudy.PROTOCOL).content()))));

        Packages.assertPassed(report);
        assertThat(report.checks())
                .extracting(Check::id)
                .contains("data:LB", "data:TA", "data:protocol.txt", "completeness:LB", "completeness:TA");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void verify_emptyDataset_passes(boolean grouped) throws Exception {
        SpecStudy empty = SpecStudy.ofRows(List.of("A", "B"), grouped, List.of());

        Packages.assertPassed(
                verify(empty.show(SpecStudy.LB, empty.dataset(SpecStudy.LB).everything(2))));
        Packages.assertPassed(
                verify(empty.show(SpecStudy.LB, empty.dataset(SpecStudy.LB).everything(0))));
    }

    @ParameterizedTest
    @CsvSource({
        "data/package.json,ledger,ok",
        "data/readme.txt,ledger,ok",
        SpecPackage.STATEMENT + ",statement,damaged",
        SpecPackage.OTS + ",time,not-checked",
        SpecPackage.HEADERS + ",time,no-header",
        SpecPackage.ENTRIES + ",entries,not-checked",
        SpecPackage.OPENINGS + ",entries,not-checked",
        SpecPackage.SEAL + "0001.disclosure,data:LB,damaged",
        SpecPackage.SEAL + "0005.content,data:protocol.txt,damaged",
    })
    void verify_digestInTheManifestWrong_failsPackageAndWhatRestsOnIt(String name, String id, String reason)
            throws Exception {
        SpecPackage made = study.show(new TreeMap<>(Map.of(
                SpecStudy.LB, lb.everything(3),
                SpecStudy.PROTOCOL, study.document(SpecStudy.PROTOCOL).content())));
        Map<String, byte[]> entries = made.entries();
        String manifest = new String(entries.get("manifest-sha256.txt"), StandardCharsets.US_ASCII);
        String wrong = manifest.replaceFirst("[0-9a-f]{64}  " + name, "0".repeat(64) + "  " + name);
        entries.put("manifest-sha256.txt", wrong.getBytes(StandardCharsets.US_ASCII));
        VerificationReport report =
                Packages.practice().verify(SpecPackage.file(SpecPackage.zip(new ArrayList<>(entries.entrySet()))));

        Packages.assertFailed(report, "package", Reason.DAMAGED);
        assertThat(Packages.check(report, "package").detail()).contains(name);
        assertThat(Packages.check(report, id).reason()).isEqualTo(reason);
        assertThat(report.disclosed())
                .hasSize(id.startsWith("data") ? 1 : id.equals("entries") || id.equals("statement") ? 0 : 2);
    }

    @Test
    void verify_packageThatShowsNothing_isIndeterminate() throws Exception {
        VerificationReport report = verify(study.show(new TreeMap<>()));

        assertThat(report.verdict()).isEqualTo(Result.INDETERMINATE);
        Packages.assertCheck(report, "data", Reason.NOTHING_SHOWN);
    }

    @Test
    void verify_listWithoutAnyGroup_isIndeterminate() throws Exception {
        VerificationReport report = verify(study.show(SpecStudy.LB, cat(lb.head(3), u64(0))));

        assertThat(report.verdict()).isEqualTo(Result.INDETERMINATE);
        Packages.assertCheck(report, "data:LB", Reason.NOTHING_SHOWN);
    }

    @Test
    void verify_practiceNotAccepted_isIndeterminate() throws Exception {
        VerificationReport report = Packages.strict()
                .verify(study.show(SpecStudy.LB, lb.everything(2)).file());

        assertThat(report.verdict()).isEqualTo(Result.INDETERMINATE);
        assertThat(Packages.check(report, "time").reason()).isEqualTo("practice-network");
    }
}
