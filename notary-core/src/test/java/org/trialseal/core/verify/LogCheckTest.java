package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.u32;
import static org.trialseal.core.testing.SpecHash.u64;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.proof.ShownField;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.proof.ShownRun;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.SpecLogs;
import org.trialseal.core.testing.SpecPackage;

/** Event logs that were made by the words of the spec, true and forged. */
class LogCheckTest {
    private static final String DATA = "data:consent";
    private static final String APPEND = "append:consent";

    private final SpecLogs logs = new SpecLogs(5, 8, 13, 7).seal();

    private static VerificationReport verify(SpecLogs logs, byte[]... disclosure) throws Exception {
        return Packages.practice().verify(logs.show(cat((Object[]) disclosure)).file());
    }

    @Test
    void verify_logShownWhole_passes() throws Exception {
        VerificationReport report = verify(logs, logs.head(), logs.allRecords());

        Packages.assertPassed(report);
        assertThat(report.checks()).extracting(Check::id).contains(DATA, "completeness:consent", APPEND);
        assertThat(Packages.check(report, APPEND).detail())
                .isEqualTo(
                        "The 3 seals that hold the log, from seal 1 to seal 3, only appended: 5 records in the first,"
                                + " 13 now.");
    }

    @Test
    void verify_singleRecords_passUnderTheirOwnSchemas() throws Exception {
        for (int index = 0; index < 13; index++) {
            Packages.assertPassed(verify(logs, logs.head(), logs.records(index)));
        }
        Packages.assertPassed(verify(logs, logs.head(), logs.records(0, 6, 7, 12)));
    }

    @Test
    void verify_emptyAndUnchangedEarlierLogs_pass() throws Exception {
        for (int[] sizes : new int[][] {{0, 0, 4}, {4, 4, 4}, {0, 0, 0}, {1, 2, 3}, {8, 8, 9}}) {
            SpecLogs some = new SpecLogs(sizes[0], sizes[1], sizes[2], 100);
            some.after = some.before;
            some.schemas = LogSchemas.first(Schema.ofNames(some.before)).toJson();
            some.seal();
            Packages.assertPassed(verify(some, some.head(), some.allRecords()));
        }
    }

    @Test
    void verify_noHistory_isOpenButNotRequired() throws Exception {
        VerificationReport report = verify(logs, SpecLogs.headOf(), logs.allRecords());

        Packages.assertPassed(report);
        Packages.assertCheck(report, APPEND, Reason.NO_HISTORY);
        assertThat(Packages.check(report, APPEND).required()).isFalse();
    }

    @Test
    void verify_logThatBeginsInThisSeal_needsNoHistory() throws Exception {
        logs.previous[2] = 0;
        VerificationReport report = verify(logs.seal(), SpecLogs.headOf(), logs.allRecords());

        Packages.assertPassed(report);
        assertThat(Packages.check(report, APPEND).passed()).isTrue();
    }

    @Test
    void verify_sealLeftOutOfTheHistory_isIndeterminate() throws Exception {
        for (byte[] history : List.of(SpecLogs.headOf(logs.earlier(1)), SpecLogs.headOf(logs.earlier(2)))) {
            VerificationReport report = verify(logs, history, logs.allRecords());
            Packages.assertCheck(report, APPEND, Reason.HISTORY_INCOMPLETE);
            assertThat(report.verdict()).isEqualTo(Result.INDETERMINATE);
        }
    }

    @Test
    void verify_entryThatPassesOverASeal_fails() throws Exception {
        logs.previous[2] = 1;
        Packages.assertFailed(verify(logs.seal(), logs.head(), logs.allRecords()), APPEND, Reason.HISTORY_DIFFERS);
        logs.previous[2] = 0;
        Packages.assertFailed(verify(logs.seal(), logs.head(), logs.allRecords()), APPEND, Reason.HISTORY_DIFFERS);
        logs.previous[2] = 3;
        Packages.assertFailed(verify(logs.seal(), logs.head(), logs.allRecords()), APPEND, Reason.HISTORY_DIFFERS);
    }

    @Test
    void verify_anyHashOfAConsistencyProofForged_fails() throws Exception {
        for (int seal = 1; seal <= 2; seal++) {
            for (int i = 0; i < logs.proof(seal).size(); i++) {
                List<byte[]> forged = new ArrayList<>(logs.proof(seal));
                byte[] hash = forged.get(i).clone();
                hash[31] ^= 1;
                forged.set(i, hash);
                assertNotAppended(seal, forged);
            }
        }
    }

