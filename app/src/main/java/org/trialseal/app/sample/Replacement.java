package org.trialseal.app.sample;

import java.io.IOException;
import java.nio.file.Path;
import org.trialseal.core.digest.MalformedException;

/**
 * What was exchanged in a copy of the adverse events: one record is missing, another one is new.
 *
 * @param dataset {@code AE}
 * @param subject USUBJID of both records
 * @param removedSequence AESEQ of the record that is missing
 * @param removedTerm its AETERM
 * @param addedSequence AESEQ of the new record
 * @param addedTerm its AETERM
 */
public record Replacement(
        String dataset,
        String subject,
        String removedSequence,
        String removedTerm,
        String addedSequence,
        String addedTerm) {
    private static final String SUBJECT = SampleTrial.STUDY_ID + "-" + Script.TAMPERED;
    private static final String PREFIX = "\n" + SampleTrial.STUDY_ID + ",AE," + SUBJECT + ",";
    private static final String REMOVED_TERM = "Raised alanine aminotransferase";
    private static final String ADDED_TERM = "Common cold";
    private static final String ADDED_CELLS =
            ",MILD,N,,,NOT RELATED,DOSE NOT CHANGED,RECOVERED/RESOLVED,2024-12-03,2024-12-09,36,";

    static Replacement apply(Path aeCsv, Path target) throws IOException, MalformedException {
        Replacement plan = new Replacement("AE", SUBJECT, "1", REMOVED_TERM, "6", ADDED_TERM);
        SampleText ae = SampleText.read(aeCsv);
        int removed = ae.only(PREFIX + plan.removedSequence() + "," + REMOVED_TERM);
        SampleText without = ae.with(removed, ae.endOfLine(removed + 1), "");
        int end = without.endOfLine(without.only(PREFIX + "5,") + 1);
        without.with(end, end, PREFIX + plan.addedSequence() + "," + ADDED_TERM + ADDED_CELLS)
                .writeTo(target);
        return plan;
    }
}
