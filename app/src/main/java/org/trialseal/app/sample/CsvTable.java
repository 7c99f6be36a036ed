package org.trialseal.app.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table on its way into a CSV file (RFC 4180 quoting, UTF-8 without a mark, commas, a line feed after every record).
 * A cell is quoted when it holds a quote, a line break or any usual delimiter, so that the file keeps its cells when the
 * delimiter is exchanged.
 */
final class CsvTable {
    private static final String NEEDS_QUOTES = ",;\t|\"\r\n";

    private final int columns;
    private final List<List<String>> records = new ArrayList<>();

    /** A table without records yet; {@code header} is its first line. */
    CsvTable(String header) {
        String[] names = header.split(",", -1);
        this.columns = names.length;
        add(names);
    }

    /**
     * Appends a record.
     *
     * @throws IllegalArgumentException unless there is one cell for every column
     */
    void add(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
        }
        records.add(List.of(cells));
    }

    byte[] toBytes() {
        StringBuilder text = new StringBuilder();
        for (List<String> cells : records) {
            append(text, cells);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder text, List<String> cells) {
        char separator = 0;
        for (String cell : cells) {
            if (separator != 0) {
                text.append(separator);
            }
            text.append(quoted(cell));
            separator = ',';
        }
        text.append('\n');
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0);
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
