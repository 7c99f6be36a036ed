package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.json.JsonInteger;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** What a dishonest maker may do to opened entries and commitments, with every digest of the package right. */
final class EntriesAttackTest {
    private final SpecStudy study = SpecStudy.sample();
    private final SpecDataset lb = study.dataset(SpecStudy.LB);

    private SpecPackage honest() {
        return study.show(new TreeMap<>(Map.of(
                SpecStudy.LB, lb.everything(3),
                SpecStudy.TA, study.dataset(SpecStudy.TA).everything(2))));
    }

    private static VerificationReport verify(SpecPackage made) throws Exception {
        return Packages.practice().verify(made.file());
    }

    private static SpecPackage edit(SpecPackage made, String part, String from, String to) {
        String text = new String(made.get(part), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        String edited = text.substring(0, at) + to + text.substring(at + from.length());
        return made.put(part, edited.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertMalformed(SpecPackage made, String reason) {
        assertThatThrownBy(() -> verify(made))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining(reason);
    }

    /** The check of the first artifact rests on what failed; the other one does not. */
    private static void assertFailed(SpecPackage made, Reason reason) throws Exception {
        VerificationReport report = verify(made);
        Packages.assertFailed(report, "entries", reason);
        assertThat(report.disclosed()).extracting(Disclosed::name).doesNotContain("LB");
        assertThat(report.checks())
                .filteredOn(check -> check.id().equals("data:LB"))
                .isEmpty();
        Packages.assertCheck(report, "data:0001.disclosure", Reason.NOT_OPENED);
        assertThat(Packages.check(report, "data:TA").passed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"records\":9','\"records\":8'",
        "'\"groups\":5','\"groups\":4'",
        "'\"columns\":4','\"columns\":5'",
        "'\"grouping\":\"subject\",\"groups\":5','\"grouping\":\"none\",\"groups\":1'",
        "'\"name\":\"LB\"','\"name\":\"AE\"'",
        "'\"index\":1','\"index\":0'",
        "'\"source\":0','\"source\":4'",
        "'\"path\":[\"','\"path\":[\"0000000000000000000000000000000000000000000000000000000000000000\",\"'",
    })
    void verify_entryForged_fails(String from, String to) throws Exception {
        assertFailed(edit(honest(), SpecPackage.ENTRIES, from, to), Reason.ENTRY_DIFFERS);
    }

    @Test
    void verify_entryIndexBeyondCount_fails() throws Exception {
        VerificationReport report = verify(edit(honest(), SpecPackage.ENTRIES, "\"index\":2", "\"index\":60000"));
        Packages.assertFailed(report, "entries", Reason.ENTRY_DIFFERS);
        Packages.assertCheck(report, "data:0002.disclosure", Reason.NOT_OPENED);
    }

    @Test
    void verify_pathWithoutHashes_fails() throws Exception {
        String text = new String(honest().get(SpecPackage.ENTRIES), StandardCharsets.UTF_8);
        String none = text.replaceFirst("\"path\":\\[[^\\]]*\\]", "\"path\":[]");
        SpecPackage made = honest().put(SpecPackage.ENTRIES, none.getBytes(StandardCharsets.UTF_8));
        assertFailed(made, Reason.ENTRY_DIFFERS);
    }

    @Test
    void verify_openingsSwappedBetweenArtifacts_fails() throws Exception {
        SpecPackage made = honest();
        SpecStudy other = SpecStudy.sample();
        String text = new String(made.get(SpecPackage.OPENINGS), StandardCharsets.UTF_8);
        String swapped = text.replace(
                "\"artifact\":1,\"content\":" + lb.schema().canonicalText(),
                "\"artifact\":1,\"content\":"
                        + other.dataset(SpecStudy.TA).schema().canonicalText());
        assertThat(swapped).isNotEqualTo(text);
        assertFailed(made.put(SpecPackage.OPENINGS, swapped.getBytes(StandardCharsets.UTF_8)), Reason.OPENING_DIFFERS);
    }

    @ParameterizedTest
    @CsvSource({"USUBJID,SUBJECT", "'\"version\":1','\"version\":2'", "'\"kind\":\"settings\"','\"kind\":\"file\"'"})
    void verify_openingForged_neverPasses(String from, String to) {
        assertThat(Outcome.of(edit(honest(), SpecPackage.OPENINGS, from, to).bytes(), Packages.practice()))
                .isNotEqualTo(Outcome.PASSED);
    }

    @Test
    void verify_openingOfUnopenedEntry_fails() throws Exception {
        SpecPackage made = honest();
        made.put(SpecPackage.OPENINGS, study.openingsJson(List.of(1, 2, 5)));
        VerificationReport report = verify(made);
        Packages.assertFailed(report, "entries", Reason.OPENING_DIFFERS);
    }

    @Test
    void verify_schemaNotOpened_isIndeterminate() throws Exception {
        SpecPackage made = honest().put(SpecPackage.OPENINGS, study.openingsJson(List.of(SpecStudy.TA)));
        VerificationReport report = verify(made);
        assertThat(report.verdict()).isEqualTo(Result.INDETERMINATE);
        Packages.assertCheck(report, "data:LB", Reason.NOT_OPENED);
    }

    @Test
    void verify_entryNotOpened_isIndeterminate() throws Exception {
        SpecPackage made = honest().put(SpecPackage.ENTRIES, study.entriesJson(List.of(SpecStudy.TA)))
                .put(SpecPackage.OPENINGS, study.openingsJson(List.of(SpecStudy.TA)));
        VerificationReport report = verify(made);
        assertThat(report.verdict()).isEqualTo(Result.INDETERMINATE);
        Packages.assertCheck(report, "data:0001.disclosure", Reason.NOT_OPENED);
    }

    @Test
    void verify_disclosureOfADocument_fails() throws Exception {
        SpecPackage made = study.show(
                SpecStudy.PROTOCOL, study.document(SpecStudy.PROTOCOL).content());
        byte[] content = made.get(SpecPackage.artifact(SpecStudy.PROTOCOL, "content"));
        byte[] readme = made.get("data/readme.txt");
        made.remove(SpecPackage.artifact(SpecStudy.PROTOCOL, "content")).remove("data/readme.txt");
        made.put(SpecPackage.artifact(SpecStudy.PROTOCOL, "disclosure"), content)
                .put("data/readme.txt", readme);
        Packages.assertFailed(verify(made), "data:protocol.txt", Reason.KIND_DIFFERS);
    }

    @Test
    void verify_twoEntriesOfOneName_fails() throws Exception {
        SpecStudy twice = SpecStudy.withSameNames();
        SpecPackage made = twice.show(new TreeMap<>(Map.of(
                SpecStudy.LB, twice.dataset(SpecStudy.LB).everything(2),
                SpecStudy.TA, twice.dataset(SpecStudy.TA).everything(2))));
        Packages.assertFailed(verify(made), "entries", Reason.NAME_TWICE);
    }

    @Test
    void verify_sealedSubjectColumnNotInSchema_fails() throws Exception {
        SpecStudy odd = SpecStudy.ofRows(List.of("A", "B"), true, List.of(List.of(Cell.text("1"), Cell.text("2"))));
        SpecPackage honest = odd.show(SpecStudy.LB, odd.dataset(SpecStudy.LB).everything(2));
        Packages.assertPassed(verify(honest));
        SpecStudy lying = odd.lyingAboutColumns(SpecStudy.LB, List.of("X", "B"));
        Packages.assertFailed(
                verify(lying.show(SpecStudy.LB, lying.dataset(SpecStudy.LB).everything(2))),
                "entries",
                Reason.SCHEMA_DIFFERS);
        lying = odd.lyingAboutColumns(SpecStudy.LB, List.of("A", "B", "C"));
        Packages.assertFailed(
                verify(lying.show(SpecStudy.LB, lying.dataset(SpecStudy.LB).everything(2))),
                "entries",
                Reason.SCHEMA_DIFFERS);
    }

    @Test
    void verify_sealedDigestOfAnotherFile_fails() throws Exception {
        byte[] true1000 = study.document(SpecStudy.PROTOCOL).bytes;
        for (long length : new long[] {1000, 999}) {
            study.document(SpecStudy.PROTOCOL).fileBytes = length == 1000 ? new byte[1000] : true1000;
            study.document(SpecStudy.PROTOCOL).fileLength = length;
            study.reseal("practice", Map.of());
            SpecPackage made = study.show(
                    SpecStudy.PROTOCOL, study.document(SpecStudy.PROTOCOL).content());
            Packages.assertFailed(verify(made), "data:protocol.txt", Reason.FILE_DIFFERS);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {SpecStudy.LB, SpecStudy.PROTOCOL, 6, 60_000})
    void verify_sealedSourceThatIsNone_fails(long source) throws Exception {
        lb.lies.put("source", new JsonInteger(source));
        study.reseal("practice", Map.of());
        SpecPackage made = study.show(new TreeMap<>(Map.of(
                SpecStudy.LB, lb.everything(2),
                SpecStudy.PROTOCOL, study.document(SpecStudy.PROTOCOL).content())));
        VerificationReport report = verify(made);
        Packages.assertFailed(report, "entries", Reason.ENTRY_DIFFERS);
        Packages.assertCheck(report, "data:0001.disclosure", Reason.NOT_OPENED);
        assertThat(Packages.check(report, "data:protocol.txt").passed()).isTrue();
    }

    @Test
    void verify_documentChangedOrOfAnotherFile_fails() throws Exception {
        byte[] content = study.document(SpecStudy.PROTOCOL).content();
        SpecPackage changed = study.show(SpecStudy.PROTOCOL, Damage.at(content, content.length - 1, 1));
        Packages.assertFailed(verify(changed), "data:protocol.txt", Reason.ROOT_DIFFERS);
        byte[] key = study.document(SpecStudy.PROTOCOL).key;
        SpecPackage otherKey = study.show(SpecStudy.PROTOCOL, Damage.at(content, Damage.indexOf(content, key, 0), 1));
        Packages.assertFailed(verify(otherKey), "data:protocol.txt", Reason.ROOT_DIFFERS);
        SpecStudy large = SpecStudy.ofDocument(3 << 19);
        byte[] whole = large.document(0).content();
        SpecPackage cut = large.show(0, java.util.Arrays.copyOf(whole, whole.length - (1 << 19)));
        Packages.assertFailed(verify(cut), "data:scan.bin", Reason.COUNT_DIFFERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {SpecPackage.ENTRIES, SpecPackage.OPENINGS})
    void verify_jsonTricksInLists_areMalformed(String part) {
        byte[] right = honest().get(part);
        String text = new String(right, StandardCharsets.UTF_8);
        List<String> tricks = List.of(
                text + "\n",
                " " + text,
                "\uFEFF" + text,
                text.replaceFirst("\\[\\{", "[ {"),
                text.replaceFirst("\\},\\{", "}, {"),
                text.replaceFirst("\\},\\{", "}{"),
                text.replaceFirst("\\},\\{", "},,{"),
                text.replace("]}", "],\"more\":1}"),
                text.substring(0, text.length() - 2) + ",]}",
                text.substring(0, text.length() - 2) + ",{}]}",
                text.substring(0, text.length() - 2) + ",[]]}",
                text.substring(0, text.length() - 2) + ",null]}",
                text.replaceFirst("\\{\"[a-z]+\":", "{\"others\":"),
                text.replaceFirst("\"salt\":\"", "\"more\":1,\"salt\":\""),
                text.replaceFirst("\"salt\":\"(..)", "\"salt\":\"A$1"),
                text.replaceFirst("\"salt\":\"..", "\"salt\":\""),
                text.replaceFirst("\"salt\"", "\"s\\\\u0061lt\""),
                "[" + text + "]",
                "{}",
                "",
                "{".repeat(10_000),
                text.substring(0, text.indexOf('[') + 1) + "{\"a\":".repeat(10_000),
                text.substring(0, text.indexOf('[') + 1) + "{\"a\":\"\\");
        for (String trick : tricks) {
            assertThat(trick).isNotEqualTo(text);
            SpecPackage made = honest().put(part, trick.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> verify(made))
                    .as(trick.substring(0, Math.min(60, trick.length())))
                    .isInstanceOf(MalformedException.class)
                    .hasMessageContaining(part.substring(part.lastIndexOf('/') + 1));
        }
    }

    @Test
    void verify_itemsOutOfOrderOrTwice_areMalformed() {
        assertMalformed(honest().put(SpecPackage.ENTRIES, study.entriesJson(List.of(2, 1))), "do not ascend");
        assertMalformed(honest().put(SpecPackage.ENTRIES, study.entriesJson(List.of(1, 1, 2))), "do not ascend");
        assertMalformed(honest().put(SpecPackage.OPENINGS, study.openingsJson(List.of(2, 1))), "do not ascend");
        assertMalformed(honest().put(SpecPackage.OPENINGS, study.openingsJson(List.of(1, 1))), "do not ascend");
    }

    @Test
    void verify_sealedSettingsAndEntryDisagreeOnGrouping_fails() throws Exception {
        lb.withSettings(new ImportSettings("csv", 1, new TreeMap<>(), Optional.empty(), List.of()).toJson());
        study.reseal("practice", Map.of());
        VerificationReport report = verify(study.show(SpecStudy.LB, lb.everything(2)));

        Packages.assertFailed(report, "entries", Reason.SCHEMA_DIFFERS);
        assertThat(Packages.check(report, "entries").detail())
                .isEqualTo("\"LB\": its settings and its entry disagree on grouping.");
    }
}
