package org.trialseal.app.sample;

import java.util.List;

/** DS: consent, randomisation, and the one event with which each subject left the study. */
final class DispositionTable {
    private final CsvTable table =
            new CsvTable("STUDYID,DOMAIN,USUBJID,DSSEQ,DSTERM,DSDECOD,DSCAT,EPOCH,DSSTDTC,DSSTDY");
    private int sequence;

    private DispositionTable() {}

    static CsvTable of(List<Subject> subjects) {
        DispositionTable ds = new DispositionTable();
        subjects.forEach(ds::add);
        return ds.table;
    }

    private void add(Subject s) {
        sequence = 0;
        String consented = s.consent().toLocalDate().toString();
        record(
                s,
                "Informed consent signed",
                "INFORMED CONSENT OBTAINED",
                "PROTOCOL MILESTONE",
                "SCREENING",
                consented,
                s.day(s.consent().toLocalDate()));
        s.doses()
                .ifPresent(doses -> record(
                        s,
                        "Randomised",
                        "RANDOMIZED",
                        "PROTOCOL MILESTONE",
                        "TREATMENT",
                        doses.first().toString(),
                        s.day(doses.first())));
        record(
                s,
                s.outcome().term,
                s.outcome().code,
                "DISPOSITION EVENT",
                lastEpoch(s),
                s.end().toString(),
                s.day(s.end()));
    }

    private static String lastEpoch(Subject s) {
        if (s.doses().isEmpty()) {
            return "SCREENING";
        }
        return s.outcome() == Outcome.COMPLETED ? "FOLLOW-UP" : "TREATMENT";
    }

    private void record(Subject s, String term, String code, String category, String epoch, String date, String day) {
        sequence++;
        table.add(
                SampleTrial.STUDY_ID, "DS", s.id(), Integer.toString(sequence), term, code, category, epoch, date, day);
    }
}
