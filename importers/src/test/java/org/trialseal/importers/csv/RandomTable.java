package org.trialseal.importers.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.trialseal.core.record.Cell;

/** A table of random cells, and ways to write it down. */
final class RandomTable {
    private static final String[] LINE_ENDS = {"\n", "\r\n", "\r"};
    private static final String[] PARTS = {
        "a",
        "Z",
        "7",
        " ",
        "\"",
        "'",
        "\"\"",
        ",",
        ";",
        "\t",
        "|",
        "\n",
        "\r\n",
        "\r",
        "\\",
        "#",
        "NA",
        "\0",
        "\u001a",
        "\u00e9",
        "\u20ac",
        "\u017e",
        "\u05d0",
        "\u3042",
        "\ufeff",
        "\ufffe",
        "\ud83e\uddea",
        "long words stand here"
    };
    private static final int LATIN_PARTS = 22;

    private final Random random;
    private final CsvDialect dialect;
    private final List<List<String>> records = new ArrayList<>();
    private final String onlyLineEnd;

    RandomTable(Random random, CsvDialect dialect) {
        this.random = random;
        this.dialect = dialect;
        this.onlyLineEnd = LINE_ENDS[random.nextInt(LINE_ENDS.length)];
        int columns = 1 + random.nextInt(5);
        List<String> header = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            header.add("c" + i);
        }
        records.add(header);
        int rows = random.nextInt(30);
        for (int i = 0; i < rows; i++) {
            List<String> record = new ArrayList<>();
            for (int j = 0; j < columns; j++) {
                record.add(value());
            }
            records.add(record);
        }
    }

    private String value() {
        StringBuilder value = new StringBuilder();
        int parts = random.nextInt(3) * random.nextInt(4);
        int choice = dialect.encoding() == TextEncoding.WINDOWS_1252 ? LATIN_PARTS : PARTS.length;
        for (int i = 0; i < parts; i++) {
            String part = PARTS[random.nextInt(choice)];
            boolean plain = part.indexOf('\n') < 0 && part.indexOf('\r') < 0 && part.indexOf(dialect.delimiter()) < 0;
            value.append(plain || dialect.quote().isPresent() ? part : "x");
        }
        return value.toString();
    }

    /** The cells of all records but the header. */
    List<List<Cell>> cells() {
        return records.stream()
                .skip(1)
                .map(record -> record.stream().map(Cell::ofCharacters).toList())
                .toList();
    }

    /** The table in its dialect, with quotes where needed and sometimes where not, and line ends mixed. */
    String text() {
        StringBuilder text = new StringBuilder();
        int columns = records.get(0).size();
        for (int i = 0; i < records.size(); i++) {
            while (columns > 1 && random.nextInt(20) == 0) {
                text.append(lineEnd());
            }
            List<String> record = records.get(i);
            for (int j = 0; j < columns; j++) {
                text.append(j > 0 ? String.valueOf(dialect.delimiter()) : "").append(written(record.get(j)));
            }
            boolean last = i == records.size() - 1;
            boolean mayEndHere = last && text.length() > 0 && !endsBlank(text);
            text.append(mayEndHere && random.nextBoolean() ? "" : lineEnd());
        }
        return text.toString();
    }

    private static boolean endsBlank(StringBuilder text) {
        char last = text.charAt(text.length() - 1);
        return last == '\n' || last == '\r';
    }

    /** Line ends are mixed, but not where each ends a record: CR before LF would read as one. */
    private String lineEnd() {
        return records.get(0).size() > 1 ? LINE_ENDS[random.nextInt(LINE_ENDS.length)] : onlyLineEnd;
    }

    private String written(String value) {
        Optional<Character> quote = dialect.quote();
        if (quote.isEmpty()) {
            return value;
        }
        String mark = String.valueOf(quote.get());
        boolean needed = value.startsWith(mark)
                || value.indexOf(dialect.delimiter()) >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
        return needed || random.nextInt(4) == 0 ? mark + value.replace(mark, mark + mark) + mark : value;
    }
}
