package org.trialseal.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.compare.ArtifactComparison.Counts;
import org.trialseal.core.compare.ArtifactComparison.State;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.prove.ProofRefusedException;
import org.trialseal.core.prove.Prover;
import org.trialseal.core.prove.SealedData;
import org.trialseal.core.prove.Selection;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.core.testing.MemoryImporter;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;
import org.trialseal.core.verify.VerificationPolicy;

/** Later exports of an event log against packages that show it. */
class LogPackageComparisonTest {
    private static final List<String> COLUMNS = List.of("USUBJID", "EVENT", "NOTE");

    @TempDir
    private Path folder;

    private EvidenceFolder seal;
    private TestStudy study;

    /** Two seals; the column NOTE was added after the first. */
    @BeforeEach
    void sealTwice() throws Exception {
        List<List<Cell>> old = new ArrayList<>();
        rows(10).forEach(row -> old.add(row.subList(0, 2)));
        study = new TestStudy(folder)
                .log("log.bin", LogOrder.OLDEST_FIRST, TestTable.grouped("consent", COLUMNS.subList(0, 2), old));
        EvidenceFolder first = study.seal("seal-1");
        study = new TestStudy(folder).log("log.bin", LogOrder.OLDEST_FIRST, table(rows(30)));
        seal = study.seal(study.requestAfter("seal-2", first.files().folder())).folder();
    }

    private static List<List<Cell>> rows(int count) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(List.of(
                    Cell.text("S-" + i % 4), Cell.text("event " + i), i < 10 ? Cell.missing("") : Cell.text("n" + i)));
        }
        return rows;
    }

    private static TestTable table(List<List<Cell>> rows) {
        return TestTable.grouped("consent", COLUMNS, rows);
    }

    private PathFile prove(List<String> fields, Selection selection) throws Exception {
        MemoryImporter importer = new MemoryImporter(7, table(rows(30)));
        SealedData data = new SealedData() {
            @Override
            public TableReader open(String source, ImportSettings settings) throws IOException {
                return importer.open(PathFile.of(folder.resolve("log.bin")), settings);
            }

            @Override
            public DataFile document(String name) throws ProofRefusedException {
                throw ProofRefusedException.notAtHand(name);
            }
        };
        Path out = folder.resolve("out.trialseal");
        try (StudyStore store = study.store(seal)) {
            new Prover(seal, seal.unlock(study.passphrase()), store, data).prove(List.of(selection), fields, out);
        }
        return PathFile.of(out);
    }

    private ArtifactComparison compare(PathFile shown, LaterFile later) throws Exception {
        return compare(ComparisonOptions.standard(), shown, later);
    }

    private ArtifactComparison compare(ComparisonOptions options, PathFile shown, LaterFile later) throws Exception {
        VerificationPolicy policy = VerificationPolicy.standard(Checkpoints.genesisOnly(ChainParameters.main()))
                .acceptingPractice();
        return new PackageComparison(shown, policy, options, study.random)
                .compare(List.of(later), SealProgress.silent())
                .comparison()
                .artifacts()
                .get(0);
    }

    private LaterFile later(List<List<Cell>> rows) throws IOException {
        MemoryImporter importer = new MemoryImporter(7, table(rows));
        PathFile file = importer.write(folder.resolve("later.bin"));
        return new LaterFile.Tables(file, importer, importer.plan(file));
    }

    @Test
    void compare_withAJournal_hasWhatTheReportLists() throws Exception {
        List<List<Cell>> rows = rows(31);
        rows.set(12, List.of(Cell.text("S-0"), Cell.text("event 12"), Cell.text("changed")));
        rows.set(27, List.of(Cell.text("S-3"), Cell.text("another event"), Cell.text("n27")));
        rows.remove(20);
        PathFile shown = prove(List.of(), new Selection.All(Set.of()));
        List<Difference> listed = compare(shown, later(rows)).differences();
        assertThat(listed).hasSizeGreaterThan(3);
        try (DifferenceJournal journal = DifferenceJournal.create(folder, study.random)) {
            compare(ComparisonOptions.standard().into(journal), shown, later(rows));
            assertThat(DifferenceJournalTest.all(journal, "consent")).isEqualTo(listed);
        }
    }

    private ArtifactComparison compare(List<List<Cell>> rows) throws Exception {
        return compare(prove(List.of(), new Selection.All(Set.of())), later(rows));
    }

    @Test
    void compare_sameExport_isIdentical() throws Exception {
        assertThat(compare(rows(30)).state()).isEqualTo(State.IDENTICAL);
    }

    @Test
    void compare_recordsAppended_onlyAppended() throws Exception {
        ArtifactComparison result = compare(rows(44));

        assertThat(result.counts()).isEqualTo(new Counts(14, 0, 0, 0));
        assertThat(result.notes()).anyMatch(note -> note.startsWith("It only appended"));
    }

    @Test
    void compare_changedAndRemovedRecords_tellOldValues() throws Exception {
        List<List<Cell>> later = rows(30);
        later.set(3, List.of(Cell.text("S-3"), Cell.text("another"), Cell.missing("")));
        later.set(20, List.of(Cell.text("S-1"), Cell.text("event 20"), Cell.text("n20")));
        later.remove(25);
        ArtifactComparison result = compare(later);

        assertThat(result.counts()).isEqualTo(new Counts(0, 1, 2, 0));
        FieldChange event = result.differences().get(0).fields().get(0);
        assertThat(event.name()).isEqualTo("EVENT");
        assertThat(event.before()).contains(Cell.text("event 3"));
        assertThat(event.now()).contains(Cell.text("another"));
        assertThat(result.differences().get(1).fields())
                .containsExactly(new FieldChange(
                        "USUBJID", java.util.Optional.of(Cell.text("S-0")), java.util.Optional.of(Cell.text("S-1"))));
        assertThat(result.differences().get(2).key()).containsEntry("USUBJID", "S-1");
    }

    @Test
    void compare_valueInAColumnThatTheOldRecordLacked_isAChange() throws Exception {
        List<List<Cell>> later = rows(30);
        later.set(3, List.of(Cell.text("S-3"), Cell.text("event 3"), Cell.text("late note")));
        ArtifactComparison result = compare(later);

        assertThat(result.counts()).isEqualTo(new Counts(0, 0, 1, 0));
        assertThat(result.differences().get(0).fields())
                .extracting(FieldChange::name)
                .containsExactly("NOTE");
    }

    @Test
    void compare_packageThatHidesSomething_isUnknown() throws Exception {
        for (PathFile shown : List.of(
                prove(List.of("EVENT"), new Selection.All(Set.of())),
                prove(List.of(), new Selection.Subjects(List.of("S-1"))),
                prove(List.of(), new Selection.Records("consent", Map.of("EVENT", "event 4"))))) {
            assertThat(compare(shown, later(rows(31))).state()).isEqualTo(State.UNKNOWN);
        }
    }

    @Test
    void compare_fileThatIsNoTableAnyMore_isAltered() throws Exception {
        PathFile shown = prove(List.of(), new Selection.All(Set.of()));
        Path other = Files.createDirectory(folder.resolve("other"));
        PathFile file = PathFile.of(Files.write(other.resolve("log.bin"), new byte[10]));

        assertThat(compare(shown, new LaterFile.Plain(file)).state()).isEqualTo(State.ALTERED);
    }
}
