package org.trialseal.importers.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;
import org.trialseal.importers.grouping.KeyCandidate;
import org.trialseal.importers.grouping.KeySearch;
import org.trialseal.importers.testing.MemoryFile;

/** Which subject and key columns a plan chooses, and why. */
final class GroupingTest {
    static Stream<Arguments> files() {
        String knownSubject = ": a column of this name holds the subject identifier";
        String noSubject = "subject none: no column has a name that is known to hold the subject identifier";
        String noKeys = "keys none: no columns that are known to name a record are unique";
        return Stream.of(
                arguments(
                        "STUDYID,SUBJID,USUBJID,AESEQ\nS,1,a,1\nS,1,a,2\nS,2,b,1\n",
                        List.of(
                                "subject USUBJID" + knownSubject,
                                "keys AESEQ: unique within each subject in all 3 records")),
                arguments(
                        "usubjid,aeseq\na,1\na,1\n",
                        List.of(
                                "subject usubjid" + knownSubject,
                                "keys aeseq: not unique within each subject; records with the same key are told apart"
                                        + " by their order")),
                arguments(
                        "USUBJID,ASEQ,AESEQ\na,1,1\na,1,2\n",
                        List.of(
                                "subject USUBJID" + knownSubject,
                                "keys AESEQ: unique within each subject in all 2 records")),
                arguments("STUDYID,x\n1,2\n", List.of(noSubject, noKeys)),
                arguments(
                        "Patient,VISIT,PARAMCD,ADY\np,1,ALT,1\np,1,AST,1\np,2,ALT,9\n",
                        List.of(
                                "subject Patient" + knownSubject,
                                "keys VISIT, PARAMCD: unique within each subject in all 3 records")),
                arguments(
                        """
                        record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,x
                        1,e1,,,5
                        1,e1,ae,1,5
                        1,e1,ae,2,5
                        """,
                        List.of(
                                "subject record_id: the first column of a REDCap export, which the column"
                                        + " redcap_event_name shows",
                                "keys redcap_event_name, redcap_repeat_instrument, redcap_repeat_instance: unique within"
                                        + " each subject in all 3 records")),
                arguments(
                        "code,subject_id,visit_complete\n1,a,2\n2,b,2\n",
                        List.of(
                                "subject subject_id" + knownSubject,
                                "keys subject_id: unique within each subject in all 2 records")),
                arguments(
                        "code,race___1,visit_complete\n1,0,2\n2,1,2\n",
                        List.of(
                                "subject code: the first column of what is probably a REDCap export, as columns like"
                                        + " visit_complete make believe; its data dictionary would make it sure",
                                "keys code: unique within each subject in all 2 records")),
                arguments("subject_id,value\n1,5\n1,6\n", List.of("subject subject_id" + knownSubject, noKeys)),
                arguments(
                        "DOMAIN,TSSEQ,TSPARMCD\nTS,1,AGE\nTS,1,SEX\nTS,2,SEX\n",
                        List.of(noSubject, "keys TSPARMCD, TSSEQ: unique in all 3 records")),
                arguments(
                        "ARMCD,TAETORD,ETCD\nA,1,SCR\nA,2,TRT\nB,1,SCR\n",
                        List.of(noSubject, "keys ARMCD, TAETORD: unique in all 3 records")),
                arguments(
                        "id,VISITNUM,\"x\"\n\"a\"\"b\",1,1\na\"b,1,2\n", List.of("subject id" + knownSubject, noKeys)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void plan_file_choosesSubjectAndKeys(String text, List<String> reasons) throws Exception {
        FilePlan plan = Tables.plan(MemoryFile.of("t.csv", text));

        assertThat(Phrase.english(plan.reasons())).endsWith(reasons.toArray(new String[0]));
        ImportSettings settings = Tables.settings(plan);
        assertThat(settings.subject().orElse("none")).isEqualTo(named(reasons.get(0)));
        String keys = settings.keys().isEmpty() ? "none" : String.join(", ", settings.keys());
        assertThat(keys).isEqualTo(named(reasons.get(1)));
    }

    private static String named(String reason) {
        return reason.substring(reason.indexOf(' ') + 1, reason.indexOf(':'));
    }

    @Test
    void plan_subjectAndKeysAskedFor_winWhereTheFileHasThem() throws Exception {
        MemoryFile file = MemoryFile.of("t.csv", "USUBJID,SITE,AESEQ\na,1,1\na,2,2\n");

        FilePlan own = plan(file, Optional.of("SITE"), List.of("USUBJID"));
        assertThat(Phrase.english(own.reasons()))
                .endsWith(
                        "subject SITE: as asked for",
                        "keys USUBJID: as asked for; unique within each subject in all 2 records");
        assertThat(Tables.settings(own).subject()).contains("SITE");
        assertThat(Tables.settings(own).keys()).containsExactly("USUBJID");

        FilePlan absent = plan(file, Optional.of("site"), List.of("AESEQ", "LBSEQ"));
        assertThat(Phrase.english(absent.reasons()))
                .endsWith(
                        "subject site: asked for, but no column of this file",
                        "subject USUBJID: a column of this name holds the subject identifier",
                        "keys AESEQ, LBSEQ: asked for, but not all are columns of this file",
                        "keys AESEQ: unique within each subject in all 2 records");
    }

    private static FilePlan plan(MemoryFile file, Optional<String> subject, List<String> keys) throws Exception {
        return new CsvImporter().plan(file, Map.of(), subject, keys);
    }

    @Test
    void plan_longFileInSubjectOrderThenNot_isSearchedAgain() throws Exception {
        StringBuilder text = new StringBuilder("USUBJID,AESEQ\n");
        for (int i = 0; i < 140_000; i++) {
            text.append(i / 7).append(',').append(i % 7).append('\n');
        }
        FilePlan ordered = Tables.plan(MemoryFile.of("t.csv", text.toString()));
        FilePlan late = Tables.plan(MemoryFile.of("t.csv", text + "0,7\n"));
        FilePlan repeated = Tables.plan(MemoryFile.of("t.csv", text + "0,3\n"));

        assertThat(Phrase.english(ordered.reasons()))
                .endsWith("keys AESEQ: unique within each subject in all 140000 records");
        assertThat(Phrase.english(late.reasons()))
                .endsWith("keys AESEQ: unique within each subject in all 140001 records");
        assertThat(Phrase.english(repeated.reasons()))
                .endsWith("keys AESEQ: not unique within each subject; records with the same key are told apart by"
                        + " their order");
    }

    @Test
    void plan_surestKeysRepeatLateInALongFile_choosesAmongTheOthersAsInAShortOne() throws Exception {
        StringBuilder text = new StringBuilder("USUBJID,VISIT,TESTCD,AESEQ,ASEQ\n");
        for (int i = 0; i < 140_000; i++) {
            text.append(i / 7)
                    .append(",1,")
                    .append(i % 7)
                    .append(',')
                    .append(i % 7)
                    .append(',')
                    .append(i % 7);
            text.append('\n');
        }
        String twice = "20000,1,0,5,5\n20000,2,0,5,6\n";
        FilePlan ordered = Tables.plan(MemoryFile.of("t.csv", text + twice));
        FilePlan late = Tables.plan(MemoryFile.of("t.csv", text + twice + "0,3,0,7,7\n"));
        FilePlan none = Tables.plan(MemoryFile.of("t.csv", text + twice + "20000,2,0,5,6\n"));

        assertThat(Phrase.english(ordered.reasons()))
                .endsWith("keys ASEQ: unique within each subject in all 140002 records");
        assertThat(Phrase.english(late.reasons()))
                .endsWith("keys ASEQ: unique within each subject in all 140003 records");
        assertThat(Phrase.english(none.reasons()))
                .endsWith("keys AESEQ: not unique within each subject; records with the same key are told apart by"
                        + " their order");
    }

    @Test
    void search_moreHashesThanAllowed_leavesTheLeastSureUnchecked() throws Exception {
        Schema schema = Schema.ofNames(List.of("S", "A", "B"));
        List<KeyCandidate> candidates =
                List.of(new KeyCandidate(List.of("A"), true), new KeyCandidate(List.of("B"), true));
        StringBuilder text = new StringBuilder("S,A,B\n");
        for (int i = 0; i < 1_000; i++) {
            text.append(i % 2).append(',').append(i).append(',').append(i).append('\n');
        }

        assertThat(outcomes(text.toString(), schema, candidates, 1_500))
                .containsExactly(KeySearch.Outcome.UNIQUE, KeySearch.Outcome.UNCHECKED);
        assertThat(outcomes(text.toString(), schema, candidates, 500))
                .containsExactly(KeySearch.Outcome.UNCHECKED, KeySearch.Outcome.UNCHECKED);
        assertThat(outcomes(text + "0,0,1000\n", schema, candidates, 5_000))
                .containsExactly(KeySearch.Outcome.REPEATED, KeySearch.Outcome.UNIQUE);
    }

    private static List<KeySearch.Outcome> outcomes(
            String text, Schema schema, List<KeyCandidate> candidates, int mostHashes) throws Exception {
        CsvDialect dialect = new CsvDialect(',', Optional.of('"'), TextEncoding.UTF_8);
        KeySearch<ScannedRecords> search = new KeySearch<>(
                wanted -> new FieldHashes(dialect, wanted), schema, List.of("S"), candidates, true, mostHashes);
        try (CsvTableReader reader = CsvImporter.reader(MemoryFile.of("t.csv", text), dialect, CsvTableReader.PIECE)) {
            reader.nextTable();
            for (var some = reader.nextRecords(); some.isPresent(); some = reader.nextRecords()) {
                search.add(some.get(), some.get().count());
            }
        }
        assertThat(search.isConclusive()).isTrue();
        return List.of(search.outcome(0), search.outcome(1));
    }
}
