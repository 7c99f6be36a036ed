package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.RequiredSigner;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.seal.Study;
import org.trialseal.core.testing.MemoryImporter;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;

/** Numbering, and requests that are refused before anything is read. */
class LedgerPlaceTest {
    @TempDir
    private Path folder;

    private TestStudy study;

    @BeforeEach
    void addDocument() throws IOException {
        study = new TestStudy(folder).document("doc.pdf", TestStudy.content(10));
    }

    private EvidenceFolder sealAfter(String out, EvidenceFolder previous) throws Exception {
        return study.seal(after(out, previous)).folder();
    }

    private SealRequest after(String out, EvidenceFolder previous) {
        return study.requestAfter(out, previous.files().folder());
    }

    private SealRefusedException refuse(SealRequest request) {
        SealRefusedException refused = catchThrowableOfType(SealRefusedException.class, () -> study.seal(request));
        assertThat(refused).isNotNull();
        assertThat(request.out()).doesNotExist();
        return refused;
    }

    @Test
    void seal_afterAnother_takesTheNextNumberAndNamesTheOneBefore() throws Exception {
        EvidenceFolder first = study.seal("first");
        EvidenceFolder second = sealAfter("second", first);
        EvidenceFolder third =
                study.seal(Requests.superseding(after("third", second), 1)).folder();
        assertThat(first.statement().place()).isEqualTo(Statement.Place.first());
        assertThat(second.statement().place().seal()).isEqualTo(2);
        assertThat(second.statement().place().previous()).contains(first.digest());
        assertThat(third.statement().place().seal()).isEqualTo(3);
        assertThat(third.statement().place().previous()).contains(second.digest());
        assertThat(third.statement().place().supersedes()).hasValue(1);
        assertThat(third.ledger().statements().stream().map(bytes -> bytes.sha256()))
                .containsExactly(first.digest(), second.digest(), third.digest());
        assertThat(third.statement().ledger()).isEqualTo(first.statement().ledger());
        assertThat(third.statement().nonce()).isNotEqualTo(first.statement().nonce());
    }

    @Test
    void seal_twoFirstSeals_beginTwoLedgers() throws Exception {
        assertThat(study.seal("a").statement().ledger())
                .isNotEqualTo(study.seal("b").statement().ledger());
    }

