package org.trialseal.core.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.proof.ShownField;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.proof.ShownRun;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.record.TableReader;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.core.testing.MemoryImporter;
import org.trialseal.core.testing.SlowLog;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.Disclosed;
import org.trialseal.core.verify.DisclosureListener;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.VerificationReport;
import org.trialseal.core.verify.Verifier;

/** Event logs from sealing through packages to verdicts. */
class LogProofTest {
    private static final List<String> COLUMNS = List.of("USUBJID", "WITNESS", "EVENT");

    @TempDir
    private Path folder;

    private EvidenceFolder seal;
    private TestTable export;
    private TestStudy study;

    /** Three seals: of 20 records, of a document, and of 50 records with one column more, listed newest first. */
    @BeforeEach
    void sealThrice() throws Exception {
        study = new TestStudy(folder)
                .log(
                        "log.bin",
                        LogOrder.OLDEST_FIRST,
                        TestTable.grouped("consent", List.of("USUBJID", "EVENT"), old()));
        EvidenceFolder first = study.seal("seal-1");
        study = new TestStudy(folder).document("protocol.txt", new byte[] {1});
        EvidenceFolder second = after("seal-2", first);
        export = TestTable.grouped("consent", COLUMNS, newestFirst());
        study = new TestStudy(folder).log("log.bin", LogOrder.NEWEST_FIRST, export);
        seal = after("seal-3", second);
    }

    private EvidenceFolder after(String out, EvidenceFolder previous) throws Exception {
        return study.seal(study.requestAfter(out, previous.files().folder())).folder();
    }

    private static Cell subject(int i) {
        return Cell.text("P-" + i % 4);
    }

