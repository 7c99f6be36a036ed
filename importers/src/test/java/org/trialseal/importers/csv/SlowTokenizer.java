package org.trialseal.importers.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.record.Cell;

/**
 * The rules of delimited text, one character after the other, for well-formed text: the oracle of the fast reader. It
 * shares no code with it.
 */
final class SlowTokenizer {
    private final String text;
    private final char delimiter;
    private final Optional<Character> quote;
    private final List<List<String>> records = new ArrayList<>();
    private List<String> record = new ArrayList<>();
    private int at;

    private SlowTokenizer(String text, char delimiter, Optional<Character> quote) {
        this.text = text;
        this.delimiter = delimiter;
        this.quote = quote;
    }

    /** All records, the header first; blank lines are left out unless the header has one field. */
    static List<List<String>> records(String text, char delimiter, Optional<Character> quote) {
        SlowTokenizer tokenizer = new SlowTokenizer(text, delimiter, quote);
        tokenizer.run();
        return tokenizer.records;
    }

    /** The cells of all records but the header. */
    static List<List<Cell>> cells(String text, CsvDialect dialect) {
        return records(text, dialect.delimiter(), dialect.quote()).stream()
                .skip(1)
                .map(fields -> fields.stream().map(Cell::ofCharacters).toList())
                .toList();
    }

    private void run() {
        while (at < text.length()) {
            if (isLineEnd() && record.isEmpty() && isSkippedWhenBlank()) {
                passLineEnd();
                continue;
            }
            record.add(field());
            if (at == text.length()) {
                endRecord();
            } else if (text.charAt(at) == delimiter) {
                at++;
                if (at == text.length()) {
                    record.add("");
                    endRecord();
                }
            } else {
                passLineEnd();
                endRecord();
            }
        }
    }

    private boolean isSkippedWhenBlank() {
        return records.isEmpty() || records.get(0).size() > 1;
    }

    private void endRecord() {
        records.add(record);
        record = new ArrayList<>();
    }

    private String field() {
        StringBuilder value = new StringBuilder();
        if (at < text.length() && quote.isPresent() && text.charAt(at) == quote.get()) {
            at++;
            while (text.charAt(at) != quote.get() || at + 1 < text.length() && text.charAt(at + 1) == quote.get()) {
                at += text.charAt(at) == quote.get() ? 1 : 0;
                value.append(text.charAt(at++));
            }
            at++;
        } else {
            while (at < text.length() && text.charAt(at) != delimiter && !isLineEnd()) {
                value.append(text.charAt(at++));
            }
        }
        return value.toString();
    }

    private boolean isLineEnd() {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private void passLineEnd() {
        at += text.startsWith("\r\n", at) ? 2 : 1;
    }
}
