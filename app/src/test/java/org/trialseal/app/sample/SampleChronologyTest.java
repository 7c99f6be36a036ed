package org.trialseal.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleChronologyTest {
    @TempDir
    static Path temp;

    private static SampleStudy study;
    private static Map<String, CSVRecord> demographics;

    @BeforeAll
    static void write() throws IOException {
        study = SampleStudy.writtenTo(temp);
        demographics = study.demographics();
    }

    @ParameterizedTest
    @CsvSource({
        "lb.csv, LBDTC",
        "vs.csv, VSDTC",
        "ae.csv, AESTDTC",
        "ex.csv, EXSTDTC",
        "ds.csv, DSSTDTC",
        "consent.csv, RECORDED"
    })
    void date_everyRecord_isNotBeforeConsent(String file, String column) throws IOException {
        for (CSVRecord row : study.rows(file)) {
            assertNotAfter(SampleStudy.get(demographics, row.get("USUBJID")).get("RFICDTC"), row.get(column), row);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lb.csv, LBDTC",
        "vs.csv, VSDTC",
        "ae.csv, AESTDTC",
        "ae.csv, AEENDTC",
        "ex.csv, EXENDTC",
        "consent.csv, RECORDED"
    })
    void date_everyRecord_isNotAfterDisposition(String file, String column) throws IOException {
        Map<String, String> ends = new HashMap<>();
        study.rows("ds.csv").forEach(row -> ends.put(row.get("USUBJID"), row.get("DSSTDTC")));
        for (CSVRecord row : study.rows(file)) {
            assertNotAfter(row.get(column), SampleStudy.get(ends, row.get("USUBJID")), row);
        }
    }

    @Test
    void disposition_everySubject_consentThenRandomisationThenOneEnd() throws IOException {
        for (List<CSVRecord> rows : study.bySubject("ds.csv").values()) {
            CSVRecord dm = SampleStudy.get(demographics, rows.get(0).get("USUBJID"));
            boolean randomised = !dm.get("RFSTDTC").isEmpty();
            assertThat(rows).as(dm.get("USUBJID")).hasSize(randomised ? 3 : 2);
            assertThat(rows.get(0).get("DSDECOD")).isEqualTo("INFORMED CONSENT OBTAINED");
            assertThat(rows.get(1).get("DSDECOD")).isEqualTo(randomised ? "RANDOMIZED" : "SCREEN FAILURE");
            assertInOrder(rows, "DSSTDTC");
            assertThat(dm.get("ARMCD").equals("SCRNFAIL")).isEqualTo(!randomised);
        }
    }

    @Test
    void exposure_everyRandomisedSubject_fillsTheTimeFromFirstToLastDose() throws IOException {
        Map<String, List<CSVRecord>> exposure = study.bySubject("ex.csv");
        for (CSVRecord dm : demographics.values()) {
            List<CSVRecord> bottles = exposure.getOrDefault(dm.get("USUBJID"), List.of());
            assertThat(bottles.isEmpty())
                    .as(dm.get("USUBJID"))
                    .isEqualTo(dm.get("RFSTDTC").isEmpty());
            LocalDate next = bottles.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(dm.get("RFXSTDTC"));
            for (CSVRecord bottle : bottles) {
                assertThat(bottle.get("EXSTDTC")).as(dm.get("USUBJID")).isEqualTo(next.toString());
                assertNotAfter(bottle.get("EXSTDTC"), bottle.get("EXENDTC"), bottle);
                boolean isLast = bottle == bottles.get(bottles.size() - 1);
                assertThat(bottle.get("EXENDTC").equals(dm.get("RFXENDTC"))).isEqualTo(isLast);
                next = isLast ? next : LocalDate.parse(bottle.get("EXENDTC")).plusDays(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"lb, LBDTC", "vs, VSDTC"})
    void visits_everySubject_inOrderOfTimeAndNumber(String domain, String column) throws IOException {
        for (List<CSVRecord> rows : study.bySubject(domain + ".csv").values()) {
            assertInOrder(rows, column);
            assertThat(rows.stream().map(row -> Double.valueOf(row.get("VISITNUM"))))
                    .isSorted();
        }
    }

    @ParameterizedTest
    @CsvSource({"lb.csv, LBDY", "vs.csv, VSDY"})
    void visits_planned_lieInTheirWindows(String file, String column) throws IOException {
        for (CSVRecord row : study.rows(file)) {
            if (!row.get(column).isEmpty() && !row.get("VISIT").startsWith("UNSCHEDULED")) {
                Visit visit = planned(row.get("VISIT"));
                assertThat(Integer.parseInt(row.get(column)))
                        .as(row.toString())
                        .isBetween(visit.day - visit.daysEarly, visit.day + visit.daysLate);
            }
        }
    }

    private static Visit planned(String label) {
        return Stream.of(Visit.values())
                .filter(visit -> visit.label.equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void visits_everyOne_onAWorkingDay() throws IOException {
        assertThat(study.rows("vs.csv"))
                .allMatch(row ->
                        WorkingDays.isWorking(LocalDate.parse(row.get("VSDTC").substring(0, 10))));
    }

    @Test
    void adverseEvents_withAnEnd_endNotBeforeTheyStart() throws IOException {
        for (CSVRecord row : study.rows("ae.csv")) {
            assertNotAfter(row.get("AESTDTC"), row.get("AEENDTC"), row);
        }
    }

    @Test
    void consentLog_allEntries_inOrderAndBeginningWithConsent() throws IOException {
        List<CSVRecord> log = study.rows("consent.csv");
        assertInOrder(log, "RECORDED");
        assertThat(log.stream().map(row -> Integer.valueOf(row.get("ENTRY")))).isSorted();
        for (List<CSVRecord> rows : study.bySubject("consent.csv").values()) {
            CSVRecord first = rows.get(0);
            assertThat(first.get("EVENT")).isEqualTo("CONSENT SIGNED");
            assertThat(first.get("RECORDED"))
                    .isEqualTo(
                            SampleStudy.get(demographics, first.get("USUBJID")).get("RFICDTC"));
        }
        assertThat(study.bySubject("consent.csv")).hasSameSizeAs(demographics);
    }

    @Test
    void consentLog_withdrawals_areThoseOfDisposition() throws IOException {
        Stream<String> logged = study.rows("consent.csv").stream()
                .filter(row -> row.get("EVENT").equals("CONSENT WITHDRAWN"))
                .map(row -> row.get("USUBJID"));
        Stream<String> disposed = study.rows("ds.csv").stream()
                .filter(row -> row.get("DSDECOD").equals("WITHDRAWAL BY SUBJECT"))
                .map(row -> row.get("USUBJID"));

        assertThat(logged).isNotEmpty().containsExactlyInAnyOrderElementsOf(disposed.toList());
    }

    private static void assertInOrder(List<CSVRecord> rows, String column) {
        for (int i = 1; i < rows.size(); i++) {
            assertNotAfter(rows.get(i - 1).get(column), rows.get(i).get(column), rows.get(i));
        }
    }

    /** Dates of different precision are compared as far as both are known; an empty date is not compared. */
    private static void assertNotAfter(String earlier, String later, CSVRecord row) {
        int known = Math.min(earlier.length(), later.length());
        assertThat(earlier.substring(0, known)).as(row.toString()).isLessThanOrEqualTo(later.substring(0, known));
    }
}
