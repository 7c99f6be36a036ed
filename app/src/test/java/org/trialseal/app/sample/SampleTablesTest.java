package org.trialseal.app.sample;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTablesTest {
    @TempDir
    static Path temp;

    private static SampleStudy study;

    @BeforeAll
    static void write() throws IOException {
        study = SampleStudy.writtenTo(temp);
    }

    @Test
    void keys_everyTable_nameEachRecordOnce() throws IOException {
        for (SampleFile file : SampleTrial.files()) {
            if (file.kind() != SampleFile.Kind.DOCUMENT) {
                Set<List<String>> seen = new HashSet<>();
                for (CSVRecord row : study.rows(file.name())) {
                    List<String> key = file.keys().stream().map(row::get).toList();
                    assertThat(seen.add(key)).as("%s %s", file.name(), key).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ae", "lb", "vs", "ex", "ds"})
    void sequence_everySubject_countsFromOne(String domain) throws IOException {
        Map<String, Integer> last = new HashMap<>();
        for (CSVRecord row : study.rows(domain + ".csv")) {
            int sequence = Integer.parseInt(row.get(3));
            assertThat(sequence).as(row.get("USUBJID")).isEqualTo(last.merge(row.get("USUBJID"), 1, Integer::sum));
        }
        assertThat(last).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ae.csv", "lb.csv", "vs.csv", "ex.csv", "ds.csv", "consent.csv"})
    void subjects_everyTable_areInDemographics(String file) throws IOException {
        assertThat(study.demographics().keySet())
                .containsAll(study.bySubject(file).keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "dm.csv, 240, 240",
        "ae.csv, 200, 500",
        "lb.csv, 14000, 17000",
        "vs.csv, 6500, 8500",
        "ex.csv, 750, 900",
        "ds.csv, 690, 720",
        "consent.csv, 500, 700"
    })
    void rows_everyTable_plausibleCount(String file, int atLeast, int atMost) throws IOException {
        assertThat(study.rows(file)).hasSizeBetween(atLeast, atMost);
    }

    @Test
    void demographics_sitesCountriesArms_asThePlanSays() throws IOException {
        List<CSVRecord> dm = study.rows("dm.csv");
        Map<String, Long> arms = dm.stream().collect(groupingBy(row -> row.get("ARMCD"), counting()));

        assertThat(dm.stream().map(row -> row.get("SITEID")).distinct()).hasSize(8);
        assertThat(dm.stream().map(row -> row.get("COUNTRY")).distinct()).containsExactly("DEU", "FRA", "ESP");
        assertThat(arms.keySet()).containsExactlyInAnyOrder("EBF20", "PBO", "SCRNFAIL");
        assertThat(SampleStudy.get(arms, "EBF20") - SampleStudy.get(arms, "PBO"))
                .isBetween(-16L, 16L);
        assertThat(dm).allMatch(row -> row.get("USUBJID").matches("TS-2041-01[1-8]-00[0-4][0-9]"));
        assertThat(dm).allMatch(row -> row.get("USUBJID").contains("-" + row.get("SITEID") + "-"));
    }

    @Test
    void age_partialBirthDate_agreesWithIt() throws IOException {
        for (CSVRecord row : study.rows("dm.csv")) {
            int years = year(row.get("RFICDTC")) - year(row.get("BRTHDTC"));
            assertThat(years - Integer.parseInt(row.get("AGE")))
                    .as(row.get("USUBJID"))
                    .isBetween(0, 1);
            assertThat(Integer.parseInt(row.get("AGE"))).isBetween(30, 79);
        }
    }

    private static int year(String date) {
        return Integer.parseInt(date.substring(0, 4));
    }

    @Test
    void text_someCells_areHardOnCarelessReaders() throws IOException {
        List<String> comments =
                study.rows("ae.csv").stream().map(row -> row.get("AECOMM")).toList();

        assertThat(comments).anyMatch(c -> c.contains("\n") && c.contains("\"") && c.contains(","));
        assertThat(comments).anyMatch(c -> c.startsWith("=")).anyMatch(c -> c.startsWith("+"));
        assertThat(comments).contains("NA", "", "Source: diary ");
        assertThat(study.rows("dm.csv")).anyMatch(row -> row.get("INVNAM").equals("Lefèvre-Garçon, Zoé"));
        assertThat(study.rows("dm.csv")).anyMatch(row -> row.get("RACE").isEmpty());
        assertThat(Files.readString(study.file("dm.csv"))).doesNotContain("\r").endsWith("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "dm.csv, BRTHDTC, 4",
        "dm.csv, BRTHDTC, 7",
        "ae.csv, AESTDTC, 7",
        "ae.csv, AEENDTC, 7",
        "ex.csv, EXENDTC, 7",
        "lb.csv, LBDTC, 10"
    })
    void dates_someOfThem_arePartial(String file, String column, int length) throws IOException {
        assertThat(study.rows(file)).anyMatch(row -> row.get(column).length() == length);
    }
}
