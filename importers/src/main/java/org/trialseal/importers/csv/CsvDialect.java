package org.trialseal.importers.csv;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.PlanReason;
import org.trialseal.importers.fault.DataFault;

/**
 * How delimited text is written.
 *
 * @param delimiter what stands between fields: an ASCII character other than letters, digits, quotes and line ends
 * @param quote what may enclose a field, written twice inside it: {@code "}, {@code '} or nothing
 */
record CsvDialect(char delimiter, Optional<Character> quote, TextEncoding encoding) {
    static final String DELIMITER = "delimiter";
    static final String QUOTE = "quote";
    static final String ENCODING = "encoding";

    private static final String NONE = "none";
    private static final Map<String, Character> NAMED_DELIMITERS =
            Map.of("tab", '\t', "\\t", '\t', "space", ' ', "comma", ',', "semicolon", ';', "pipe", '|');
    private static final Map<String, Character> NAMED_QUOTES = Map.of("double", '"', "single", '\'');

    /** The sealed form; every option is present. */
    SortedMap<String, String> toOptions() {
        SortedMap<String, String> options = new TreeMap<>();
        options.put(DELIMITER, delimiter == '\t' ? "tab" : delimiter == ' ' ? "space" : String.valueOf(delimiter));
        options.put(QUOTE, quote.map(String::valueOf).orElse(NONE));
        options.put(ENCODING, encoding.label());
        return options;
    }

    /**
     * Reads the sealed form.
     *
     * @throws MalformedException when an option is missing, unknown or has an impossible value
     */
    static CsvDialect ofOptions(String source, Map<String, String> options) throws MalformedException {
        requireKnown(source, options);
        return new CsvDialect(
                delimiter(source, options).orElseThrow(() -> absent(source, DELIMITER)),
                quote(source, options).orElseThrow(() -> absent(source, QUOTE)),
                encoding(source, options).orElseThrow(() -> absent(source, ENCODING)));
    }

    /** Refuses options that this importer does not have. */
    static void requireKnown(String source, Map<String, String> options) throws MalformedException {
        for (String name : options.keySet()) {
            if (!name.equals(DELIMITER) && !name.equals(QUOTE) && !name.equals(ENCODING)) {
                throw DataFault.CSV_OPTION.in(source);
            }
        }
    }

    /** The delimiter that the options name, if they do. */
    static Optional<Character> delimiter(String source, Map<String, String> options) throws MalformedException {
        String value = options.get(DELIMITER);
        if (value == null) {
            return Optional.empty();
        }
        char delimiter = NAMED_DELIMITERS.containsKey(value)
                ? NAMED_DELIMITERS.get(value)
                : value.length() == 1 ? value.charAt(0) : '\0';
        if (!isDelimiter(delimiter)) {
            throw DataFault.CSV_DELIMITER.in(source);
        }
        return Optional.of(delimiter);
    }

    private static boolean isDelimiter(char c) {
        return c == '\t' || c >= ' ' && c < 0x7F && !Character.isLetterOrDigit(c) && c != '"' && c != '\'';
    }

    /** The quote that the options name, if they do; the inner value is empty for "none". */
    static Optional<Optional<Character>> quote(String source, Map<String, String> options) throws MalformedException {
        String value = options.get(QUOTE);
        if (value == null) {
            return Optional.empty();
        }
        if (value.equals(NONE)) {
            return Optional.of(Optional.empty());
        }
        if (value.equals("\"") || value.equals("'")) {
            return Optional.of(Optional.of(value.charAt(0)));
        }
        if (NAMED_QUOTES.containsKey(value)) {
            return Optional.of(Optional.of(NAMED_QUOTES.get(value)));
        }
        throw DataFault.CSV_QUOTE.in(source);
    }

    /** The encoding that the options name, if they do. */
    static Optional<TextEncoding> encoding(String source, Map<String, String> options) throws MalformedException {
        String value = options.get(ENCODING);
        if (value == null) {
            return Optional.empty();
        }
        Optional<TextEncoding> encoding = TextEncoding.ofLabel(value);
        if (encoding.isEmpty()) {
            throw DataFault.CSV_ENCODING.in(source);
        }
        return encoding;
    }

    private static MalformedException absent(String source, String option) {
        return DataFault.OPTION_LACKING.in(source, option);
    }

    /** The delimiter in words. */
    static Phrase name(char delimiter) {
        switch (delimiter) {
            case '\t':
                return Phrase.of(PlanReason.TAB);
            case ' ':
                return Phrase.of(PlanReason.SPACE);
            case ',':
                return Phrase.of(PlanReason.COMMA);
            case ';':
                return Phrase.of(PlanReason.SEMICOLON);
            default:
                return Phrase.of(PlanReason.CHARACTER, delimiter);
        }
    }
}
