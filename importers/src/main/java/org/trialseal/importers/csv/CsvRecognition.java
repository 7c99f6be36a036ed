package org.trialseal.importers.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Importer;

/** Tells delimited text from other files by name and first bytes. */
final class CsvRecognition {
    private static final int NO = 0;
    private static final int BY_NAME = 90;
    private static final int BY_CONTENT = 60;

    /** These are delimited text, well formed or not. */
    private static final Set<String> TABLES = Set.of("csv", "tsv", "tab", "psv");

    /** These may be delimited text. */
    private static final Set<String> TEXTS = Set.of("txt", "dat");

    /** Control characters that text may have: so many, or one in so many bytes. */
    private static final int FEW_CONTROLS = 4;

    private static final int RARE_CONTROLS = 100;

    /** Bytes of UTF-8 to judge by: so few that no character at the end of a head is cut. */
    private static final int SAMPLE = Importer.HEAD_BYTES / 4;

    /** Delimiters that hardly occur in prose; others must make more columns. */
    private static final String PROSE_FREE = "\t|";

    private static final int LEAST_COLUMNS = 3;

    private CsvRecognition() {}

    static int score(String name, byte[] head) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (TABLES.contains(extension)) {
            return isBinary(head) ? NO : BY_NAME;
        }
        return TEXTS.contains(extension) && !isBinary(head) && isTable(name, head) ? BY_CONTENT : NO;
    }

    private static boolean isBinary(byte[] head) {
        long controls = controls(head);
        boolean many = controls > FEW_CONTROLS && controls * RARE_CONTROLS > head.length;
        return isKnownBinary(head) || many && !EncodingGuess.isUtf16(head);
    }

    private static boolean isKnownBinary(byte[] head) {
        return EncodingGuess.begins(head, 'P', 'K', 3, 4)
                || EncodingGuess.begins(head, '%', 'P', 'D', 'F', '-')
                || EncodingGuess.begins(head, 0x1F, 0x8B)
                || EncodingGuess.begins(head, 0xD0, 0xCF, 0x11, 0xE0);
    }

    /** Number of control characters that text does not have. */
    private static long controls(byte[] head) {
        long count = 0;
        for (byte b : head) {
            count += b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' ? 1 : 0;
        }
        return count;
    }

    private static boolean isTable(String name, byte[] head) {
        try {
            TextEncoding encoding = EncodingGuess.of(name, head).encoding();
            Sample sample = Sample.read(new ByteArrayInputStream(head), encoding, name, SAMPLE);
            DialectDetector.Finding found =
                    new DialectDetector(name, sample).detect(Optional.empty(), Optional.empty());
            int least = PROSE_FREE.indexOf(found.delimiter()) >= 0 ? 2 : LEAST_COLUMNS;
            SampleShape shape = found.shape();
            return shape.isEven() && shape.columns() >= least && shape.counts().size() > 1;
        } catch (MalformedException | IOException e) {
            return false;
        }
    }
}
