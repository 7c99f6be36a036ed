package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.u64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.proof.ShownGroup;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.seal.Opening;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.SpecLogs;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

final class DisclosureListenerTest {
    private final SpecStudy study = SpecStudy.sample();
    private final SpecDataset lb = study.dataset(SpecStudy.LB);

    /** Writes down what it receives. */
    private static final class Recorder implements DisclosureListener {
        private final List<String> heard = new ArrayList<>();
        private final Map<Long, List<Cell>> rows = new TreeMap<>();
        private final Map<Long, Long> indices = new TreeMap<>();
        private final List<GroupHashes> hashes = new ArrayList<>();

        @Override
        public void entry(int artifact, SealEntry entry) {
            heard.add("entry " + entry.name());
        }

        @Override
        public void opening(int artifact, Opening opening) {
            heard.add("opening " + artifact + " " + opening.kind().word());
        }

        @Override
        public void beginDataset(int artifact, DatasetEntry entry, Schema schema, ImportSettings settings) {
            heard.add("dataset " + entry.name() + " by " + settings.subject().orElse("nobody"));
        }

        @Override
        public void wholeGroup(ShownGroup group, GroupKey key) {
            heard.add("whole " + group.count());
        }

        @Override
        public void partialGroup(ShownGroup group, long shown) {
            heard.add("partial " + shown + " of " + group.count());
        }