    private void assertNotAppended(int seal, List<byte[]> proof) throws Exception {
        byte[] forged = logs.earlier(seal, SpecLogs.LOG, proof);
        byte[] history =
                seal == 1 ? SpecLogs.headOf(forged, logs.earlier(2)) : SpecLogs.headOf(logs.earlier(1), forged);
        Packages.assertFailed(verify(logs, history, logs.allRecords()), APPEND, Reason.NOT_APPENDED);
    }

    @Test
    void verify_consistencyProofDroppedShortenedOrLengthened_fails() throws Exception {
        List<byte[]> proof = logs.proof(2);
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(proof.get(0));

        assertNotAppended(2, List.of());
        assertNotAppended(2, proof.subList(1, proof.size()));
        assertNotAppended(2, longer);
        assertNotAppended(2, logs.proof(1));
    }

    @Test
    void verify_historyOfAnotherLog_fails() throws Exception {
        byte[] other = logs.earlier(1, SpecLogs.OTHER, logs.proof(1));

        Packages.assertFailed(
                verify(logs, SpecLogs.headOf(other, logs.earlier(2)), logs.allRecords()), APPEND, Reason.LOG_DIFFERS);
    }

    @Test
    void verify_earlierEntryThatTheSealDoesNotHold_fails() throws Exception {
        SpecLogs another = new SpecLogs(4, 8, 13, 7).seal();

        Packages.assertFailed(
                verify(logs, SpecLogs.headOf(another.earlier(1), logs.earlier(2)), logs.allRecords()),
                APPEND,
                Reason.ENTRY_DIFFERS);
    }

    @Test
    void verify_logThatShrankInBetween_fails() throws Exception {
        SpecLogs shrunk = new SpecLogs(8, 5, 13, 7).seal();

        Packages.assertFailed(verify(shrunk, shrunk.head(), shrunk.allRecords()), APPEND, Reason.LOG_SHRANK);
    }

    @Test
    void verify_logSmallerThanBefore_fails() throws Exception {
        SpecLogs shrunk = new SpecLogs(5, 13, 8, 7).seal();
        byte[] history = SpecLogs.headOf(shrunk.earlier(1), shrunk.earlier(2, SpecLogs.LOG, List.of()));

        Packages.assertFailed(verify(shrunk, history, shrunk.allRecords()), APPEND, Reason.NOT_APPENDED);
    }

    @Test
    void verify_oldRecordRewrittenInALaterSeal_failsWhateverTheProof() throws Exception {
        logs.rows.set(2, List.of(Cell.text("S-2"), Cell.text("another event")));
        logs.trees.set(2, logs.leaves(13));
        logs.seal();
        VerificationReport report = verify(logs, logs.head(), logs.allRecords());

        Packages.assertFailed(report, APPEND, Reason.NOT_APPENDED);
        assertThat(Packages.check(report, DATA).passed()).isTrue();
    }

    @Test
    void verify_columnNamesSwappedForOldRecords_fails() throws Exception {
        logs.schemas = SpecLogs.schemas(0, List.of("EVENT", "USUBJID"), 7, logs.after);
        logs.seal();

        Packages.assertFailed(verify(logs, logs.head(), logs.allRecords()), DATA, Reason.ROOT_DIFFERS);
        Packages.assertFailed(verify(logs, logs.head(), logs.records(2)), DATA, Reason.RECORD_DIFFERS);
        Packages.assertPassed(verify(logs, logs.head(), logs.records(9)));
    }

    @Test
    void verify_columnNamesSwappedInAllLeavesOfTheNextSeal_fails() throws Exception {
        logs.before = List.of("EVENT", "USUBJID");
        logs.schemas = SpecLogs.schemas(0, logs.before, 7, logs.after);
        logs.trees.set(2, logs.leaves(13));
        logs.seal();
        VerificationReport report = verify(logs, logs.head(), logs.allRecords());

        Packages.assertFailed(report, APPEND, Reason.NOT_APPENDED);
        assertThat(Packages.check(report, DATA).passed()).isTrue();
    }

    @Test
    void verify_schemasThatContradictTheEntry_fail() throws Exception {
        for (int from : new int[] {14, 7}) {
            List<String> names = from == 7 ? List.of("A", "B", "C") : logs.after;
            logs.schemas = SpecLogs.schemas(0, logs.before, from, names);
            Packages.assertFailed(
                    verify(logs.seal(), logs.head(), logs.allRecords()), "entries", Reason.SCHEMA_DIFFERS);
        }
    }

    @Test
    void verify_settingsWithoutOrder_fail() throws Exception {
        logs.order = "by-date";

        Packages.assertFailed(verify(logs.seal(), logs.head(), logs.allRecords()), "entries", Reason.SCHEMA_DIFFERS);
    }

