package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.InclusionProof;
import org.trialseal.core.record.Cell;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.SourceEntry;
import org.trialseal.core.testing.MemoryImporter;
import org.trialseal.core.testing.RandomRows;
import org.trialseal.core.testing.Seeded;
import org.trialseal.core.testing.SlowDataset;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;

/** What is sealed, against a slow calculation from the plain rows by the words of the spec. */
class SealedBytesTest {
    private static final List<String> COLUMNS = List.of("USUBJID", "VISIT", "ALT");

    @TempDir
    private Path folder;

    private static List<Cell> row(int subject, int value) {
        return List.of(Cell.text("S-" + subject), Cell.ofCharacters("" + value % 5), Cell.text("v" + value));
    }

    private static List<List<Cell>> rows(int count, int subjects, boolean interleaved) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(interleaved ? i * 7 % subjects : i * subjects / count, i));
        }
        return rows;
    }

    private void sealAndCompare(TestTable... tables) throws Exception {
        TestStudy study = new TestStudy(folder).tables("data.bin", tables);
        requireAsComputed(study, study.seal("seal"), tables);
    }

    /** Compares entries, roots, group tables and all inclusion paths with the slow calculation. */
    private static void requireAsComputed(TestStudy study, EvidenceFolder seal, TestTable... tables) throws Exception {
        Map<Integer, DatasetOpenings> openings = seal.unlock(study.passphrase()).datasets();
        try (StudyStore store = study.store(seal)) {
            for (int i = 0; i < tables.length; i++) {
                DatasetOpenings opening = openings.get(1 + i);
                SlowDataset slow =
                        SlowDataset.of(tables[i], store, seal.statement().nonce(), 1 + i, opening.tagKey());
                requireSame((DatasetEntry) seal.entries().get(1 + i), tables[i], slow);
                try (DatasetEvidence evidence = DatasetEvidence.open(seal, 1 + i, opening)) {
                    requireSame(evidence, slow);
                    evidence.requireSealed();
                }
            }
        }
    }

    private static void requireSame(DatasetEntry entry, TestTable table, SlowDataset slow) {
        assertThat(entry.name()).isEqualTo(table.name());
        assertThat(entry.source()).isZero();
        assertThat(entry.root().toArray()).isEqualTo(slow.root());
        assertThat(entry.shape())
                .isEqualTo(new DatasetEntry.Shape(
                        table.subject().isPresent(),
                        table.columns().size(),
                        slow.groups.size(),
                        table.rows().size()));
    }

    private static void requireSame(DatasetEvidence evidence, SlowDataset slow) throws Exception {
        assertThat(evidence.groups().size()).isEqualTo(slow.groups.size());
        for (int index = 0; index < slow.groups.size(); index++) {
            SlowDataset.Group expected = slow.groups.get(index);
            GroupTable.Group group = evidence.groups().get(index);
            assertThat(group.tag().toArray()).isEqualTo(expected.tag);
            assertThat(group.body().toArray()).isEqualTo(expected.body());
            assertThat(group.count()).isEqualTo(expected.leaves.size());
            assertThat(evidence.group(expected.subject)).contains(group);
            for (int record = 0; record < expected.leaves.size(); record++) {
                Sha256 leaf = Sha256.wrap(SpecHash.h(0x00, expected.leaves.get(record)));
                assertThat(evidence.leaf(group, record)).isEqualTo(leaf);
                List<Sha256> path = evidence.recordPath(group, record);
                requireLeads(record, group.count(), leaf, path, group.tree().root());
            }
            Sha256 leaf = Sha256.wrap(SpecHash.h(0x00, 0x15, expected.tag, expected.body()));
            requireLeads(
                    index,
                    slow.groups.size(),
                    leaf,
                    evidence.groupPath(group),
                    evidence.entry().root());
        }
    }

    private static void requireLeads(long index, long size, Sha256 leaf, List<Sha256> path, Sha256 root) {
        assertThat(InclusionProof.verify(index, size, leaf, path, root).valid())
                .as("path of %s in %s", index, size)
                .isTrue();
    }

    @Test
    void seal_groupedRows_givesWhatTheSpecSays() throws Exception {
        sealAndCompare(TestTable.grouped("LB", COLUMNS, rows(200, 9, false)));
    }

    @Test
    void seal_interleavedRows_givesWhatTheSpecSays() throws Exception {
        sealAndCompare(TestTable.grouped("LB", COLUMNS, rows(200, 9, true)));
    }

    @Test
    void seal_rowsWithoutSubjects_givesWhatTheSpecSays() throws Exception {
        sealAndCompare(TestTable.ungrouped("TA", COLUMNS, rows(100, 9, true)));
    }

    @Test
    void seal_oneRowPerSubject_givesWhatTheSpecSays() throws Exception {
        sealAndCompare(TestTable.grouped("DM", COLUMNS, rows(150, 150, true)));
    }

    @Test
    void seal_noRecords_givesTheEmptyRoot() throws Exception {
        sealAndCompare(TestTable.grouped("LB", COLUMNS, List.of()), TestTable.ungrouped("TA", COLUMNS, List.of()));
    }

    @Test
    void seal_oneRecord_givesWhatTheSpecSays() throws Exception {
        sealAndCompare(TestTable.grouped("LB", List.of("ID"), TestTable.rows("1")));
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65, 128, 300})
    void seal_wideRows_givesWhatTheSpecSays(int columns) throws Exception {
        List<List<Cell>> rows = new ArrayList<>();
        for (int row = 0; row < 20; row++) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.text("S" + row % 3)));
            for (int column = 2; column <= columns; column++) {
                cells.add(Cell.ofCharacters(column % 9 == 0 ? "" : row + "." + column));
            }
            rows.add(cells);
        }
        sealAndCompare(TestTable.grouped("QS", TestTable.names("Q", columns), rows));
    }

    @Test
    void seal_longValuesOfAllTypes_givesWhatTheSpecSays() throws Exception {
        Random random = Seeded.random("SealedBytesTest.long");
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            List<Cell> row = new ArrayList<>(RandomRows.row(random, 4, 100_000));
            row.add(RandomRows.cell(random, 1));
            rows.add(row);
        }
        TestTable table = TestTable.grouped("CM", TestTable.names("C", 5), rows);
        sealAndCompare(new TestTable(table.name(), table.columns(), Optional.of("C5"), List.of("C1"), rows));
    }

    @Test
    void seal_identifiersThatDifferOnlyInType_areDifferentSubjects() throws Exception {
        List<List<Cell>> rows = new ArrayList<>();
        for (org.trialseal.core.record.CellType type : org.trialseal.core.record.CellType.values()) {
            rows.add(List.of(new Cell(type, Cell.text("14").value()), Cell.text("x")));
            rows.add(List.of(new Cell(type, Cell.text("").value()), Cell.text("x")));
        }
        TestTable table = TestTable.grouped("LB", List.of("ID", "X"), rows);
        sealAndCompare(table);
        assertThat(((DatasetEntry) EvidenceFolder.open(folder.resolve("seal"))
                                .entries()
                                .get(1))
                        .shape()
                        .groups())
                .isEqualTo(12);
    }

    @Test
    void seal_severalTablesInAFile_sharesSubjectsAndNothingElse() throws Exception {
        sealAndCompare(
                TestTable.grouped("DM", COLUMNS, rows(9, 9, false)),
                TestTable.grouped("LB", COLUMNS, rows(90, 9, true)),
                TestTable.ungrouped("TA", COLUMNS, rows(5, 9, true)));
    }

    @Test
    void seal_randomShuffles_givesTheSameWhateverThePieces() throws Exception {
        Random random = Seeded.random("SealedBytesTest.pieces");
        for (int perPiece : new int[] {1, 2, 1000}) {
            List<List<Cell>> rows = rows(300, 13, false);
            Collections.shuffle(rows, random);
            TestTable table = TestTable.grouped("LB", COLUMNS, rows);
            TestStudy study = new TestStudy(Files.createDirectory(folder.resolve("pieces" + perPiece)))
                    .imported("data.bin", new MemoryImporter(perPiece, table));
            requireAsComputed(study, study.seal("seal"), table);
        }
    }

    /** Interleaved or not, a subject's records are the same but for their positions. */
    @Test
    void seal_sameRowsInAnotherOrder_givesTheSameGroups() throws Exception {
        List<List<Cell>> interleaved = rows(120, 8, true);
        List<List<Cell>> grouped = new ArrayList<>(interleaved);
        grouped.sort(java.util.Comparator.comparing(row -> row.get(0)));
        TestStudy first = new TestStudy(Files.createDirectory(folder.resolve("a")))
                .tables("data.bin", TestTable.grouped("LB", COLUMNS, interleaved));
        TestStudy second = new TestStudy(Files.createDirectory(folder.resolve("b")))
                .tables("data.bin", TestTable.grouped("LB", COLUMNS, grouped));
        assertThat(counts(first, interleaved))
                .isEqualTo(counts(second, grouped))
                .hasSize(8);
    }

    private static Map<Cell, Long> counts(TestStudy study, List<List<Cell>> rows) throws Exception {
        EvidenceFolder seal = study.seal("seal");
        Map<Cell, Long> counts = new java.util.TreeMap<>();
        try (DatasetEvidence evidence =
                DatasetEvidence.open(seal, 1, seal.unlock(study.passphrase()).get(1))) {
            for (List<Cell> row : rows) {
                Optional<Cell> subject = Optional.of(row.get(0));
                counts.put(row.get(0), evidence.group(subject).orElseThrow().count());
            }
        }
        return counts;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20})
    void seal_document_givesWhatTheSpecSays(int length) throws Exception {
        byte[] content = TestStudy.content(length);
        TestStudy study = new TestStudy(folder).document("protocol.pdf", content);
        EvidenceFolder seal = study.seal("seal");
        DocumentEntry entry = (DocumentEntry) seal.entries().get(0);
        try (StudyStore store = study.store(seal)) {
            assertThat(entry.root().toArray())
                    .isEqualTo(SlowDataset.documentRoot(
                            content, store, seal.statement().nonce(), 0));
            assertThat(entry.chunks()).isEqualTo((length + (1 << 20) - 1) >> 20);
            requireFile(store, 0, content, entry.file());
        }
    }

    private static void requireFile(StudyStore store, int artifact, byte[] content, Sha256 commitment)
            throws Exception {
        var opening = store.fileOpenings(1).get(artifact);
        assertThat(opening.fileLength()).isEqualTo(content.length);
        assertThat(opening.fileDigest()).isEqualTo(Sha256.of(content));
        assertThat(opening.commitment()).isEqualTo(commitment);
        assertThat(commitment.toArray())
                .isEqualTo(SpecHash.h(
                        0x17, 3, opening.salt().toArray(), SpecHash.u64(content.length), SpecHash.h((Object) content)));
    }

    @Test
    void seal_filesAndDocuments_areListedInOrderUnderOneRoot() throws Exception {
        TestTable dm = TestTable.grouped("DM", COLUMNS, rows(4, 4, false));
        TestTable lb = TestTable.grouped("LB", COLUMNS, rows(8, 4, false));
        TestStudy study = new TestStudy(folder)
                .document("protocol.pdf", TestStudy.content(10))
                .tables("two.bin", dm, lb)
                .tables("one.bin", TestTable.ungrouped("TA", COLUMNS, rows(2, 1, false)));
        EvidenceFolder seal = study.seal("seal");
        assertThat(seal.entries().stream().map(entry -> entry.kind() + " " + entry.name()))
                .containsExactly(
                        "document protocol.pdf",
                        "source two.bin",
                        "dataset DM",
                        "dataset LB",
                        "source one.bin",
                        "dataset TA");
        assertThat(((DatasetEntry) seal.entries().get(3)).source()).isEqualTo(1);
        assertThat(((DatasetEntry) seal.entries().get(5)).source()).isEqualTo(4);
        List<byte[]> leaves = seal.entries().stream()
                .map(entry -> SpecHash.cat(0x1a, entry.toJson().canonicalBytes()))
                .toList();
        assertThat(seal.statement().entries().root().toArray()).isEqualTo(SpecHash.root(leaves));
        assertThat(seal.statement().entries().count()).isEqualTo(6);
        assertThat(seal.digest()).isEqualTo(Sha256.of(Files.readAllBytes(folder.resolve("seal/seal.json"))));
        try (StudyStore store = study.store(seal)) {
            byte[] file = Files.readAllBytes(folder.resolve("two.bin"));
            requireFile(store, 1, file, ((SourceEntry) seal.entries().get(1)).file());
        }
    }

    @Test
    void seal_settingsAndSchema_areOpenedFromTheFolder() throws Exception {
        TestTable table = new TestTable("LB", COLUMNS, Optional.of("USUBJID"), List.of("VISIT"), rows(4, 2, true));
        TestStudy study = new TestStudy(folder).tables("data.bin", table);
        EvidenceFolder seal = study.seal("seal");
        DatasetOpenings openings = seal.unlock(study.passphrase()).get(1);
        assertThat(openings.settingsValue()).isEqualTo(table.plan().settings());
        assertThat(openings.schemaValue()).isEqualTo(table.plan().schema());
        DatasetEntry entry = (DatasetEntry) seal.entries().get(1);
        byte[] schema = table.plan().schema().toJson().canonicalBytes();
        assertThat(entry.schema().toArray())
                .isEqualTo(SpecHash.h(0x17, 1, openings.schema().salt().toArray(), schema));
        assertThat(new String(schema, StandardCharsets.UTF_8)).contains("USUBJID");
    }

    @Test
    void seal_twice_sharesNoSaltTagCommitmentOrHash() throws Exception {
        TestTable table = TestTable.grouped("LB", COLUMNS, rows(60, 6, true));
        TestStudy study = new TestStudy(folder).tables("data.bin", table).document("doc", TestStudy.content(100));
        EvidenceFolder first = study.seal("first");
        EvidenceFolder second =
                study.seal(study.requestAfter("second", first.files().folder())).folder();
        EvidenceFolder other = study.seal("other");
        for (EvidenceFolder later : List.of(second, other)) {
            assertThat(secrets(study, first)).doesNotContainAnyElementsOf(secrets(study, later));
            assertThat(windows(first)).doesNotContainAnyElementsOf(windows(later));
        }
    }

    /** All that hides something in a seal: entries' salts and digests, tags, bodies, leaves, fingerprints. */
    private static List<String> secrets(TestStudy study, EvidenceFolder seal) throws Exception {
        List<String> all = new ArrayList<>();
        for (SealEntry entry : seal.entries()) {
            entry.toJson().members().values().stream()
                    .map(Object::toString)
                    .filter(text -> text.matches(".*[0-9a-f]{32}.*"))
                    .forEach(all::add);
        }
        DatasetOpenings openings = seal.unlock(study.passphrase()).get(1);
        all.add(openings.tagKey().hex());
        all.add(openings.schema().salt().hex());
        all.add(openings.settings().salt().hex());
        return all;
    }

    /** Each run of 8 bytes, aligned to 8, of the files of the trees and fingerprints. */
    private static List<String> windows(EvidenceFolder seal) throws Exception {
        List<String> windows = new ArrayList<>();
        DatasetFiles files = seal.files().dataset(1);
        for (Path path : List.of(files.leaves(), files.nodes(), files.groupLeaves(), files.fingerprints())) {
            byte[] bytes = Files.readAllBytes(path);
            for (int at = 0; at + 8 <= bytes.length; at += 8) {
                windows.add(java.util.HexFormat.of().formatHex(bytes, at, at + 8));
            }
        }
        assertThat(windows.size()).isGreaterThan(500);
        return windows;
    }
}
