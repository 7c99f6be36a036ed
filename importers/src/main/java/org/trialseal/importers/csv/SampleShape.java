package org.trialseal.importers.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * How the beginning of a file looks in one dialect.
 *
 * @param counts the number of fields of each record that is complete, blank lines left out
 * @param malformed whether text follows a closing quote, or the file ends inside one
 * @param quoted how many fields are enclosed in quotes
 * @param headerQuoted whether every field of the first record is
 */
record SampleShape(List<Integer> counts, boolean malformed, int quoted, boolean headerQuoted) {
    SampleShape {
        counts = List.copyOf(counts);
    }

    /** Number of fields of the first record; 0 when there is none. */
    int columns() {
        return counts.isEmpty() ? 0 : counts.get(0);
    }

    /** Whether every record has as many fields as the first one. */
    boolean isEven() {
        return !malformed && !counts.isEmpty() && agreeing() == counts.size();
    }

    /** How many records have as many fields as the first one. */
    int agreeing() {
        int columns = columns();
        return (int) counts.stream().filter(count -> count == columns).count();
    }

    /**
     * Reads a sample.
     *
     * @param whole whether the sample is the whole file; else its last record is left out
     * @param quote the quote, or -1
     */
    static SampleShape of(byte[] text, boolean whole, char delimiter, int quote) {
        return new Reading(text, delimiter, quote).read(whole);
    }

    private static final class Reading {
        private final byte[] text;
        private final char delimiter;
        private final int quote;
        private final List<Integer> counts = new ArrayList<>();
        private int at;
        private int start;
        private int fields = 1;
        private int quoted;
        private int headerQuoted;
        private boolean malformed;
        private boolean open;

        Reading(byte[] text, char delimiter, int quote) {
            this.text = text;
            this.delimiter = delimiter;
            this.quote = quote;
        }

        SampleShape read(boolean whole) {
            while (at < text.length && !malformed) {
                field();
                if (at < text.length) {
                    delimiterOrLineEnd();
                }
            }
            if (start < text.length && (whole || counts.isEmpty())) {
                counts.add(fields);
            }
            boolean broken = malformed || open && whole;
            return new SampleShape(counts, broken, quoted, !counts.isEmpty() && headerQuoted == counts.get(0));
        }

        private void delimiterOrLineEnd() {
            if (text[at] == delimiter) {
                fields++;
                at++;
                return;
            }
            if (at > start) {
                counts.add(fields);
            }
            at += at + 1 < text.length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
            start = at;
            fields = 1;
        }

        private void field() {
            if (at < text.length && text[at] == quote) {
                quotedField();
            } else {
                while (at < text.length && !endsField(text[at])) {
                    at++;
                }
            }
        }

        private void quotedField() {
            open = true;
            for (at++; at < text.length; at++) {
                if (text[at] == quote) {
                    if (at + 1 == text.length || text[at + 1] != quote) {
                        break;
                    }
                    at++;
                }
            }
            if (at < text.length) {
                open = false;
                quoted++;
                headerQuoted += counts.isEmpty() ? 1 : 0;
                at++;
                malformed |= at < text.length && !endsField(text[at]);
            }
        }

        private boolean endsField(byte value) {
            return value == delimiter || value == '\n' || value == '\r';
        }
    }
}
