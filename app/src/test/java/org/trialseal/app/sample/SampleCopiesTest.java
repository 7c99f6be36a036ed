package org.trialseal.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.MalformedException;

class SampleCopiesTest {
    @TempDir
    static Path temp;

    private static SampleStudy study;

    @TempDir
    Path own;

    private Path target;

    @BeforeAll
    static void write() throws IOException {
        study = SampleStudy.writtenTo(temp);
    }

    @BeforeEach
    void name() {
        target = own.resolve("copy.csv");
    }

    @Test
    void tamper_laboratory_changesExactlyTheCellItNames() throws IOException, MalformedException {
        Tampering change = SampleTrial.tamper(study.file("lb.csv"), target);

        assertThat(change)
                .isEqualTo(new Tampering("LB", "TS-2041-014-0007", "3", "ALT", "LBORRES", change.line(), "81", "41"));
        List<String> before = Files.readAllLines(study.file("lb.csv"));
        List<String> after = Files.readAllLines(target);
        int line = (int) change.line() - 1;
        assertThat(differing(before, after)).containsExactly(line);
        assertCells(
                study.rows("lb.csv").get(line - 1),
                SampleStudy.read(target, SampleStudy.COMMAS).get(line - 1));
    }

    private static void assertCells(CSVRecord before, CSVRecord after) {
        assertThat(List.of(before.get("USUBJID"), before.get("VISITNUM"), before.get("LBTESTCD")))
                .containsExactly("TS-2041-014-0007", "3", "ALT");
        assertThat(differing(before.toList(), after.toList()))
                .containsExactly(before.getParser().getHeaderNames().indexOf("LBORRES"));
        assertThat(before.get("LBORRES")).isEqualTo("81");
        assertThat(after.get("LBORRES")).isEqualTo("41");
    }

    private static List<Integer> differing(List<String> before, List<String> after) {
        assertThat(after).hasSameSizeAs(before);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                places.add(i);
            }
        }
        return places;
    }

    @Test
    void tamper_otherFile_refusesInWords() {
        assertThatThrownBy(() -> SampleTrial.tamper(study.file("vs.csv"), target))
                .isInstanceOf(MalformedException.class)
                .hasMessage("vs.csv: this is not the file of the sample study that it should be");
        assertThat(target).doesNotExist();
    }

    @Test
    void tamper_alreadyTampered_refuses() throws IOException, MalformedException {
        SampleTrial.tamper(study.file("lb.csv"), target);

        assertThatThrownBy(() -> SampleTrial.tamper(target, own.resolve("again.csv")))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith("copy.csv: ");
    }

    @Test
    void tamper_targetExists_refusesAndKeepsIt() throws IOException {
        Files.writeString(target, "mine");

        assertThatThrownBy(() -> SampleTrial.tamper(study.file("lb.csv"), target))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("copy.csv");
        assertThat(target).hasContent("mine");
    }

    @Test
    void replaceRecord_adverseEvents_oneGoneAndOneNew() throws IOException, MalformedException {
        Replacement change = SampleTrial.replaceRecord(study.file("ae.csv"), target);

        List<List<String>> before = cells(study.rows("ae.csv"));
        List<List<String>> after = cells(SampleStudy.read(target, SampleStudy.COMMAS));
        List<List<String>> gone = new ArrayList<>(before);
        gone.removeAll(after);
        List<List<String>> added = new ArrayList<>(after);
        added.removeAll(before);
        assertThat(gone).hasSize(1);
        assertThat(added).hasSize(1);
        assertThat(gone.get(0).subList(2, 5))
                .containsExactly(change.subject(), change.removedSequence(), change.removedTerm());
        assertThat(added.get(0).subList(2, 5))
                .containsExactly(change.subject(), change.addedSequence(), change.addedTerm());
        assertThat(before)
                .noneMatch(row -> row.subList(2, 4).equals(added.get(0).subList(2, 4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dm.csv", "ae.csv", "lb.csv", "vs.csv", "ex.csv", "ds.csv", "consent.csv"})
    void reencode_everyTable_sameCellsInOtherBytes(String file) throws IOException {
        SampleTrial.reencode(study.file(file), target);

        String text = Files.readString(target, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
        Path withoutMark = Files.writeString(own.resolve("plain.csv"), text.substring(1));
        CSVFormat semicolons = SampleStudy.COMMAS.builder().setDelimiter(';').get();
        assertThat(cells(SampleStudy.read(withoutMark, semicolons))).isEqualTo(cells(study.rows(file)));
        assertThat(text.lines().findFirst().orElseThrow()).contains(";").doesNotContain(",");
    }

    private static List<List<String>> cells(List<CSVRecord> rows) {
        return rows.stream().map(CSVRecord::toList).toList();
    }
}