    @Test
    void verify_everyChangedByteOfARecord_fails() throws Exception {
        byte[] head = logs.head();
        byte[] records = logs.records(3);
        byte[] original = records.clone();
        for (int at = 17; at < records.length; at++) {
            records[at] ^= 1;
            try {
                assertThat(verify(logs, head, records).verdict())
                        .as("byte %d", at)
                        .isEqualTo(Result.FAILED);
            } catch (MalformedException e) {
                assertThat(e).hasMessageContaining("0001.log");
            }
            records[at] = original[at];
        }
    }

    @Test
    void verify_nothingShown_isIndeterminate() throws Exception {
        VerificationReport report = verify(logs, logs.head(), logs.records());

        Packages.assertCheck(report, DATA, Reason.NOTHING_SHOWN);
        assertThat(report.verdict()).isEqualTo(Result.INDETERMINATE);
    }

    @Test
    void verify_whatTheGrammarDoesNotAllow_isMalformed() {
        byte[] flags = SpecLogs.headOf();
        flags[20] = 2;
        assertMalformed("flags", flags, logs.allRecords());
        byte[] empty = SpecLogs.headOf();
        empty[20] = 1;
        assertMalformed("empty history", empty, u32(0), logs.allRecords());
        assertMalformed("do not ascend", SpecLogs.headOf(logs.earlier(2), logs.earlier(1)), logs.allRecords());
        assertMalformed("do not ascend", SpecLogs.headOf(logs.earlier(3)), logs.allRecords());
        assertMalformed(
                "no event log", SpecLogs.headOf(logs.earlier(1, SpecLogs.SOURCE, List.of())), logs.allRecords());
        assertMalformed("do not ascend", logs.head(), logs.records(5, 4));
        assertMalformed("more records", logs.head(), u64(14));
        assertMalformed("follows the end", logs.head(), logs.allRecords(), new byte[1]);
        assertMalformed("ends too early", logs.head(), SpecHash.u64(1));
        assertMalformed("another artifact", cat(SpecHash.ascii("trialseal/1 log\n"), u32(2), 0), logs.allRecords());
    }

    private void assertMalformed(String words, byte[]... disclosure) {
        assertThatThrownBy(() -> verify(logs, disclosure))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining(words);
    }

    @Test
    void verify_subjectColumnNotInTheFirstSchema_fails() throws Exception {
        logs.schemas = SpecLogs.schemas(0, List.of("SITE", "EVENT"), 7, List.of("SITE", "USUBJID", "EVENT"));
        VerificationReport report = verify(logs.seal(), logs.head(), logs.allRecords());

        Packages.assertFailed(report, "entries", Reason.SCHEMA_DIFFERS);
        assertThat(Packages.check(report, "entries").detail())
                .isEqualTo("\"consent\": its subject column is not in its first schema.");
    }

    @Test
    void verify_schemasAndSettingsNotOpened_isIndeterminate() throws Exception {
        SpecPackage made = logs.show(cat(logs.head(), logs.allRecords()));
        made.put(SpecPackage.OPENINGS, SpecHash.ascii("{\"openings\":[]}"));
        VerificationReport report = Packages.practice().verify(made.file());

        Packages.assertCheck(report, DATA, Reason.NOT_OPENED);
        assertThat(report.verdict()).isEqualTo(Result.INDETERMINATE);
    }

    @Test
    void disclosed_oneFieldBehindAHiddenRun_isNamedByItsColumn() throws Exception {
        List<String> names = IntStream.rangeClosed(1, 70).mapToObj(j -> "C" + j).toList();
        LogEntry entry = new LogEntry(
                "wide",
                Bytes.copyOf(new byte[16]),
                0,
                names.size(),
                2,
                Sha256.of(),
                Sha256.of(),
                Sha256.of(),
                OptionalLong.empty());
        AppendCheck append = new AppendCheck(entry, 3, seal -> Optional.empty());
        LogCheck check = new LogCheck(entry, LogSchemas.first(Schema.ofNames(names)), append, DisclosureListener.NONE);
        List<ShownField> fields = new ArrayList<>(Collections.nCopies(6, new ShownField.Hidden(Sha256.of())));
        fields.set(1, new ShownField.Open(Bytes.copyOf(new byte[16]), Cell.text("x")));
        check.records(1);
        check.shown(new ShownRecord(
                0, Optional.empty(), List.of(new ShownRun.Hidden(Sha256.of()), new ShownRun.Open(fields))));

        assertThat(check.disclosed(1).columns()).containsExactly("C66");
        assertThat(check.disclosed(1).extent()).isEqualTo(Disclosed.Extent.FIELDS);
    }
}
