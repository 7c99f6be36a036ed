package org.trialseal.app.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The consent log of all sites: what was signed, refused and withdrawn, in order of time; it only ever grows. */
final class ConsentLog {
    /** From this day on the form of amendment 1 is in use, and subjects still in the study sign it again. */
    static final LocalDate AMENDED = LocalDate.of(2025, 3, 3);

    private final List<Entry> entries = new ArrayList<>();

    private ConsentLog() {}

    private record Entry(LocalDateTime time, Subject subject, String event, String form, String remark) {}

    static CsvTable of(List<Subject> subjects) {
        ConsentLog log = new ConsentLog();
        subjects.forEach(log::collect);
        return log.table();
    }

    private void collect(Subject s) {
        Draw draw = Draw.of("consent", s.number());
        add(draw, s, s.consent(), "CONSENT SIGNED");
        add(draw, s, s.consent().plusMinutes(4), draw.chance(700) ? "BIOBANK CONSENT SIGNED" : "BIOBANK REFUSED");
        if (s.consent().toLocalDate().isBefore(AMENDED)) {
            firstVisitAfterAmendment(s).forEach(a -> add(draw, s, a.when().minusMinutes(5), "CONSENT SIGNED AGAIN"));
        }
        if (s.outcome() == Outcome.WITHDRAWAL) {
            add(draw, s, s.end().atTime(16, 5 * draw.between(0, 11)), "CONSENT WITHDRAWN");
        }
    }

    private static Stream<Attendance> firstVisitAfterAmendment(Subject s) {
        return s.attendances().stream().filter(a -> !a.date().isBefore(AMENDED)).limit(1);
    }

    private void add(Draw draw, Subject subject, LocalDateTime time, String event) {
        String form = time.toLocalDate().isBefore(AMENDED) ? "1.0" : "2.0";
        entries.add(new Entry(time, subject, event, form, draw.chance(60) ? remark(subject.site()) : ""));
    }

    private static String remark(Site site) {
        return switch (site.language()) {
            case "de" -> "Kopie ausgehändigt, Rückfragen beantwortet";
            case "fr" -> "Formulaire expliqué ; témoin présent, \"lit avec difficulté\"";
            default -> "Copia entregada, con tiempo para preguntas";
        };
    }

    private CsvTable table() {
        CsvTable table = new CsvTable(
                "ENTRY,RECORDED,STUDYID,SITEID,USUBJID,EVENT,FORMVERSION,FORMLANGUAGE,RECORDEDBY," + "REMARK");
        entries.sort(Comparator.comparing(Entry::time)
                .thenComparing(entry -> entry.subject().number()));
        int number = 0;
        for (Entry e : entries) {
            Site site = e.subject().site();
            number++;
            table.add(
                    Integer.toString(number),
                    e.time().toString(),
                    SampleTrial.STUDY_ID,
                    site.id(),
                    e.subject().id(),
                    e.event(),
                    e.form(),
                    site.language(),
                    site.coordinator(),
                    e.remark());
        }
        return table;
    }
}
