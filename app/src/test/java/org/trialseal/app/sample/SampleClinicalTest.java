package org.trialseal.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleClinicalTest {
    @TempDir
    static Path temp;

    private static SampleStudy study;

    @BeforeAll
    static void write() throws IOException {
        study = SampleStudy.writtenTo(temp);
    }

    @Test
    void laboratory_doneTests_flagsAgreeWithValuesAndRanges() throws IOException {
        for (CSVRecord row : study.rows("lb.csv")) {
            if (row.get("LBSTAT").isEmpty()) {
                assertThat(row.get("LBNRIND")).as(row.toString()).isEqualTo(expectedFlag(row));
                assertThat(row.get("LBORRESU")).isNotEmpty();
            }
        }
    }

    private static String expectedFlag(CSVRecord row) {
        if (row.get("LBORRES").startsWith("<")) {
            return "NORMAL";
        }
        BigDecimal value = new BigDecimal(row.get("LBORRES"));
        if (value.compareTo(new BigDecimal(row.get("LBORNRLO"))) < 0) {
            return "LOW";
        }
        return value.compareTo(new BigDecimal(row.get("LBORNRHI"))) > 0 ? "HIGH" : "NORMAL";
    }

    @Test
    void laboratory_flags_allThreeOccurAndMostAreNormal() throws IOException {
        Map<String, Long> flags = study.rows("lb.csv").stream()
                .collect(Collectors.groupingBy(row -> row.get("LBNRIND"), Collectors.counting()));

        assertThat(flags.keySet()).containsExactlyInAnyOrder("", "LOW", "NORMAL", "HIGH");
        assertThat(flags.get("NORMAL")).isGreaterThan(14_000);
        assertThat(flags.get("HIGH")).isGreaterThan(30);
    }

    @Test
    void notDone_laboratoryAndVitalSigns_noResultButAReason() throws IOException {
        assertNotDone("lb.csv", "LB");
        assertNotDone("vs.csv", "VS");
    }

    private static void assertNotDone(String file, String domain) throws IOException {
        int notDone = 0;
        for (CSVRecord row : study.rows(file)) {
            boolean missing = row.get(domain + "STAT").equals("NOT DONE");
            assertThat(row.get(domain + "ORRES").isEmpty()).as(row.toString()).isEqualTo(missing);
            assertThat(row.get(domain + "REASND").isEmpty()).as(row.toString()).isEqualTo(!missing);
            notDone += missing ? 1 : 0;
        }
        assertThat(notDone).as(file).isBetween(20, 400);
    }

    @Test
    void baseline_everyRandomisedSubject_oneFlagForEachTest() throws IOException {
        long randomised = study.rows("dm.csv").stream()
                .filter(row -> !row.get("RFSTDTC").isEmpty())
                .count();
        assertThat(study.rows("lb.csv").stream().filter(row -> row.get("LBBLFL").equals("Y")))
                .hasSize((int) randomised * LabTest.values().length)
                .allMatch(row -> row.get("LBDY").equals("1"));
    }

    @Test
    void adverseEvents_everyOne_isCoherent() throws IOException {
        for (CSVRecord row : study.rows("ae.csv")) {
            boolean serious = row.get("AESER").equals("Y");
            boolean fatal = row.get("AEOUT").equals("FATAL");
            boolean over = row.get("AEOUT").equals("RECOVERED/RESOLVED") || fatal;
            assertThat(row.get("AEENDTC").isEmpty()).as(row.toString()).isEqualTo(!over);
            assertThat(row.get("AESDTH").equals("Y")).isEqualTo(fatal);
            assertThat(row.get("AESHOSP").isEmpty()).as(row.toString()).isEqualTo(!serious);
            assertThat(serious && row.get("AESEV").equals("MILD"))
                    .as(row.toString())
                    .isFalse();
        }
    }

    @Test
    void stopping_becauseOfAnAdverseEvent_hasThatEvent() throws IOException {
        Set<String> stopped = subjects("ds.csv", "DSDECOD", "ADVERSE EVENT");

        assertThat(subjects("ae.csv", "AEACN", "DRUG WITHDRAWN"))
                .isEqualTo(stopped)
                .isNotEmpty();
    }

    @Test
    void death_oneSubject_isToldAlikeByThreeTables() throws IOException {
        List<CSVRecord> fatal = study.rows("ae.csv").stream()
                .filter(row -> row.get("AEOUT").equals("FATAL"))
                .toList();
        assertThat(fatal).hasSize(1);
        String subject = fatal.get(0).get("USUBJID");

        assertThat(subjects("ds.csv", "DSDECOD", "DEATH")).containsExactly(subject);
        assertThat(subjects("dm.csv", "DTHFL", "Y")).containsExactly(subject);
        List<CSVRecord> disposition = SampleStudy.get(study.bySubject("ds.csv"), subject);
        assertThat(List.of(
                        fatal.get(0).get("AEENDTC"),
                        SampleStudy.get(study.demographics(), subject).get("DTHDTC"),
                        disposition.get(disposition.size() - 1).get("DSSTDTC")))
                .containsOnly(fatal.get(0).get("AEENDTC"));
    }

    @Test
    void liver_raisedAltAboveTwiceTheLimit_repeatedAndReported() throws IOException {
        Set<String> raised = study.rows("lb.csv").stream()
                .filter(row ->
                        row.get("LBTESTCD").equals("ALT") && row.get("LBNRIND").equals("HIGH"))
                .filter(row -> Integer.parseInt(row.get("LBORRES")) > 2 * Integer.parseInt(row.get("LBORNRHI")))
                .map(row -> row.get("USUBJID"))
                .collect(Collectors.toSet());

        assertThat(subjects("ae.csv", "AETERM", "Raised alanine aminotransferase"))
                .isEqualTo(raised)
                .contains("TS-2041-014-0007");
        assertThat(study.rows("lb.csv").stream()
                        .filter(row -> row.get("VISIT").startsWith("UNSCHEDULED"))
                        .map(row -> row.get("USUBJID"))
                        .collect(Collectors.toSet()))
                .isEqualTo(raised);
    }

    @Test
    void pressure_twelveWeeks_fallsMoreOnTreatment() throws IOException {
        double active = meanSystolic("EBF20", "2") - meanSystolic("EBF20", "6");
        double placebo = meanSystolic("PBO", "2") - meanSystolic("PBO", "6");

        assertThat(active).isGreaterThan(placebo + 4);
        assertThat(placebo).isBetween(1.0, 8.0);
    }

    private static double meanSystolic(String arm, String visit) throws IOException {
        Set<String> members = subjects("dm.csv", "ARMCD", arm);
        return study.rows("vs.csv").stream()
                .filter(row -> row.get("VSTESTCD").equals("SYSBP")
                        && row.get("VISITNUM").equals(visit))
                .filter(row -> members.contains(row.get("USUBJID"))
                        && !row.get("VSORRES").isEmpty())
                .mapToInt(row -> Integer.parseInt(row.get("VSORRES")))
                .average()
                .orElseThrow();
    }

    private static Set<String> subjects(String file, String column, String value) throws IOException {
        return study.rows(file).stream()
                .filter(row -> row.get(column).equals(value))
                .map(row -> row.get("USUBJID"))
                .collect(Collectors.toSet());
    }
}
