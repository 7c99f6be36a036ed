package org.trialseal.app.sample;

import java.time.LocalDate;
import java.util.List;
import org.trialseal.app.sample.Subject.Doses;

/** EX: one record for each bottle, from the visit where it was handed out to the day before the next one. */
final class ExposureTable {
    private final CsvTable table =
            new CsvTable("STUDYID,DOMAIN,USUBJID,EXSEQ,EXREFID,EXTRT,EXDOSE,EXDOSU,EXDOSFRM,EXDOSFRQ,EXROUTE,"
                    + "EPOCH,EXSTDTC,EXENDTC,EXSTDY,EXENDY");
    private int bottle = 410_000;

    private ExposureTable() {}

    static CsvTable of(List<Subject> subjects) {
        ExposureTable ex = new ExposureTable();
        subjects.forEach(subject -> subject.doses().ifPresent(doses -> ex.add(subject, doses)));
        return ex.table;
    }

    private void add(Subject s, Doses doses) {
        List<LocalDate> handedOut = s.attendances().stream()
                .filter(a -> !a.unscheduled() && a.visit() != Visit.SCREENING)
                .filter(a -> a.visit().compareTo(Visit.WEEK_12) < 0)
                .map(Attendance::date)
                .toList();
        for (int i = 0; i < handedOut.size(); i++) {
            boolean isLast = i + 1 == handedOut.size();
            LocalDate end = isLast ? doses.last() : handedOut.get(i + 1).minusDays(1);
            record(s, i + 1, handedOut.get(i), end, isLast ? s.lastDoseText() : end.toString());
        }
    }

    private void record(Subject s, int sequence, LocalDate start, LocalDate end, String endText) {
        bottle += Draw.of("bottle", s.number() + "/" + sequence).between(1, 9);
        boolean dayKnown = endText.equals(end.toString());
        table.add(
                SampleTrial.STUDY_ID,
                "EX",
                s.id(),
                Integer.toString(sequence),
                "K" + bottle,
                s.arm().treatment,
                s.arm().dose,
                "mg",
                "TABLET",
                "QD",
                "ORAL",
                "TREATMENT",
                start.toString(),
                endText,
                s.day(start),
                dayKnown ? s.day(end) : "");
    }
}
