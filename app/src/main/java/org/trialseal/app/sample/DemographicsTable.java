package org.trialseal.app.sample;

import java.util.List;

/** DM: one record a subject. */
final class DemographicsTable {
    private DemographicsTable() {}

    static CsvTable of(List<Subject> subjects) {
        CsvTable table =
                new CsvTable("STUDYID,DOMAIN,USUBJID,SUBJID,RFSTDTC,RFENDTC,RFXSTDTC,RFXENDTC,RFICDTC,DTHDTC,DTHFL,"
                        + "SITEID,INVNAM,BRTHDTC,AGE,AGEU,SEX,RACE,ARMCD,ARM,COUNTRY");
        subjects.forEach(subject -> add(table, subject));
        return table;
    }

    private static void add(CsvTable table, Subject s) {
        boolean died = s.outcome() == Outcome.DEATH;
        Person p = s.person();
        table.add(
                SampleTrial.STUDY_ID,
                "DM",
                s.id(),
                s.number(),
                s.firstDoseText(),
                s.doses().isPresent() ? s.end().toString() : "",
                s.firstDoseText(),
                s.lastDoseText(),
                s.consent().toString(),
                died ? s.end().toString() : "",
                died ? "Y" : "",
                s.site().id(),
                s.site().investigator(),
                p.birth(),
                Integer.toString(p.age()),
                "YEARS",
                p.sex(),
                p.race(),
                s.arm().code,
                s.arm().label,
                s.site().country());
    }
}
