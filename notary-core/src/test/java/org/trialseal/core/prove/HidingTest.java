package org.trialseal.core.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.SlowDataset;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;

/** Every kind of package is searched for everything that it does not show. */
class HidingTest {
    private static final int COLUMNS = 5;
    private static final int ROWS = 400;
    private static final int SUBJECTS = 40;
    /** Far enough into the file that its position is not a count or an index, too. */
    private static final int ROW = 355;

    @TempDir
    private Path folder;

    private final TestTable lb = TestTable.grouped("LB", TestTable.names("COL", COLUMNS), rows());
    private final TestTable other =
            TestTable.ungrouped("SECOND-TABLE", List.of("ARM"), TestTable.rows("armvalue-A", "armvalue-B"));
    private final byte[] document = TestStudy.content(5_000);
    private Proving proving;
    private SlowDataset slow;
    private byte[] studySecret = {};

    private static List<List<Cell>> rows() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.text(subject(row))));
            for (int column = 1; column < COLUMNS; column++) {
                cells.add(Cell.text(value(row, column)));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String subject(int row) {
        return "subject-" + row % SUBJECTS + ".";
    }

    private static String value(int row, int column) {
        return "value-" + row + "-" + column + ".";
    }

    @BeforeEach
    void seal() throws Exception {
        proving = Proving.of(folder, Map.of("doc.pdf", document), lb, other);
        try (StudyStore store = proving.study.store(proving.seal)) {
            slow = SlowDataset.of(
                    lb,
                    store,
                    proving.seal.statement().nonce(),
                    1,
                    proving.openings.get(1).tagKey());
            studySecret = store.studySecret().orElseThrow().value().toArray();
            for (SlowDataset.Group group : slow.groups) {
                secrets.add(store.secret(group.subject.orElseThrow())
                        .orElseThrow()
                        .value()
                        .toArray());
            }
        }
    }

    private final List<byte[]> secrets = new ArrayList<>();

    /** What a package may show. */
    private record Shown(BiPredicate<Integer, Integer> cell, boolean wholeGroups, boolean tagKey, boolean named) {}

    private void requireHidden(Path file, Shown shown) throws Exception {
        Haystack haystack = Haystack.of(file);
        for (SlowDataset.Group group : slow.groups) {
            requireHidden(haystack, group, shown);
        }
        secrets.forEach(secret -> requireAbsent(haystack, secret, "a subject's secret"));
        requireAbsent(haystack, studySecret, "the study's secret");
        byte[] tagKey = proving.openings.get(1).tagKey().toArray();
        assertThat(haystack.holds(tagKey)).as("the tag key").isEqualTo(shown.tagKey());
        requireAbsent(haystack, proving.openings.get(2).tagKey().toArray(), "another table's tag key");
        requireAbsent(haystack, proving.openings.get(2).schema().salt().toArray(), "another schema's salt");
        requireFileHidden(haystack, "data.bin", 0);
        requireFileHidden(haystack, "doc.pdf", 3);
        requireAbsent(haystack, "armvalue-A".getBytes(StandardCharsets.UTF_8), "another table's value");
        requireAbsent(haystack, "SECOND-TABLE".getBytes(StandardCharsets.UTF_8), "another table's name");
        requireAbsent(haystack, Arrays.copyOf(document, 32), "the document");
        requireAbsent(haystack, folder.toString().getBytes(StandardCharsets.UTF_8), "a path");
    }

    private void requireHidden(Haystack haystack, SlowDataset.Group group, Shown shown) {
        boolean any = false;
        for (int index = 0; index < group.positions.size(); index++) {
            int row = group.positions.get(index);
            for (int column = 0; column <= COLUMNS; column++) {
                boolean isShown = shown.cell().test(row, column);
                any |= isShown;
                if (!isShown || shown.wholeGroups()) {
                    byte[] salt = SpecHash.salt(group.key, index, column);
                    requireAbsent(haystack, salt, "salt " + row + " " + column);
                }
                if (column > 1) {
                    assertThat(haystack.holds(value(row, column - 1)))
                            .as("value %s %s", row, column)
                            .isEqualTo(isShown);
                }
            }
        }
        assertThat(haystack.holds(group.key)).as("a group key").isEqualTo(any && shown.wholeGroups());
        if (!any || shown.wholeGroups()) {
            requireAbsent(haystack, SpecHash.salt(group.key, -1, 0), "the salt of a body");
        }
        for (int purpose = 1; purpose <= 2; purpose++) {
            requireAbsent(haystack, SpecHash.salt(group.key, -1, purpose), "a fingerprint key");
        }
        String identifier = group.subject.map(Cell::display).orElse("");
        boolean named = any && (shown.named() || shown.cell().test(group.positions.get(0), 1));
        assertThat(haystack.holds(identifier)).as(identifier).isEqualTo(named || any && hasSubjectColumn(group, shown));
    }

    private static boolean hasSubjectColumn(SlowDataset.Group group, Shown shown) {
        return group.positions.stream().anyMatch(row -> shown.cell().test(row, 1));
    }

    private static void requireAbsent(Haystack haystack, byte[] needle, String what) {
        assertThat(haystack.holds(needle)).as(what).isFalse();
    }

    private void requireFileHidden(Haystack haystack, String name, int artifact) throws Exception {
        byte[] content = Files.readAllBytes(folder.resolve(name));
        requireAbsent(haystack, Sha256.of(content).toArray(), "digest of " + name);
        requireAbsent(haystack, ByteBuffer.allocate(8).putLong(content.length).array(), "length of " + name);
        requireAbsent(haystack, ("\"length\":" + content.length).getBytes(StandardCharsets.UTF_8), "length of " + name);
        try (StudyStore store = proving.study.store(proving.seal)) {
            byte[] salt = store.fileOpenings(1).get(artifact).salt().toArray();
            requireAbsent(haystack, salt, "salt of " + name);
        }
    }

    @Test
    void package_ofARecord_hidesAllElse() throws Exception {
        Path file = proving.proveRecord("LB", Map.of("COL2", value(ROW, 1)));
        Proving.verified(file);
        requireHidden(file, new Shown((row, column) -> row == ROW && column > 0, false, false, false));
    }

    @Test
    void package_ofARecord_showsNoPosition() throws Exception {
        Haystack haystack = Haystack.of(proving.proveRecord("LB", Map.of("COL2", value(ROW, 1))));
        assertThat(haystack.holds(SpecHash.u64(ROW))).isFalse();
        assertThat(Haystack.of(proving.proveSubjects(subject(ROW))).holds(SpecHash.u64(ROW)))
                .as("control: a whole group shows positions")
                .isTrue();
    }

    @Test
    void package_ofAFieldOfARecord_hidesAllElse() throws Exception {
        Path file = proving.proveRecord("LB", Map.of("COL2", value(ROW, 1)), "COL3");
        Proving.verified(file);
        requireHidden(file, new Shown((row, column) -> row == ROW && column == 3, false, false, false));
    }

    @Test
    void package_ofRecordsOfSeveralSubjects_hidesAllElse() throws Exception {
        Path file = proving.prove(List.of(
                new Selection.Records("LB", Map.of("COL2", value(ROW, 1))),
                new Selection.Records("LB", Map.of("COL2", value(ROW - SUBJECTS, 1))),
                new Selection.Records("LB", Map.of("COL2", value(2, 1)))));
        Proving.verified(file);
        Set<Integer> rows = Set.of(ROW, ROW - SUBJECTS, 2);
        requireHidden(file, new Shown((row, column) -> rows.contains(row) && column > 0, false, false, false));
    }

    @Test
    void package_ofASubject_hidesAllElse() throws Exception {
        Path file = proving.proveSubjects(subject(ROW), "nobody");
        Proving.verified(file);
        requireHidden(file, new Shown((row, column) -> row % SUBJECTS == ROW % SUBJECTS, true, true, true));
    }

    @Test
    void package_ofAnAbsentSubject_hidesEverything() throws Exception {
        Path file = proving.proveSubjects("nobody");
        Proving.verified(file);
        requireHidden(file, new Shown((row, column) -> false, false, true, false));
    }

    @Test
    void package_ofAFieldOfASubject_hidesAllElse() throws Exception {
        Path file = proving.prove(List.of(new Selection.Subjects(List.of(subject(ROW)))), "COL4");
        Proving.verified(file);
        requireHidden(
                file, new Shown((row, column) -> row % SUBJECTS == ROW % SUBJECTS && column == 4, false, true, true));
    }

    @Test
    void package_ofAFieldOfAllRecords_hidesAllElse() throws Exception {
        Path file = proving.prove(List.of(new Selection.All(Set.of("LB"))), "COL4");
        Proving.verified(file);
        requireHidden(file, new Shown((row, column) -> column == 4, false, true, true));
    }

    @Test
    void package_ofOneOfTwoTablesOfAFile_hidesTheOtherAndTheFile() throws Exception {
        Path file = proving.prove(List.of(new Selection.All(Set.of("LB"))));
        Proving.verified(file);
        requireHidden(file, new Shown((row, column) -> true, true, true, true));
    }

    @Test
    void package_ofADocument_hidesAllTables() throws Exception {
        Path file = proving.prove(List.of(new Selection.Document("doc.pdf")));
        Proving.verified(file);
        Haystack haystack = Haystack.of(file);
        assertThat(haystack.holds("value-")).isFalse();
        assertThat(haystack.holds("subject-")).isFalse();
        assertThat(haystack.holds("\"COL1\"")).isFalse();
        assertThat(haystack.holds("data.bin")).isFalse();
        assertThat(haystack.holds(proving.openings.get(1).tagKey().toArray())).isFalse();
        requireFileHidden(haystack, "data.bin", 0);
        requireAbsent(haystack, studySecret, "the study's secret");
    }

    @Test
    void package_ofEverything_showsNoSecretNonetheless() throws Exception {
        Haystack haystack = Haystack.of(proving.proveAll());
        secrets.forEach(secret -> requireAbsent(haystack, secret, "a subject's secret"));
        requireAbsent(haystack, studySecret, "the study's secret");
        byte[] content = Files.readAllBytes(folder.resolve("data.bin"));
        assertThat(haystack.holds(Sha256.of(content).toArray()))
                .as("control: the file is opened")
                .isTrue();
    }

    /** A neighbour shows its tag and its body: no count, no identifier, no root. */
    @Test
    void package_ofASubject_showsOfNeighboursTagAndBodyOnly() throws Exception {
        Haystack haystack = Haystack.of(proving.proveSubjects(subject(ROW)));
        for (SlowDataset.Group group : slow.groups) {
            assertThat(haystack.holds(SpecHash.cat(group.tag, group.body()))).isTrue();
            requireAbsent(haystack, SpecHash.root(group.leaves), "a group's root");
            for (byte[] leaf : group.leaves) {
                requireAbsent(haystack, SpecHash.h(0x00, leaf), "a record's leaf");
            }
        }
    }

    @Test
    void packages_ofTwoSealsOfTheSameData_shareNoSaltTagKeyOrCommitment() throws Exception {
        TestStudy study = proving.study;
        Proving later = Proving.of(
                folder,
                study,
                study.seal(study.requestAfter("second", folder.resolve("seal"))).folder(),
                lb,
                other);
        List<Selection> whole = List.of(new Selection.All(Set.of("LB")));
        requireNothingShared(proving.prove(whole), later.prove(whole));
        requireNothingShared(proving.prove(whole, "COL4"), later.prove(whole, "COL4"));
        requireNothingShared(proving.proveSubjects(subject(ROW)), later.proveSubjects(subject(ROW)));
    }

    private static void requireNothingShared(Path first, Path second) throws Exception {
        Set<String> shared = new HashSet<>(strangeWindows(first));
        shared.retainAll(strangeWindows(second));
        assertThat(shared).isEmpty();
    }

    /** What a package says of the sealed data, and the hexadecimal in it decoded. */
    private static byte[] shownParts(Path file) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                String name = entry.getName();
                if (name.endsWith(".disclosure")
                        || name.endsWith(".content")
                        || name.matches(".*/(entries|openings).json")) {
                    byte[] content = zip.getInputStream(entry).readAllBytes();
                    all.writeBytes(Haystack.of(content).bytes());
                }
            }
        }
        return all.toByteArray();
    }

    /** Strings of 16 bytes that look random, unlike names, values, counts and positions, which two packages share. */
    private static Set<String> strangeWindows(Path file) throws Exception {
        byte[] all = shownParts(file);
        Set<String> windows = new HashSet<>();
        for (int from = 0; from + 16 <= all.length; from++) {
            if (looksRandom(all, from)) {
                windows.add(new String(all, from, 16, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(windows.size()).isGreaterThan(100);
        return windows;
    }

    private static boolean looksRandom(byte[] all, int from) {
        int strange = 0;
        for (int i = from; i < from + 16; i++) {
            strange += all[i] < 0x20 && all[i] != 0 ? 1 : 0;
        }
        return strange >= 6;
    }

    @Test
    void haystack_isSearchedInBytesAndHexadecimal() {
        byte[] needle = TestStudy.content(16);
        String hex = java.util.HexFormat.of().formatHex(needle);
        assertThat(Haystack.of(needle).holds(needle)).isTrue();
        assertThat(Haystack.of(("{\"salt\":\"" + hex + "\"}").getBytes(StandardCharsets.UTF_8))
                        .holds(needle))
                .isTrue();
        assertThat(Haystack.of(("a" + hex + "b").getBytes(StandardCharsets.UTF_8))
                        .holds(needle))
                .isTrue();
        assertThat(Haystack.of(new byte[100]).holds(needle)).isFalse();
        assertThat(Optional.of(Haystack.of(new byte[3]).and(needle)).get().holds(needle))
                .isTrue();
    }
}
