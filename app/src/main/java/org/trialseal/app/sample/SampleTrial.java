package org.trialseal.app.sample;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trialseal.core.digest.MalformedException;

/**
 * The built-in sample study: a protocol, six datasets in the manner of CDISC SDTM and a consent log, all invented. Every
 * file has the same bytes on every machine and JDK.
 */
public final class SampleTrial {
    /** Protocol number. The study is in no registry. */
    public static final String STUDY_ID = "TS-2041";

    /** Title of the study. */
    public static final String TITLE = "A Randomised, Double-Blind, Placebo-Controlled Study of EBF-41 in Adults with"
            + " Mild to Moderate Hypertension";

    /** A sponsor that does not exist. */
    public static final String SPONSOR = "Example Biomedical Foundation";

    private static final List<SampleFile> FILES = List.of(
            SampleFile.document("protocol.pdf"),
            SampleFile.dataset("dm.csv", "USUBJID"),
            SampleFile.dataset("ae.csv", "USUBJID", "AESEQ"),
            SampleFile.dataset("lb.csv", "USUBJID", "LBTESTCD", "VISITNUM"),
            SampleFile.dataset("vs.csv", "USUBJID", "VSTESTCD", "VISITNUM"),
            SampleFile.dataset("ex.csv", "USUBJID", "EXSEQ"),
            SampleFile.dataset("ds.csv", "USUBJID", "DSSEQ"),
            SampleFile.eventLog("consent.csv", "ENTRY"));

    private SampleTrial() {}

    /** The files that {@link #writeTo} writes, in that order. */
    public static List<SampleFile> files() {
        return FILES;
    }

    /**
     * Writes all files; makes the folder when it does not exist.
     *
     * @throws FileAlreadyExistsException when a file of that name is there; files written before it stay
     */
    public static void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : contents().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue(), StandardOpenOption.CREATE_NEW);
        }
    }

    /**
     * Copies {@code lb.csv} with one result changed: the raised ALT of one subject at visit 3.
     *
     * @param lbCsv the sample's {@code lb.csv}, not changed itself
     * @param target a file that does not exist yet
     * @throws MalformedException when {@code lbCsv} does not hold that result exactly once
     */
    public static Tampering tamper(Path lbCsv, Path target) throws IOException, MalformedException {
        return Tampering.apply(lbCsv, target);
    }

    /**
     * Copies {@code ae.csv} with one record taken out (the adverse event that goes with the raised ALT) and one put in.
     *
     * @param aeCsv the sample's {@code ae.csv}, not changed itself
     * @param target a file that does not exist yet
     * @throws MalformedException when {@code aeCsv} does not hold that record exactly once
     */
    public static Replacement replaceRecord(Path aeCsv, Path target) throws IOException, MalformedException {
        return Replacement.apply(aeCsv, target);
    }

    /**
     * Copies a CSV file of the sample with the same cells and other bytes: semicolons, a byte order mark, and a carriage
     * return before the line feed that ends a record. Line breaks inside a cell stay as they are.
     *
     * @param csv a CSV file of the sample, not changed itself
     * @param target a file that does not exist yet
     */
    public static void reencode(Path csv, Path target) throws IOException {
        Reencoding.apply(csv, target);
    }

    private static Map<String, byte[]> contents() {
        List<Subject> subjects = Enrolment.subjects();
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("protocol.pdf", Protocol.toPdf());
        contents.put("dm.csv", DemographicsTable.of(subjects).toBytes());
        contents.put("ae.csv", AdverseEventsTable.of(subjects).toBytes());
        contents.put("lb.csv", LaboratoryTable.of(subjects).toBytes());
        contents.put("vs.csv", VitalSignsTable.of(subjects).toBytes());
        contents.put("ex.csv", ExposureTable.of(subjects).toBytes());
        contents.put("ds.csv", DispositionTable.of(subjects).toBytes());
        contents.put("consent.csv", ConsentLog.of(subjects).toBytes());
        return contents;
    }
}