    @Test
    void seal_targetExists_isRefused() throws Exception {
        study.seal("first");
        Files.createDirectory(folder.resolve("empty"));
        Files.createFile(folder.resolve("file"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        for (String out : List.of("first", "empty", "file", "link")) {
            SealRefusedException refused =
                    catchThrowableOfType(SealRefusedException.class, () -> study.seal(study.request(out)));
            assertThat(refused.reason()).isEqualTo(SealRefusedException.Reason.EXISTS);
            assertThat(refused).hasMessageContaining(out + " exists already");
        }
        assertThat(folder.resolve("empty")).isEmptyDirectory();
    }

    @Test
    void seal_previousOfAnotherStudyOrNetwork_isRefused() throws Exception {
        EvidenceFolder first = study.seal("first");
        assertThat(refuse(Requests.with(after("x", first), Study.of("OTHER"))))
                .hasMessageContaining("belongs to another study");
        assertThat(refuse(Requests.with(after("x", first), Network.BITCOIN)))
                .hasMessageContaining("a ledger never mixes networks");
        assertThat(refuse(Requests.withStores(after("x", first), folder.resolve("elsewhere"))))
                .hasMessageContaining("study store")
                .hasMessageContaining("is missing");
    }

    @Test
    void seal_supersedingNoEarlierSeal_isRefused() throws Exception {
        assertThat(refuse(Requests.superseding(study.request("x"), 1)))
                .hasMessageContaining("the first seal of a ledger cannot supersede another");
        EvidenceFolder first = study.seal("first");
        for (long seal : new long[] {0, 2, 3}) {
            assertThat(refuse(Requests.superseding(after("x", first), seal))).hasMessageContaining("1 to 1");
        }
    }

    @Test
    void seal_secondSealOfTheSameNumber_isRefusedWhileTheFirstIsThere() throws Exception {
        EvidenceFolder first = study.seal("first");
        sealAfter("second", first);
        assertThat(refuse(after("fork", first)))
                .hasMessageContaining("seal 2 of this ledger exists already in " + folder.resolve("second"));
    }

    @Test
    void seal_secondSealOfTheSameNumber_isRefusedWhenTheFirstIsDamaged() throws Exception {
        EvidenceFolder first = study.seal("first");
        EvidenceFolder second = sealAfter("second", first);
        Files.writeString(second.files().entries(), "damaged");
        Files.delete(second.files().key());
        assertThat(refuse(after("fork", first))).hasMessageContaining("seal 2 of this ledger exists already");
    }

    @Test
    void seal_secondSealOfTheSameNumber_isAllowedWhenTheFirstNeverCameToBe() throws Exception {
        EvidenceFolder first = study.seal("first");
        EvidenceFolder second = sealAfter("second", first);
        DurableFiles.deleteFolder(second.files().folder());
        assertThat(sealAfter("again", first).statement().place().seal()).isEqualTo(2);
    }

    @Test
    void seal_previousWithABrokenLedger_isMalformed() throws Exception {
        EvidenceFolder first = study.seal("first");
        EvidenceFolder second = sealAfter("second", first);
        EvidenceFolder third = sealAfter("third", second);
        Path ledger = third.files().ledger();
        byte[] one = Files.readAllBytes(ledger.resolve("0001.json"));
        byte[] two = Files.readAllBytes(ledger.resolve("0002.json"));
        requireBroken(third, ledger.resolve("0002.json"), one);
        requireBroken(third, ledger.resolve("0001.json"), two);
        byte[] other = Files.readAllBytes(study.seal("other").files().statement());
        requireBroken(third, ledger.resolve("0001.json"), other);
        Files.delete(ledger.resolve("0001.json"));
        assertThatThrownBy(() -> sealAfter("x", third))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("the statement of seal 1 is missing");
    }

    private void requireBroken(EvidenceFolder seal, Path file, byte[] content) throws IOException {
        byte[] before = Files.readAllBytes(file);
        Files.write(file, content);
        assertThatThrownBy(() -> sealAfter("x", seal))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("does not follow the statement before it in this ledger");
        Files.write(file, before);
    }

    @Test
    void seal_nothing_isRefused() {
        assertThat(refuse(Requests.with(study.request("x"), List.of()))).hasMessage("there is nothing to seal");
    }

    @Test
    void seal_twoFilesOfTheSameName_isRefused() throws Exception {
        Path sub = Files.createDirectory(folder.resolve("sub"));
        new TestStudy(sub).document("doc.pdf", TestStudy.content(9)).items();
        List<SealItem> items =
                List.of(study.items().get(0), new SealItem.DocumentItem(PathFile.of(sub.resolve("doc.pdf"))));
        assertThat(refuse(Requests.with(study.request("x"), items)))
                .hasMessageContaining("two files give the name doc.pdf");
    }

    @Test
    void seal_sameTableNameInTwoFiles_isRefused() throws Exception {
        TestTable table = TestTable.grouped("LB", List.of("ID"), TestTable.rows("1"));
        study.tables("a.bin", table).tables("b.bin", table);
        assertThat(refuse(study.request("x"))).hasMessageContaining("two files give the name LB");
    }

    @Test
    void seal_fileNameThatCannotStandInAnEntry_isRefused() throws Exception {
        TestTable table = TestTable.grouped("LB", List.of("ID"), TestTable.rows("1"));
        TestStudy odd = new TestStudy(folder).tables("a\\b.bin", table);
        SealRefusedException refused = catchThrowableOfType(SealRefusedException.class, () -> odd.seal("x"));
        assertThat(refused).hasMessageContaining("no slashes and no control characters");
        TestStudy newline = new TestStudy(folder).document("a\nb.pdf", new byte[1]);
        assertThat(catchThrowableOfType(SealRefusedException.class, () -> newline.seal("x")))
                .isNotNull();
    }

    @Test
    void seal_fileWithoutTables_isRefused() throws Exception {
        TestStudy empty = new TestStudy(folder).tables("empty.bin");
        SealRefusedException refused = catchThrowableOfType(SealRefusedException.class, () -> empty.seal("x"));
        assertThat(refused).hasMessageContaining("empty.bin holds no tables");
    }

    @Test
    void seal_textsTooLongForAStatement_isRefusedBeforeReading() throws Exception {
        Files.delete(folder.resolve("doc.pdf"));
        assertThat(refuse(Requests.with(study.request("x"), "t".repeat(201))))
                .hasMessage("title has 0 to 200 characters");
        assertThat(refuse(Requests.with(study.request("x"), Study.of(""))))
                .hasMessage("study id has 1 to 64 characters");
        List<RequiredSigner> many = Collections.nCopies(40, new RequiredSigner("EC", Sha256.of()));
        assertThat(refuse(Requests.signedBy(study.request("x"), many)))
                .hasMessage("a statement has at most 3500 bytes");
        assertThat(TestStudy.filesIn(folder)).isEmpty();
    }

    @Test
    void seal_moreEntriesThanAStatementCounts_isRefused() throws Exception {
        List<DatasetPlan> plans = new ArrayList<>();
        for (String name : TestTable.names("T", 65_535)) {
            plans.add(TestTable.ungrouped(name, List.of("A"), List.of()).plan());
        }
        MemoryImporter importer = new MemoryImporter(1);
        PathFile file = importer.write(folder.resolve("many.bin"));
        SealItem item = new SealItem.DataItem(file, importer, new FilePlan("many.bin", "memory", List.of(), plans));
        assertThat(refuse(Requests.with(study.request("x"), List.of(item))))
                .hasMessageContaining("a seal has at most 65535 entries");
    }

    @Test
    void seal_tablesOfAFileWithDifferentOptions_isRefused() throws Exception {
        DatasetPlan first = TestTable.ungrouped("T1", List.of("A"), List.of()).plan();
        ImportSettings other = new ImportSettings("memory", 2, new TreeMap<>(), Optional.empty(), List.of());
        DatasetPlan second = new DatasetPlan("T2", 0, first.schema(), other);
        MemoryImporter importer = new MemoryImporter(1);
        PathFile file = importer.write(folder.resolve("two.bin"));
        FilePlan plan = new FilePlan("two.bin", "memory", List.of(), List.of(first, second));
        assertThat(refuse(Requests.with(study.request("x"), List.of(new SealItem.DataItem(file, importer, plan)))))
                .hasMessageContaining("all tables of a file are read with the same");
    }

    @Test
    void open_folderThatIsNone_isMalformed() throws Exception {
        assertThatThrownBy(() -> EvidenceFolder.open(folder))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("is not an evidence folder: it has no seal.json");
        assertThatThrownBy(() -> study.seal(study.requestAfter("x", folder))).isInstanceOf(MalformedException.class);
        assertThat(EvidenceFolder.isOne(folder)).isFalse();
        assertThat(new String(Files.readAllBytes(study.seal("s").files().statement()), StandardCharsets.UTF_8))
                .startsWith("{\"claimedTime\":");
        assertThat(Optional.of(EvidenceFolder.open(folder.resolve("s")).digest()))
                .isPresent();
    }
}
