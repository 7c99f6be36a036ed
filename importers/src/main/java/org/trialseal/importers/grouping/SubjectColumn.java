package org.trialseal.importers.grouping;

import java.util.List;
import java.util.Optional;
import org.trialseal.core.record.Schema;

/** Finds the column that names the subject, by its name alone. */
final class SubjectColumn {
    /** Names that mean the subject, the surest first: CDISC, then REDCap and common exports. */
    static final List<String> NAMES = List.of(
            "USUBJID",
            "SUBJID",
            "SUBJECT_ID",
            "SUBJECTID",
            "PATIENT_ID",
            "PATIENTID",
            "PARTICIPANT_ID",
            "PARTICIPANTID",
            "SUBJECT",
            "PATIENT",
            "PARTICIPANT",
            "SCREENING_ID",
            "RECORD_ID",
            "STUDY_ID",
            "ID");

    private SubjectColumn() {}

    /** The column whose name, in either case, comes first in {@link #NAMES}. */
    static Optional<String> find(Schema schema) {
        for (String known : NAMES) {
            for (String name : schema.names()) {
                if (known.equalsIgnoreCase(name)) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }
}
