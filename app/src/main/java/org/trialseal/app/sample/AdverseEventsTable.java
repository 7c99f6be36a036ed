package org.trialseal.app.sample;

import java.util.List;

/** AE: adverse events as reported, with the site's comment. */
final class AdverseEventsTable {
    private final CsvTable table =
            new CsvTable("STUDYID,DOMAIN,USUBJID,AESEQ,AETERM,AESEV,AESER,AESDTH,AESHOSP,AEREL,AEACN,AEOUT,"
                    + "AESTDTC,AEENDTC,AESTDY,AECOMM");

    private AdverseEventsTable() {}

    static CsvTable of(List<Subject> subjects) {
        AdverseEventsTable ae = new AdverseEventsTable();
        subjects.forEach(ae::add);
        return ae.table;
    }

    private void add(Subject subject) {
        int sequence = 0;
        for (AdverseEvent event : AdverseEvents.of(subject)) {
            sequence++;
            record(subject, event, sequence);
        }
    }

    private void record(Subject s, AdverseEvent e, int sequence) {
        boolean dayKnown = e.startText().equals(e.start().toString());
        table.add(
                SampleTrial.STUDY_ID,
                "AE",
                s.id(),
                Integer.toString(sequence),
                e.term(),
                e.severity(),
                e.seriousness().isSerious(),
                e.seriousness().is(AdverseEvent.Seriousness.DEATH),
                e.seriousness().is(AdverseEvent.Seriousness.HOSPITAL),
                e.relation(),
                e.action(),
                e.outcome(),
                e.startText(),
                e.end().orElse(""),
                dayKnown ? s.day(e.start()) : "",
                e.comment());
    }
}
