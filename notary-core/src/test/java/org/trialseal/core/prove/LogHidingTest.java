package org.trialseal.core.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.record.Cell;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.core.seal.Opening;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.testing.SlowLog;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;

/** Packages that show an event log are searched for everything that they do not show, of this seal and of those before. */
class LogHidingTest {
    private static final String LOG = "consent";
    /** The entry of the log's file in both seals. */
    private static final int LOG_FILE = 2;

    private static final int BEFORE = 20;
    private static final int NOW = 30;
    private static final List<String> COLUMNS = List.of("USUBJID", "WITNESS", "EVENT");

    @TempDir
    private Path folder;

    private final TestTable log = TestTable.grouped(LOG, COLUMNS, rows(NOW));
    private final TestTable early =
            TestTable.grouped("EARLY-TABLE", List.of("EARLYCOL", "EARLYARM"), TestTable.rows("person-1", "earlyarm-A"));
    private final TestTable late =
            TestTable.grouped("LATE-TABLE", List.of("LATECOL", "LATEARM"), TestTable.rows("person-2", "latearm-B"));
    private final byte[] document = TestStudy.content(3_000);
    private Proving first;
    private Proving second;

    private static List<List<Cell>> rows(int count) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(List.of(Cell.text(person(i)), Cell.text("<nurse " + i + ">"), Cell.text("<event " + i + ">")));
        }
        return rows;
    }

    private static String person(int row) {
        return "person-" + row % 4 + ".";
    }

    @BeforeEach
    void sealTwice() throws Exception {
        TestStudy study = new TestStudy(folder)
                .tables("early.bin", early)
                .log("log.bin", LogOrder.OLDEST_FIRST, log.withRows(rows(BEFORE)))
                .document("early.pdf", document);
        EvidenceFolder seal = study.seal("seal-1");
        first = Proving.of(folder, study, seal);
        TestStudy later = new TestStudy(folder)
                .tables("late.bin", late)
                .log("log.bin", LogOrder.OLDEST_FIRST, log)
                .document("late.pdf", TestStudy.content(3_001));
        second = Proving.of(
                folder,
                later,
                later.seal(later.requestAfter("seal-2", folder.resolve("seal-1")))
                        .folder());
        second.withData("log.bin", log);
    }

    private static void requireAbsent(Haystack haystack, byte[] needle, String what) {
        assertThat(haystack.holds(needle)).as(what).isFalse();
    }

    private static void requireAbsent(Haystack haystack, String needle) {
        assertThat(haystack.holds(needle)).as(needle).isFalse();
    }

    /** No package shows any of this, but the file of the log when all of it is shown. */
    private void requireSecretsHidden(Haystack haystack, boolean logFileIsShown) throws Exception {
        try (StudyStore store = second.study.store(second.seal)) {
            requireAbsent(haystack, store.studySecret().orElseThrow().value().toArray(), "the study's secret");
            SlowLog slow = new SlowLog(store, second.seal.statement().ledger());
            for (int person = 0; person < 4; person++) {
                Cell subject = Cell.text(person(person));
                requireAbsent(
                        haystack, store.secret(subject).orElseThrow().value().toArray(), "a subject's secret");
                requireAbsent(haystack, slow.key(LOG, Optional.of(subject)), "a key of the log");
            }
            requireFilesHidden(haystack, store.fileOpenings(1), -1);
            requireFilesHidden(haystack, store.fileOpenings(2), logFileIsShown ? LOG_FILE : -1);
        }
        requireAbsent(haystack, folder.toString());
    }

    private static void requireFilesHidden(Haystack haystack, Map<Integer, Opening> files, int shown) {
        assertThat(files).hasSize(3);
        files.forEach((artifact, opening) -> {
            boolean isShown = artifact == shown;
            assertThat(haystack.holds(opening.salt().toArray())).isEqualTo(isShown);
            assertThat(haystack.holds(opening.fileDigest().toArray())).isEqualTo(isShown);
            assertThat(haystack.holds("\"length\":" + opening.fileLength())).isEqualTo(isShown);
        });
    }

    /** Nothing of the artifacts beside the log. */
    private void requireOthersHidden(Haystack haystack) throws Exception {
        for (String word : List.of("EARLY", "LATE-", "LATECOL", "earlyarm", "latearm", "early.", "late.")) {
            requireAbsent(haystack, word);
        }
        requireAbsent(haystack, java.util.Arrays.copyOf(document, 32), "a document");
        for (Proving proving : List.of(first, second)) {
            requireAbsent(haystack, proving.openings.get(1).tagKey().toArray(), "a tag key");
            requireAbsent(haystack, proving.openings.get(1).schema().salt().toArray(), "the salt of a schema");
            requireAbsent(haystack, proving.openings.get(1).settings().salt().toArray(), "the salt of settings");
        }
    }

    private byte[] salt(int record, int column) throws Exception {
        try (StudyStore store = second.study.store(second.seal)) {
            SlowLog slow = new SlowLog(store, second.seal.statement().ledger());
            return SpecHash.salt(slow.key(LOG, Optional.of(Cell.text(person(record)))), record, column);
        }
    }

    @Test
    void package_ofRecordsOfALog_hidesAllElse() throws Exception {
        Path file = second.proveRecord(LOG, Map.of("EVENT", "<event 25>"), "WITNESS");
        Proving.verified(file);
        Haystack haystack = Haystack.of(file);
        for (int record = 0; record < NOW; record++) {
            for (int column = 1; column <= COLUMNS.size(); column++) {
                assertThat(haystack.holds(salt(record, column)))
                        .as("salt of record %d, column %d", record, column)
                        .isEqualTo(record == 25 && column == 2);
            }
            assertThat(haystack.holds("<nurse " + record + ">")).isEqualTo(record == 25);
            requireAbsent(haystack, "<event " + record + ">");
            requireAbsent(haystack, person(record));
        }
        requireSecretsHidden(haystack, false);
        requireOthersHidden(haystack);
    }

    @Test
    void package_ofAWholeLog_showsNoKeyAndNothingOfOtherArtifacts() throws Exception {
        Path file = second.prove(List.of(new Selection.All(Set.of(LOG))));
        Proving.verified(file);
        Haystack haystack = Haystack.of(file);
        for (int record = 0; record < NOW; record++) {
            assertThat(haystack.holds(salt(record, 3))).as("control").isTrue();
            assertThat(haystack.holds("<event " + record + ">")).as("control").isTrue();
        }
        requireSecretsHidden(haystack, true);
        requireOthersHidden(haystack);
    }

    @Test
    void package_ofALaterSeal_showsOfEarlierOnesOnlyStatementsAndTheLogsEntries() throws Exception {
        Haystack haystack = Haystack.of(second.prove(List.of(new Selection.All(Set.of(LOG)))));
        assertThat(haystack.holds(Files.readAllBytes(folder.resolve("seal-1").resolve("seal.json"))))
                .as("the earlier statement is there")
                .isTrue();
        for (SealEntry entry : first.seal.entries()) {
            byte[] json = entry.toJson().canonicalBytes();
            boolean isLog = entry.name().equals(LOG);
            assertThat(haystack.holds(json)).as(entry.name()).isEqualTo(isLog);
            assertThat(haystack.holds(entry.salt().toArray())).as(entry.name()).isEqualTo(isLog);
        }
        requireAbsent(haystack, new String(document, 0, 64, StandardCharsets.ISO_8859_1));
    }
}
