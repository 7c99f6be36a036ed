import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes a made-up laboratory dataset of 12 columns: {@code java Rows.java FILE ROWS grouped|shuffled [SEED [CHANGED]]}. The
 * same arguments always give the same bytes, and a shuffled file holds the rows of the grouped one in another order. In a
 * later copy, {@code CHANGED} rows, spread evenly, have another result in one field.
 */
final class Rows {
    private static final long SEED = 20_260_314;
    private static final int ROWS_PER_SUBJECT = 250;
    private static final int TESTS_PER_VISIT = 10;
    private static final String[][] TESTS = {
        {"ALT", "Alanine Aminotransferase", "CHEMISTRY", "U/L"},
        {"AST", "Aspartate Aminotransferase", "CHEMISTRY", "U/L"},
        {"BILI", "Bilirubin", "CHEMISTRY", "umol/L"},
        {"CREAT", "Creatinine", "CHEMISTRY", "umol/L"},
        {"GLUC", "Glucose", "CHEMISTRY", "mmol/L"},
        {"HGB", "Hemoglobin", "HEMATOLOGY", "g/L"},
        {"K", "Potassium", "CHEMISTRY", "mmol/L"},
        {"PLAT", "Platelets", "HEMATOLOGY", "10^9/L"},
        {"SODIUM", "Sodium", "CHEMISTRY", "mmol/L"},
        {"WBC", "Leukocytes", "HEMATOLOGY", "10^9/L"},
    };
    private static final String HEADER =
            "STUDYID,DOMAIN,USUBJID,LBSEQ,LBTESTCD,LBTEST,LBCAT,LBORRES,LBORRESU,LBSTRESN,VISIT,LBDTC\n";

    private final long rows;
    private final boolean shuffled;
    private final long seed;
    private final long changed;

    private Rows(long rows, boolean shuffled, long seed, long changed) {
        this.rows = rows;
        this.shuffled = shuffled;
        this.seed = seed;
        this.changed = changed;
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 3 || !args[2].equals("grouped") && !args[2].equals("shuffled")) {
            throw new IllegalArgumentException("usage: java Rows.java FILE ROWS grouped|shuffled [SEED [CHANGED]]");
        }
        long seed = args.length > 3 ? Long.parseLong(args[3]) : SEED;
        long changed = args.length > 4 ? Long.parseLong(args[4]) : 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[0])), 1 << 16)) {
            new Rows(Long.parseLong(args[1]), args[2].equals("shuffled"), seed, changed).write(out);
        }
    }

    private void write(OutputStream out) throws IOException {
        out.write(HEADER.getBytes(StandardCharsets.US_ASCII));
        StringBuilder line = new StringBuilder();
        for (long i = 0; i < rows; i++) {
            line.setLength(0);
            appendRow(line, shuffled ? scattered(i) : i);
            out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** A one-to-one mapping of the row numbers: encrypts within the next power of four and skips what falls outside. */
    private long scattered(long row) {
        int half = (65 - Long.numberOfLeadingZeros(Math.max(1, rows - 1))) / 2;
        long mask = (1L << half) - 1;
        long mixed = row;
        do {
            for (int round = 0; round < 4; round++) {
                long left = mixed >>> half;
                long right = mixed & mask;
                mixed = right << half | (left ^ mix(right + seed + round) & mask);
            }
        } while (mixed >= rows);
        return mixed;
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private void appendRow(StringBuilder line, long row) {
        SplittableRandom random = new SplittableRandom(seed ^ mix(row));
        long subject = row / ROWS_PER_SUBJECT;
        int sequence = (int) (row % ROWS_PER_SUBJECT);
        int visit = sequence / TESTS_PER_VISIT;
        String[] test = TESTS[sequence % TESTS_PER_VISIT];
        String result = String.format(Locale.ROOT, "%d.%d", random.nextInt(1, 400), random.nextInt(10));
        String written = isChanged(row) ? result + "1" : result;
        line.append("TS-2041,LB,TS-2041-").append(100 + subject % 40).append('-').append(100_000 + subject);
        line.append(',').append(sequence + 1).append(',').append(test[0]).append(',').append(test[1]);
        line.append(',').append(test[2]).append(',').append(written).append(',').append(test[3]);
        line.append(',').append(random.nextInt(50) == 0 ? "" : result).append(',').append("TREATMENT WEEK ").append(visit + 1);
        line.append(",2025-").append(two(1 + visit % 12)).append('-').append(two(1 + random.nextInt(28)));
        line.append('T').append(two(random.nextInt(6, 20))).append(':').append(two(random.nextInt(60)));
        line.append(":").append(two(random.nextInt(60))).append("\n");
    }

    /** Whether one of the changed rows falls on this one when they are spread over all. */
    private boolean isChanged(long row) {
        return (row + 1) * changed / rows > row * changed / rows;
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
