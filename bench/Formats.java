import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the records of a dataset made by {@code Rows.java} in other formats: {@code java Formats.java FILE.csv
 * OUT.xpt|OUT.ndjson|OUT.json}. The same input always gives the same bytes.
 */
final class Formats {
    private static final List<String> NUMBERS = List.of("LBSEQ", "LBSTRESN");
    private static final Map<String, Integer> WIDTHS = Map.of(
            "STUDYID", 7, "DOMAIN", 2, "USUBJID", 20, "LBTESTCD", 8, "LBTEST", 32, "LBCAT", 12, "LBORRES", 8, "LBORRESU", 8,
            "VISIT", 20, "LBDTC", 19);
    private static final int CARD = 80;
    private static final String ZEROS = "0".repeat(30) + "  ";
    private static final String TIME = "14MAR26:00:00:00";

    private final List<String> columns;
    private final OutputStream out;
    private long written;

    private Formats(List<String> columns, OutputStream out) {
        this.columns = columns;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: java Formats.java FILE.csv OUT.xpt|OUT.ndjson|OUT.json");
        }
        Path csv = Path.of(args[0]);
        long rows;
        try (var lines = Files.lines(csv, StandardCharsets.US_ASCII)) {
            rows = lines.count() - 1;
        }
        try (BufferedReader reader = Files.newBufferedReader(csv, StandardCharsets.US_ASCII);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 16)) {
            Formats writer = new Formats(List.of(reader.readLine().split(",", -1)), out);
            if (args[1].endsWith(".xpt")) {
                writer.xpt(reader);
            } else {
                writer.json(reader, rows, args[1].endsWith(".ndjson"));
            }
        }
    }

    private void json(BufferedReader reader, long rows, boolean lines) throws IOException {
        StringBuilder attributes = new StringBuilder("{\"datasetJSONCreationDateTime\":\"2026-03-14T00:00:00\","
                + "\"datasetJSONVersion\":\"1.1.0\",\"itemGroupOID\":\"IG.LB\",\"records\":" + rows
                + ",\"name\":\"LB\",\"label\":\"Laboratory\",\"columns\":[");
        List<String> keys = List.of("USUBJID", "LBSEQ");
        for (String column : columns) {
            attributes.append(column.equals(columns.get(0)) ? "" : ",").append("{\"itemOID\":\"IT.").append(column);
            attributes.append("\",\"name\":\"").append(column).append("\",\"label\":\"").append(column);
            attributes.append("\",\"dataType\":\"").append(NUMBERS.contains(column) ? "float" : "string").append('"');
            attributes.append(keys.contains(column) ? ",\"keySequence\":" + (keys.indexOf(column) + 1) : "").append('}');
        }
        text(attributes + (lines ? "]}\n" : "],\"rows\":["));
        StringBuilder row = new StringBuilder();
        boolean first = true;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            row.setLength(0);
            row.append(lines || first ? "[" : ",[");
            first = false;
            String[] cells = line.split(",", -1);
            for (int i = 0; i < cells.length; i++) {
                boolean number = NUMBERS.contains(columns.get(i));
                row.append(i == 0 ? "" : ",");
                row.append(number ? cells[i].isEmpty() ? "null" : cells[i] : "\"" + cells[i] + "\"");
            }
            text(row.append(lines ? "]\n" : "]").toString());
        }
        text(lines ? "" : "]}");
    }

    private void xpt(BufferedReader reader) throws IOException {
        header("LIBRARY", ZEROS);
        text("SAS     SAS     SASLIB  9.4     X64_10HO" + " ".repeat(24) + TIME + pad(TIME, CARD));
        header("MEMBER", "00000000000000000160000000" + "0140  ");
        header("DSCRPTR", ZEROS);
        text("SAS     LB      SASDATA 9.4     X64_10HO" + " ".repeat(24) + TIME + pad(TIME, CARD));
        header("NAMESTR", String.format(Locale.ROOT, "%010d", columns.size()) + "0".repeat(20) + "  ");
        int position = 0;
        for (int i = 0; i < columns.size(); i++) {
            position += variable(i, position);
        }
        fill();
        header("OBS", ZEROS);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String[] cells = line.split(",", -1);
            for (int i = 0; i < cells.length; i++) {
                if (NUMBERS.contains(columns.get(i))) {
                    bytes(number(cells[i]));
                } else {
                    text(pad(cells[i], width(columns.get(i))));
                }
            }
        }
        fill();
    }

    private static int width(String column) {
        return NUMBERS.contains(column) ? 8 : WIDTHS.get(column);
    }

    private int variable(int index, int position) throws IOException {
        String column = columns.get(index);
        ByteBuffer namestr = ByteBuffer.allocate(140);
        namestr.putShort((short) (NUMBERS.contains(column) ? 1 : 2)).putShort((short) 0);
        namestr.putShort((short) width(column)).putShort((short) (index + 1));
        namestr.put((pad(column, 8) + pad(column, 40) + " ".repeat(8)).getBytes(StandardCharsets.US_ASCII));
        namestr.putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort((short) 0);
        namestr.put(" ".repeat(8).getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(position);
        bytes(namestr.array());
        return width(column);
    }

    /** IBM floating point: sign, exponent of 16 in excess of 64, 56 bits of fraction; a dot is missing. */
    private static byte[] number(String text) {
        byte[] bytes = new byte[8];
        if (text.isEmpty()) {
            bytes[0] = '.';
            return bytes;
        }
        BigDecimal value = new BigDecimal(text);
        int exponent = 0;
        while (value.compareTo(BigDecimal.ONE) >= 0) {
            value = value.divide(BigDecimal.valueOf(16));
            exponent++;
        }
        BigInteger fraction = value.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(56))).toBigInteger();
        ByteBuffer.wrap(bytes).putLong(fraction.longValue() | (long) (64 + exponent) << 56);
        return bytes;
    }

    private void header(String kind, String rest) throws IOException {
        text("HEADER RECORD*******" + pad(kind, 8) + "HEADER RECORD!!!!!!!" + rest);
    }

    private void fill() throws IOException {
        text(" ".repeat((int) ((CARD - written % CARD) % CARD)));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private void text(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void bytes(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }
}
