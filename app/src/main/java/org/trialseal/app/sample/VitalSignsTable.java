package org.trialseal.app.sample;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** VS: vital signs at every planned visit. */
final class VitalSignsTable {
    private static final List<String> REASONS =
            List.of("EQUIPMENT FAILURE", "SUBJECT REFUSED", "Forgotten, noticed after the subject had left");

    private final CsvTable table =
            new CsvTable("STUDYID,DOMAIN,USUBJID,VSSEQ,VSTESTCD,VSTEST,VSPOS,VSORRES,VSORRESU,VSSTAT,VSREASND,"
                    + "VISITNUM,VISIT,VSDTC,VSDY");

    private VitalSignsTable() {}

    static CsvTable of(List<Subject> subjects) {
        VitalSignsTable vs = new VitalSignsTable();
        subjects.forEach(vs::add);
        return vs.table;
    }

    private void add(Subject subject) {
        Draw draw = Draw.of("VS", subject.number());
        Map<VitalSign, Double> usual = new EnumMap<>(VitalSign.class);
        for (VitalSign sign : VitalSign.values()) {
            usual.put(sign, sign.usual(draw, subject.person()));
        }
        int sequence = 0;
        for (Attendance attendance : subject.attendances()) {
            for (Map.Entry<VitalSign, Double> sign : usual.entrySet()) {
                if (!attendance.unscheduled() && sign.getKey().isMeasuredAt(attendance.visit())) {
                    sequence++;
                    record(draw, subject, attendance, sign, sequence);
                }
            }
        }
    }

    private void record(Draw draw, Subject s, Attendance at, Map.Entry<VitalSign, Double> usual, int sequence) {
        VitalSign sign = usual.getKey();
        String result = sign.measure(draw, usual.getValue(), s.arm(), at.visit());
        boolean done = !draw.chance(9) || at.visit().compareTo(Visit.WEEK_2) < 0;
        boolean seated = sign.compareTo(VitalSign.PULSE) <= 0;
        String reason = draw.pick(REASONS);
        table.add(
                SampleTrial.STUDY_ID,
                "VS",
                s.id(),
                Integer.toString(sequence),
                sign.name(),
                sign.label,
                done && seated ? "SITTING" : "",
                done ? result : "",
                done ? sign.unit : "",
                done ? "" : "NOT DONE",
                done ? "" : reason,
                at.number(),
                at.label(),
                at.when().toString(),
                s.day(at.date()));
    }
}
