package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.record.Cell;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.testing.SlowLog;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;

/** Event logs from seal to seal: their bytes against a slow calculation, and what is refused. */
class LogSealTest {
    private static final List<String> COLUMNS = List.of("USUBJID", "EVENT", "FORM");

    @TempDir
    private Path folder;

    private static TestTable log(List<List<Cell>> rows) {
        return TestTable.grouped("consent", COLUMNS, rows);
    }

    private static List<List<Cell>> events(int from, int to) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            rows.add(List.of(
                    Cell.text("S-" + i * 7 % 5), Cell.text("event " + i), Cell.ofCharacters(i % 3 == 0 ? "" : "1")));
        }
        return rows;
    }

    private TestStudy study(TestTable table) throws Exception {
        return new TestStudy(folder).log("consent.bin", LogOrder.OLDEST_FIRST, table);
    }

    private EvidenceFolder first(TestTable table) throws Exception {
        return study(table).seal("seal-1");
    }

    private EvidenceFolder after(EvidenceFolder previous, TestTable table) throws Exception {
        return after(previous, study(table));
    }

    private EvidenceFolder after(EvidenceFolder previous, TestStudy study) throws Exception {
        String out = "seal-" + (previous.statement().place().seal() + 1);
        return study.seal(study.requestAfter(out, previous.files().folder())).folder();
    }

    private static LogEntry entry(EvidenceFolder seal) {
        return (LogEntry) seal.entries().get(1);
    }

    /** Compares root and stored leaves with the slow calculation of tables that were appended one after the other. */
    private void requireAsComputed(EvidenceFolder seal, TestTable... appended) throws Exception {
        try (StudyStore store = new TestStudy(folder).store(seal)) {
            SlowLog slow = new SlowLog(store, seal.statement().ledger());
            for (TestTable table : appended) {
                slow.append(table);
            }
            assertThat(entry(seal).records()).isEqualTo(slow.leaves.size());
            assertThat(entry(seal).root().toArray()).isEqualTo(slow.root());
            byte[] leaves = Files.readAllBytes(seal.files().dataset(1).leaves());
            for (int i = 0; i < slow.leaves.size(); i++) {
                assertThat(Arrays.copyOfRange(leaves, 32 * i, 32 * i + 32))
                        .as("leaf %d", i)
                        .isEqualTo(SpecHash.h(0x00, slow.leaves.get(i)));
            }
        }
    }

    private LogSchemas schemas(EvidenceFolder seal) throws Exception {
        return seal.unlock(new TestStudy(folder).passphrase())
                .log("consent", seal.statement().place().seal())
                .schemasValue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 40, 700})
    void seal_logOfManySizes_isAsComputedSlowly(int records) throws Exception {
        TestTable table = log(events(0, records));

        requireAsComputed(first(table), table);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 128, 129, 193})
    void seal_logOfManyWidths_isAsComputedSlowly(int columns) throws Exception {
        List<String> names = TestTable.names("C", columns);
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            rows.add(Collections.nCopies(columns, Cell.text("value " + i % 4)));
        }
        TestTable table = TestTable.grouped("consent", names, rows);

        requireAsComputed(first(table), table);
    }

    @Test
    void seal_logWithoutSubjects_isUnderTheSecretOfTheStudy() throws Exception {
        TestTable table = TestTable.ungrouped("consent", COLUMNS, events(0, 12));

        requireAsComputed(first(table), table);
    }

    @Test
    void seal_logThatGrowsOverThreeSeals_keepsTheLeavesOfEachRecord() throws Exception {
        EvidenceFolder one = first(log(events(0, 10)));
        EvidenceFolder two = after(one, log(events(0, 10)));
        EvidenceFolder three = after(two, log(events(0, 300)));

        requireAsComputed(one, log(events(0, 10)));
        assertThat(entry(two).root()).isEqualTo(entry(one).root());
        requireAsComputed(three, log(events(0, 300)));
        assertThat(entry(one).previous()).isEmpty();
        assertThat(entry(three).previous()).isEqualTo(OptionalLong.of(2));
        assertThat(schemas(three).count()).isEqualTo(1);
        assertThat(EarlierLogs.of(three).of("consent"))
                .extracting(log -> log.seal())
                .containsExactly(1L, 2L);
    }

    @Test
    void seal_columnAddedInTheMiddle_leavesOldRecordsUnderTheirSchema() throws Exception {
        List<String> more = List.of("USUBJID", "WITNESS", "EVENT", "FORM");
        TestTable added = TestTable.grouped("consent", more, TestTable.rows("S-9,nurse,event 10,2", "S-1,,event 11,2"));
        EvidenceFolder one = first(log(events(0, 10)));
        List<List<Cell>> export = new ArrayList<>();
        events(0, 10).forEach(row -> export.add(List.of(row.get(0), Cell.missing(""), row.get(1), row.get(2))));
        export.addAll(added.rows());
        EvidenceFolder two = after(one, TestTable.grouped("consent", more, export));

        requireAsComputed(two, log(events(0, 10)), added);
        assertThat(schemas(two).list()).extracting(LogSchemas.Since::from).containsExactly(0L, 10L);
        assertThat(entry(two).columns()).isEqualTo(4);
    }

    @Test
    void seal_emptyLogThatGetsOtherColumns_beginsWithThem() throws Exception {
        EvidenceFolder one = first(log(List.of()));
        TestTable other = TestTable.grouped("consent", List.of("SUBJID", "WHAT"), TestTable.rows("S-1,signed"));

        requireAsComputed(after(one, other), other);
    }

    @Test
    void seal_newestFirst_reversesTheExportAndMayChangeItsOrderLater() throws Exception {
        EvidenceFolder one = first(log(events(0, 20)));
        List<List<Cell>> reversed = events(0, 33);
        Collections.reverse(reversed);
        EvidenceFolder two = after(one, new TestStudy(folder).log("consent.bin", LogOrder.NEWEST_FIRST, log(reversed)));

        requireAsComputed(two, log(events(0, 33)));
    }

    @Test
    void seal_sealsInBetweenWithoutTheLog_carryItsPast() throws Exception {
        EvidenceFolder one = first(log(events(0, 10)));
        EvidenceFolder two = after(one, new TestStudy(folder).document("protocol.txt", new byte[10]));

        assertRefused(two, log(events(1, 15)), "one of its first 10 records is another one");
        EvidenceFolder three = after(two, log(events(0, 15)));
        requireAsComputed(three, log(events(0, 15)));
        assertThat(entry(three).previous()).isEqualTo(OptionalLong.of(1));
    }

    @Test
    void seal_logAsDatasetAfterwards_isNotRefused() throws Exception {
        EvidenceFolder one = first(log(events(0, 10)));

        assertThat(after(one, new TestStudy(folder).tables("consent.bin", log(events(3, 5))))
                        .entries())
                .hasSize(2);
    }

    private void assertRefused(EvidenceFolder previous, TestTable table, String... words) {
        assertThatThrownBy(() -> after(previous, table))
                .isInstanceOf(SealRefusedException.class)
                .hasMessageContainingAll(words)
                .hasMessageNotContainingAny("S-1", "event 3");
        assertThat(folder.resolve("seal-" + (previous.statement().place().seal() + 1)))
                .doesNotExist();
    }

    @Test
    void seal_alteredOldRecord_isRefusedByItsNumber() throws Exception {
        EvidenceFolder one = first(log(events(0, 300)));
        List<List<Cell>> altered = events(0, 310);
        altered.set(255, List.of(Cell.text("S-1"), Cell.text("event 255"), Cell.text("2")));

        assertRefused(one, log(altered), "consent did not only grow", "its record 256", "--supersedes 1");
    }

    @Test
    void seal_insertedRemovedOrReorderedRecord_isRefused() throws Exception {
        EvidenceFolder one = first(log(events(0, 30)));
        List<List<Cell>> inserted = events(0, 30);
        inserted.add(4, events(99, 100).get(0));
        List<List<Cell>> removed = events(0, 31);
        removed.remove(4);
        List<List<Cell>> reordered = events(0, 30);
        Collections.swap(reordered, 4, 5);

        for (List<List<Cell>> rows : List.of(inserted, removed, reordered)) {
            assertRefused(one, log(rows), "its record 5,");
        }
    }

    @Test
    void seal_shrunkLog_isRefused() throws Exception {
        assertRefused(first(log(events(0, 10))), log(events(0, 9)), "it has 9 records, fewer than the 10 it had");
    }

    @Test
    void seal_columnNamesSwapped_isRefused() throws Exception {
        EvidenceFolder one = first(log(events(0, 10)));
        TestTable swapped = TestTable.grouped("consent", List.of("USUBJID", "FORM", "EVENT"), events(0, 10));

        assertRefused(one, swapped, "its record 1,");
    }

    @Test
    void seal_columnRenamedOrRemoved_isRefused() throws Exception {
        EvidenceFolder one = first(log(events(0, 10)));

        assertRefused(
                one,
                TestTable.grouped("consent", List.of("USUBJID", "EVENT", "VERSION"), events(0, 10)),
                "lost the column FORM");
        assertRefused(one, TestTable.grouped("consent", List.of("USUBJID", "EVENT"), TestTable.rows("S-1,e")), "FORM");
    }

    @Test
    void seal_valueInAnAddedColumnOfAnOldRecord_isRefused() throws Exception {
        EvidenceFolder one = first(log(events(0, 10)));
        List<List<Cell>> filled = new ArrayList<>();
        for (List<Cell> row : events(0, 10)) {
            List<Cell> more = new ArrayList<>(row);
            more.add(filled.size() == 8 ? Cell.text("x") : Cell.missing("NULL"));
            filled.add(more);
        }

        assertRefused(
                one,
                TestTable.grouped("consent", List.of("USUBJID", "EVENT", "FORM", "NOTE"), filled),
                "record 9 got a value in the added column NOTE");
    }

    @Test
    void seal_otherSubjectColumn_isRefused() throws Exception {
        EvidenceFolder one = first(log(events(0, 10)));

        assertRefused(one, TestTable.ungrouped("consent", COLUMNS, events(0, 10)), "subject column of event log");
    }

    @Test
    void open_listOfEarlierLogsThatWasChanged_isMalformed() throws Exception {
        EvidenceFolder one = first(log(events(0, 10)));
        EvidenceFolder two = after(one, log(events(0, 11)));
        String lines = Files.readString(two.files().logs());

        Files.writeString(two.files().logs(), lines.replace("\"records\":10", "\"records\":9"));

        assertThatThrownBy(() -> after(two, log(events(0, 12)))).hasMessageContaining("does not fit the earlier seals");
    }
}