        @Override
        public void record(long index, long position, RowBatch batch, int row) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < batch.columns(); column++) {
                cells.add(batch.cell(row, column));
            }
            rows.put(position, cells);
            indices.put(position, index);
        }

        @Override
        public void shown(ShownRecord record) {
            heard.add("record " + record.index());
        }

        @Override
        public void hashes(GroupHashes known) {
            heard.add("hashes");
            hashes.add(known);
        }

        @Override
        public void endGroup() {
            heard.add("end of group");
        }

        @Override
        public void beginLog(int artifact, LogEntry entry, LogSchemas schemas, ImportSettings settings) {
            heard.add("log " + entry.name() + " of " + schemas.count() + " schemas by "
                    + settings.subject().orElse("nobody"));
        }

        @Override
        public void beginDocument(int artifact, DocumentEntry entry) {
            heard.add("document " + entry.name());
        }

        @Override
        public void document(byte[] bytes, int length) {
            heard.add(length + " bytes");
        }

        @Override
        public void end(int artifact, boolean passed) {
            heard.add("end " + artifact + " " + passed);
        }
    }

    @Test
    void verify_wholeDatasetAndDocument_handsOnEveryRecordAndByte() throws Exception {
        Recorder recorder = new Recorder();
        SpecPackage made = study.show(new TreeMap<>(Map.of(
                SpecStudy.LB, lb.everything(3),
                SpecStudy.PROTOCOL, study.document(SpecStudy.PROTOCOL).content())));
        Packages.assertPassed(Packages.practice().verify(made.file(), recorder));

        assertThat(recorder.rows.values()).containsExactlyElementsOf(lb.rows);
        List<Cell> subjects = lb.rows.stream().map(row -> row.get(0)).toList();
        for (int row = 0; row < subjects.size(); row++) {
            assertThat(recorder.indices.get((long) row))
                    .as("index of row %s", row)
                    .isEqualTo(Collections.frequency(subjects.subList(0, row), subjects.get(row)));
        }
        assertThat(recorder.heard)
                .containsSubsequence(
                        "entry LB",
                        "entry protocol.txt",
                        "opening 1 schema",
                        "opening 1 settings",
                        "opening 5 file",
                        "dataset LB by USUBJID",
                        "end 1 true",
                        "document protocol.txt",
                        "1000 bytes",
                        "end 5 true");
        assertThat(recorder.heard).filteredOn(line -> line.startsWith("whole")).hasSize(lb.groups.size());
    }

    @Test
    void verify_someRecords_handsOnTheirPlaces() throws Exception {
        Recorder recorder = new Recorder();
        int twos = lb.indexOf(Cell.text("S-02"));
        byte[] shown = cat(lb.head(0), u64(1), lb.partial(0, twos, List.of(1, 3), List.of(4)));
        Packages.practice().verify(study.show(SpecStudy.LB, shown).file(), recorder);

        assertThat(recorder.heard).containsSubsequence("partial 2 of 4", "record 1", "record 3", "end 1 true");
    }

    @Test
    void verify_datasetThatFails_saysSoAtItsEnd() throws Exception {
        Recorder recorder = new Recorder();
        byte[] shown = Damage.in(lb.everything(2), "2/4", 0);
        Packages.practice().verify(study.show(SpecStudy.LB, shown).file(), recorder);

        assertThat(recorder.heard).endsWith("end 1 false");
    }

    @Test
    void verify_datasetDamagedBeyondItsGrammar_endsAsNotPassed() throws Exception {
        byte[] shown = lb.everything(2);
        byte[] archive = study.show(SpecStudy.LB, shown).bytes();
        byte[] row = Arrays.copyOfRange(lb.row(3), 8, 13);
        for (byte[] place : List.of(row, lb.head(2), lb.groups.get(3).tag)) {
            Recorder recorder = new Recorder();
            int at = Damage.indexOf(archive, place, 0);
            VerificationReport report =
                    Packages.practice().verify(SpecPackage.file(Damage.at(archive, at, 0x70)), recorder);
            Packages.assertFailed(report, "package", Reason.DAMAGED);
            Packages.assertFailed(report, "data:LB", Reason.DAMAGED);
            assertThat(recorder.heard).contains("dataset LB by USUBJID").endsWith("end 1 false");
        }
    }

    @Test
    void verify_entryThatFailed_isNotHandedOn() throws Exception {
        Recorder recorder = new Recorder();
        SpecPackage made = study.show(SpecStudy.LB, lb.everything(2));
        made.put(SpecPackage.ENTRIES, Damage.in(made.get(SpecPackage.ENTRIES), "\"columns\":4", 0));
        Packages.practice().verify(made.file(), recorder);

        assertThat(recorder.heard).isEmpty();
    }

    @Test
    void verify_groupWholeOrInPart_handsOnItsHashesBeforeItsEnd() throws Exception {
        int twos = lb.indexOf(Cell.text("S-02"));
        List<byte[]> leaves = lb.groups.get(twos).leaves;
        for (int first = 0; first < 2; first++) {
            Recorder recorder = new Recorder();
            byte[] group = first == 0 ? lb.whole(0, twos) : lb.partial(0, twos, List.of(1, 3), List.of(4));
            byte[] shown = cat(lb.head(0), u64(1), group);
            Packages.practice().verify(study.show(SpecStudy.LB, shown).file(), recorder);

            assertThat(recorder.heard).containsSubsequence("hashes", "end of group", "end 1 true");
            assertThat(recorder.hashes)
                    .containsExactly(new GroupHashes(
                            rootOf(leaves.subList(first, first + 1)),
                            rootOf(leaves),
                            rootOf(lb.entries().subList(twos, twos + 1))));
        }
    }

    @Test
    void verify_allRecordsOfAGroupInPart_handsOnTheFirstLeaf() throws Exception {
        Recorder recorder = new Recorder();
        int twos = lb.indexOf(Cell.text("S-02"));
        byte[] group = lb.partial(0, twos, List.of(0, 1, 2, 3), List.of(4));
        Packages.practice()
                .verify(study.show(SpecStudy.LB, cat(lb.head(0), u64(1), group)).file(), recorder);

        assertThat(recorder.hashes)
                .extracting(GroupHashes::firstLeaf)
                .containsExactly(rootOf(lb.groups.get(twos).leaves.subList(0, 1)));
    }

    private static Sha256 rootOf(List<byte[]> leaves) {
        return Sha256.wrap(SpecHash.root(leaves));
    }

    @Test
    void verify_recordsOfALog_areHandedOnBetweenItsBeginAndEnd() throws Exception {
        Recorder recorder = new Recorder();
        SpecLogs logs = new SpecLogs(5, 8, 13, 7).seal();
        Packages.practice()
                .verify(logs.show(cat(logs.head(), logs.records(3, 9))).file(), recorder);

        assertThat(recorder.heard)
                .containsSubsequence("log consent of 2 schemas by USUBJID", "record 3", "record 9", "end 1 true");
    }
}
