package org.trialseal.app.sample;

import java.io.IOException;
import java.nio.file.Path;
import org.trialseal.core.digest.MalformedException;

/**
 * What was changed in a tampered copy: one cell.
 *
 * @param dataset {@code LB}
 * @param subject USUBJID
 * @param visit VISITNUM
 * @param test LBTESTCD
 * @param column name of the changed column
 * @param line line of the changed record in the file, 1 for the header
 * @param oldValue the cell before
 * @param newValue the cell after
 */
public record Tampering(
        String dataset,
        String subject,
        String visit,
        String test,
        String column,
        long line,
        String oldValue,
        String newValue) {
    private static final String SUBJECT = SampleTrial.STUDY_ID + "-" + Script.TAMPERED;
    private static final String BEFORE =
            SampleTrial.STUDY_ID + ",LB," + SUBJECT + ",25,ALT,Alanine Aminotransferase,CHEMISTRY,";
    private static final String AFTER = ",U/L,10,40,HIGH,,,,3,WEEK 2,";
    private static final String OLD = "81";
    private static final String NEW = "41";

    static Tampering apply(Path lbCsv, Path target) throws IOException, MalformedException {
        SampleText lb = SampleText.read(lbCsv);
        int cell = lb.only(BEFORE + OLD + AFTER) + BEFORE.length();
        lb.with(cell, cell + OLD.length(), NEW).writeTo(target);
        return new Tampering("LB", SUBJECT, "3", "ALT", "LBORRES", lb.lineAt(cell), OLD, NEW);
    }
}