    private static List<List<Cell>> old() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(List.of(subject(i), Cell.text("<event " + i + ">")));
        }
        return rows;
    }

    private static List<List<Cell>> newestFirst() {
        List<List<Cell>> rows = new ArrayList<>();
        old().forEach(row -> rows.add(List.of(row.get(0), Cell.missing(""), row.get(1))));
        for (int i = 20; i < 50; i++) {
            rows.add(List.of(subject(i), Cell.text("<nurse " + i + ">"), Cell.text("<event " + i + ">")));
        }
        Collections.reverse(rows);
        return rows;
    }

    private SealedData data(TestTable table) {
        MemoryImporter importer = new MemoryImporter(7, table);
        return new SealedData() {
            @Override
            public TableReader open(String source, ImportSettings settings) {
                try {
                    PathFile file = importer.write(folder.resolve("given.bin"));
                    return importer.open(file, settings);
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }

            @Override
            public DataFile document(String name) {
                throw new AssertionError("no document was asked for");
            }
        };
    }

    private byte[] prove(TestTable given, List<String> fields, Selection... selections) throws Exception {
        Path out = folder.resolve("out.trialseal");
        try (StudyStore store = study.store(seal)) {
            new Prover(seal, seal.unlock(study.passphrase()), store, data(given))
                    .prove(List.of(selections), fields, out);
        }
        return Files.readAllBytes(out);
    }

    private VerificationReport verify(List<List<String>> shown) throws Exception {
        Verifier verifier = new Verifier(VerificationPolicy.standard(Checkpoints.genesisOnly(ChainParameters.main()))
                .acceptingPractice());
        return verifier.verify(PathFile.of(folder.resolve("out.trialseal")), new DisclosureListener() {
            @Override
            public void shown(ShownRecord record) {
                shown.add(words(record));
            }
        });
    }

    private static List<String> words(ShownRecord record) {
        List<String> words = new ArrayList<>();
        for (ShownRun run : record.runs()) {
            if (run instanceof ShownRun.Open shown) {
                for (ShownField field : shown.fields()) {
                    words.add(
                            field instanceof ShownField.Open open ? open.cell().display() : "?");
                }
            }
        }
        return words;
    }

    private static void assertPassed(VerificationReport report, String... ids) {
        for (String id : ids) {
            assertThat(report.checks())
                    .filteredOn(check -> check.id().equals(id))
                    .extracting(Check::result)
                    .as(report.checks().toString())
                    .containsExactly(Result.PASSED);
        }
    }

    @Test
    void prove_wholeLog_passesWithItsHistory() throws Exception {
        prove(export, List.of(), new Selection.All(Set.of()));
        List<List<String>> shown = new ArrayList<>();
        VerificationReport report = verify(shown);

        assertPassed(report, "package", "ledger", "entries", "data:consent", "completeness:consent", "append:consent");
        assertThat(report.checks())
                .filteredOn(check -> check.id().equals("append:consent"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.required()).isTrue();
                    assertThat(check.detail()).contains("from seal 1 to seal 3", "20 records in the first, 50 now");
                });
        assertThat(shown).hasSize(50);
        assertThat(shown.get(0)).containsExactly("P-0", "<event 0>");
        assertThat(shown.get(49)).containsExactly("P-1", "<nurse 49>", "<event 49>");
        assertThat(report.disclosed()).singleElement().satisfies(log -> {
            assertThat(log.kind()).isEqualTo("log");
            assertThat(log.extent()).isEqualTo(Disclosed.Extent.WHOLE);
            assertThat(log.columns()).isEqualTo(COLUMNS);
        });
    }

    @Test
    void prove_subject_showsItsRecordsAndLeavesCompletenessOpen() throws Exception {
        prove(export, List.of(), new Selection.Subjects(List.of("P-3")));
        List<List<String>> shown = new ArrayList<>();
        VerificationReport report = verify(shown);

        assertPassed(report, "entries", "data:consent", "append:consent");
        assertThat(shown).hasSize(12).allSatisfy(record -> assertThat(record).startsWith("P-3"));
        assertThat(report.checks())
                .filteredOn(check -> check.id().equals("completeness:consent"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.result()).isEqualTo(Result.INDETERMINATE);
                    assertThat(check.required()).isFalse();
                });
    }

    @Test
    void prove_fieldsOfRecords_showsOnlyThem() throws Exception {
        byte[] made = prove(
                export,
                List.of("WITNESS"),
                new Selection.Records("consent", Map.of("EVENT", "<event 30>")),
                new Selection.Records("consent", Map.of("EVENT", "<event 3>")));
        List<List<String>> shown = new ArrayList<>();
        VerificationReport report = verify(shown);

        assertPassed(report, "data:consent", "append:consent");
        assertThat(shown).containsExactly(List.of("?", "?"), List.of("?", "<nurse 30>", "?"));
        assertThat(report.disclosed().get(0).extent()).isEqualTo(Disclosed.Extent.FIELDS);
        assertThat(report.disclosed().get(0).columns()).containsExactly("WITNESS");
        String text = new String(made, StandardCharsets.ISO_8859_1);
        assertThat(text).contains("<nurse 30>").doesNotContain("<event", "P-0", "P-1", "P-2", "P-3");
        assertThat(text.split("<nurse", -1)).hasSize(2);
    }

    @Test
    void prove_anything_opensNeitherKeysNorOtherSalts() throws Exception {
        Bytes made = Bytes.copyOf(
                prove(export, List.of("WITNESS"), new Selection.Records("consent", Map.of("EVENT", "<event 30>"))));
        try (StudyStore store = study.store(seal)) {
            SlowLog log = new SlowLog(store, seal.statement().ledger());
            for (int i = 0; i < 50; i++) {
                byte[] key = log.key("consent", Optional.of(subject(i)));
                assertThat(contains(made, key)).as("key of record %d", i).isFalse();
                for (int j = 1; j <= 3; j++) {
                    assertThat(contains(made, SpecHash.salt(key, i, j)))
                            .as("salt of record %d, column %d", i, j)
                            .isEqualTo(i == 30 && j == 2);
                }
            }
        }
    }

    @Test
    void prove_singleFieldsOfAWideLog_pass() throws Exception {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            rows.add(new ArrayList<>(Collections.nCopies(150, Cell.text("value " + i))));
        }
        TestTable wide = TestTable.grouped("wide", TestTable.names("C", 150), rows);
        study = new TestStudy(folder).log("wide.bin", LogOrder.OLDEST_FIRST, wide);
        seal = after("seal-4", seal);

        for (String column : List.of("C1", "C64", "C65", "C128", "C150")) {
            prove(wide, List.of(column), new Selection.Records("wide", Map.of("C1", "value 3")));
            VerificationReport report = verify(new ArrayList<>());
            assertPassed(report, "data:wide", "append:wide");
            assertThat(report.disclosed().get(0).columns()).containsExactly(column);
        }
    }

    private static boolean contains(Bytes all, byte[] part) {
        return all.hex().contains(Bytes.copyOf(part).hex());
    }

    @Test
    void prove_dataThatAreNotWhatWasSealed_isRefused() {
        List<List<Cell>> altered = newestFirst();
        altered.set(5, List.of(subject(44), Cell.text("<nurse 44>"), Cell.text("another")));
        List<List<Cell>> shorter = newestFirst().subList(1, 50);

        assertThatThrownBy(() -> prove(export.withRows(altered), List.of(), new Selection.All(Set.of())))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining("record 6 of the data given for consent");
        assertThatThrownBy(() -> prove(export.withRows(shorter), List.of(), new Selection.All(Set.of("consent"))))
                .isInstanceOf(ProofRefusedException.class);
        assertThat(folder.resolve("out.trialseal")).doesNotExist();
    }

    @Test
    void prove_subjectWithoutRecords_isRefusedForALogCannotShowAbsence() {
        assertThatThrownBy(() -> prove(export, List.of(), new Selection.Subjects(List.of("P-9"))))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining("holds no record of what was asked for");
    }
}
