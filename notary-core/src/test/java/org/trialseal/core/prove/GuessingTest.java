package org.trialseal.core.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.MemoryImporter;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.TestTable;

/**
 * One row of thirty is hidden. Whoever has a package with the other twenty-nine tries every sex, birth date and arm of it
 * against all that stands in the package, also with every 16 bytes there as the salt.
 */
class GuessingTest {
    private static final List<String> COLUMNS = List.of("USUBJID", "SEX", "BRTHDTC", "ARM");
    private static final int HIDDEN = 17;

    @TempDir
    private Path folder;

    private final TestTable dm = TestTable.grouped("DM", COLUMNS, rows());
    private Proving proving;

    private static List<List<Cell>> rows() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rows.add(row(i, i % 3 == 0 ? "F" : "M", date(i * 11), i % 2 == 0 ? "Placebo" : "Drug"));
        }
        return rows;
    }

    private static List<Cell> row(int subject, String sex, String birth, String arm) {
        return List.of(Cell.text("S-" + subject), Cell.text(sex), Cell.text(birth), Cell.text(arm));
    }

    private static String date(int day) {
        return java.time.LocalDate.of(1960, 1, 1).plusDays(day).toString();
    }

    private static List<List<Cell>> candidates() {
        List<List<Cell>> candidates = new ArrayList<>();
        for (String sex : List.of("F", "M")) {
            for (int day = 0; day < 366; day++) {
                for (String arm : List.of("Placebo", "Drug")) {
                    candidates.add(row(HIDDEN, sex, date(day), arm));
                }
            }
        }
        return candidates;
    }

    @BeforeEach
    void seal() throws Exception {
        proving = Proving.of(folder, dm);
        assertThat(candidates()).contains(dm.rows().get(HIDDEN));
    }

    /** What an attacker computes of one candidate without a salt: of cells, of the row, and of the whole file with it. */
    private List<byte[]> guesses(List<Cell> candidate) throws Exception {
        List<byte[]> guesses = new ArrayList<>();
        String line = candidate.stream().map(Cell::display).collect(Collectors.joining(","));
        guesses.add(SpecHash.h((Object) line.getBytes(StandardCharsets.UTF_8)));
        guesses.add(SpecHash.h(0x00, line.getBytes(StandardCharsets.UTF_8)));
        byte[] cells = {};
        for (int column = 1; column <= candidate.size(); column++) {
            byte[] cell = SpecHash.cell(candidate.get(column - 1));
            cells = SpecHash.cat(cells, cell);
            guesses.add(SpecHash.h((Object) cell));
            guesses.add(SpecHash.h((Object) candidate.get(column - 1).value().toArray()));
            guesses.add(SpecHash.commitment(new byte[16], column, cell));
            guesses.add(SpecHash.commitment(new byte[0], column, cell));
        }
        guesses.add(SpecHash.h((Object) cells));
        guesses.add(SpecHash.h((Object) file(candidate)));
        return guesses;
    }

    private byte[] file(List<Cell> candidate) throws Exception {
        List<List<Cell>> rows = new ArrayList<>(dm.rows());
        rows.set(HIDDEN, candidate);
        Path file = folder.resolve("guess.bin");
        new MemoryImporter(7, dm.withRows(rows)).write(file);
        return Files.readAllBytes(file);
    }

    private static boolean isFoundUnsalted(Haystack haystack, Set<Bytes> guesses) {
        return !Collections.disjoint(haystack.windows(Sha256.LENGTH), guesses);
    }

    private Set<Bytes> guesses() throws Exception {
        Set<Bytes> guesses = new HashSet<>();
        for (List<Cell> candidate : candidates()) {
            for (byte[] guess : guesses(candidate)) {
                guesses.add(Bytes.copyOf(guess));
            }
        }
        return guesses;
    }

    /** Field commitments and the file commitment, with every salt that might be in the package. */
    private boolean isFoundSalted(Haystack haystack) throws Exception {
        Set<Bytes> windows = haystack.windows(Sha256.LENGTH);
        Set<Bytes> salts = haystack.windows(16);
        for (byte[] tail : saltedTails()) {
            for (Bytes salt : salts) {
                byte prefix = tail[0];
                byte[] guess =
                        SpecHash.h((int) prefix, salt.toArray(), java.util.Arrays.copyOfRange(tail, 1, tail.length));
                if (windows.contains(Bytes.copyOf(guess))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What stands around the salt: the type byte, and what follows it. The true values only, which is as good as all. */
    private List<byte[]> saltedTails() throws Exception {
        List<byte[]> tails = new ArrayList<>();
        List<Cell> truth = dm.rows().get(HIDDEN);
        for (int column = 1; column <= truth.size(); column++) {
            tails.add(SpecHash.cat(0x10, SpecHash.u16(column), SpecHash.cell(truth.get(column - 1))));
        }
        tails.add(SpecHash.cat(0x10, SpecHash.u16(0), SpecHash.positionCell(HIDDEN)));
        return tails;
    }

    private List<Path> packages() throws Exception {
        List<Selection> others = new ArrayList<>();
        List<String> subjects = new ArrayList<>();
        IntStream.range(0, 30).filter(subject -> subject != HIDDEN).forEach(subject -> {
            others.add(new Selection.Records("DM", Map.of("USUBJID", "S-" + subject)));
            subjects.add("S-" + subject);
        });
        return List.of(
                proving.prove(others),
                proving.prove(List.of(new Selection.Subjects(subjects))),
                proving.proveAll("USUBJID"));
    }

    @Test
    void guess_everyCandidateAgainstPackagesThatHideIt_findsNothing() throws Exception {
        Set<Bytes> guesses = guesses();
        for (Path file : packages()) {
            Proving.verified(file);
            Haystack haystack = Haystack.of(file);
            assertThat(isFoundUnsalted(haystack, guesses)).as(file.toString()).isFalse();
            assertThat(isFoundSalted(haystack)).as(file.toString()).isFalse();
        }
    }

    @Test
    void guess_everyCandidateAgainstUnsaltedHashes_findsIt() throws Exception {
        Haystack haystack = Haystack.of(packages().get(0));
        List<Cell> truth = dm.rows().get(HIDDEN);
        Set<byte[]> unsalted = new LinkedHashSet<>();
        unsalted.add(SpecHash.h((Object) file(truth)));
        unsalted.add(SpecHash.h((Object) SpecHash.cell(truth.get(1))));
        unsalted.add(SpecHash.commitment(new byte[16], 3, SpecHash.cell(truth.get(2))));
        Set<Bytes> guesses = guesses();
        for (byte[] hash : unsalted) {
            assertThat(isFoundUnsalted(haystack.and(hash), guesses)).isTrue();
        }
    }

    /** The guessing with salts works, where the salt is given away. */
    @Test
    void guess_saltedHashWithItsSaltInThePackage_findsIt() throws Exception {
        Haystack haystack = Haystack.of(packages().get(0));
        ByteArrayOutputStream leak = new ByteArrayOutputStream();
        byte[] salt = Bytes.ofHex("5a".repeat(16)).toArray();
        leak.writeBytes(salt);
        leak.writeBytes(
                SpecHash.commitment(salt, 2, SpecHash.cell(dm.rows().get(HIDDEN).get(1))));
        assertThat(isFoundSalted(haystack.and(leak.toByteArray()))).isTrue();
    }

    /** The control on the real thing: a package that shows the row is found by the same guessing. */
    @Test
    void guess_againstAPackageThatShowsTheFields_findsTheirSalts() throws Exception {
        Path shown = proving.proveRecord("DM", Map.of("USUBJID", "S-" + HIDDEN), "USUBJID", "SEX");
        Haystack haystack = Haystack.of(shown);
        assertThat(isFoundSalted(haystack))
                .as("an opened field has its salt but not its commitment")
                .isFalse();
        Set<Bytes> salts = haystack.windows(16);
        byte[] sex = SpecHash.cell(dm.rows().get(HIDDEN).get(1));
        Path hidden = proving.proveRecord("DM", Map.of("USUBJID", "S-" + HIDDEN), "USUBJID");
        Set<Bytes> commitments = Haystack.of(hidden).windows(Sha256.LENGTH);
        assertThat(salts.stream()
                        .map(salt -> Bytes.copyOf(SpecHash.commitment(salt.toArray(), 2, sex)))
                        .anyMatch(commitments::contains))
                .as("the salt opened in one package opens the commitment in another")
                .isTrue();
    }
}
