package org.trialseal.app.sample;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.trialseal.app.sample.Script.LiverEpisode;

/** LB: laboratory results as collected, in the units of the one central laboratory. */
final class LaboratoryTable {
    private static final List<String> REASONS =
            List.of("Sample haemolysed", "Sample lost, courier delayed", "Not enough material", "SUBJECT REFUSED");

    private final CsvTable table =
            new CsvTable("STUDYID,DOMAIN,USUBJID,LBSEQ,LBTESTCD,LBTEST,LBCAT,LBORRES,LBORRESU,LBORNRLO,"
                    + "LBORNRHI,LBNRIND,LBSTAT,LBREASND,LBBLFL,VISITNUM,VISIT,LBDTC,LBDY");

    private LaboratoryTable() {}

    static CsvTable of(List<Subject> subjects) {
        LaboratoryTable lb = new LaboratoryTable();
        subjects.forEach(lb::add);
        return lb.table;
    }

    private void add(Subject subject) {
        Draw draw = Draw.of("LB", subject.number());
        Map<LabTest, Double> usual = new EnumMap<>(LabTest.class);
        for (LabTest test : LabTest.values()) {
            usual.put(test, test.usual(draw));
        }
        int sequence = 0;
        for (Attendance at : subject.attendances()) {
            for (Map.Entry<LabTest, Double> test : usual.entrySet()) {
                if (isTested(test.getKey(), at)) {
                    sequence++;
                    BigDecimal drawn = test.getKey().measure(draw, test.getValue(), subject.person());
                    BigDecimal value = withEpisode(subject, at, test.getKey(), drawn);
                    record(draw, subject, at, test.getKey(), value, sequence);
                }
            }
        }
    }

    private static boolean isTested(LabTest test, Attendance at) {
        if (at.unscheduled()) {
            return test.isLiverTest();
        }
        return !test.category.equals("HEMATOLOGY") || at.visit().hasHaematology();
    }

    /** Raises ALT and AST at the visit of a liver episode, and half as far at the unscheduled visit after it. */
    private static BigDecimal withEpisode(Subject subject, Attendance at, LabTest test, BigDecimal drawn) {
        int alt = Script.liverEpisode(subject.number())
                .filter(episode -> episode.visit() == at.visit())
                .map(LiverEpisode::alt)
                .orElse(0);
        if (alt == 0 || test.compareTo(LabTest.AST) > 0) {
            return drawn;
        }
        double peak = test == LabTest.ALT ? alt : alt * 0.72;
        return test.rounded(at.unscheduled() ? (peak + drawn.doubleValue()) / 2 : peak);
    }

    private void record(Draw draw, Subject s, Attendance at, LabTest test, BigDecimal value, int sequence) {
        boolean mayFail = at.visit().compareTo(Visit.WEEK_2) >= 0
                && Script.outcome(s.number()).isEmpty();
        boolean done = !(draw.chance(11) && mayFail);
        String reason = draw.pick(REASONS);
        String when = draw.chance(12) ? at.date().toString() : at.when().toString();
        Person p = s.person();
        table.add(
                SampleTrial.STUDY_ID,
                "LB",
                s.id(),
                Integer.toString(sequence),
                test.name(),
                test.label,
                test.category,
                done ? test.report(value) : "",
                done ? test.unit : "",
                done ? test.low(p) : "",
                done ? test.high(p) : "",
                done ? test.indicator(value, p) : "",
                done ? "" : "NOT DONE",
                done ? "" : reason,
                at.visit() == Visit.RANDOMISATION ? "Y" : "",
                at.number(),
                at.label(),
                when,
                s.day(at.date()));
    }
}
