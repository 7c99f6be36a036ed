package org.trialseal.app.work.compare;

import java.util.Locale;
import java.util.Optional;

/**
 * Which lines of a table of differences are shown, and in which order.
 *
 * @param text that a line has somewhere, in either case; empty for any
 * @param order how they are sorted
 * @param descending whether the order is turned round
 */
public record LineChoice(
        String text,
        Optional<ComparisonLine.Kind> kind,
        Optional<String> field,
        Optional<String> dataset,
        Order order,
        boolean descending) {
    /** All lines, as they stand in the files. */
    public static final LineChoice ALL =
            new LineChoice("", Optional.empty(), Optional.empty(), Optional.empty(), Order.PLACE, false);

    /** What lines are sorted by; lines that are alike keep their places. */
    public enum Order {
        /** The file, and the place in it. */
        PLACE(false),
        DATASET(false),
        KIND(false),
        FIELD(false),
        KEY(true),
        SEALED_RECORD(true),
        LATER_RECORD(true),
        SEALED_VALUE(true),
        LATER_VALUE(true);

        private final boolean read;

        Order(boolean read) {
            this.read = read;
        }

        /** Whether the lines must be read to be sorted. */
        boolean isRead() {
            return read;
        }
    }

    boolean isRead() {
        return !text.isEmpty() || order.isRead();
    }

    /** Whether a line has the text; {@code wanted} in lower case. */
    static boolean has(ComparisonLine line, String wanted) {
        return isIn(line.key(), wanted)
                || isIn(line.sealed().text(), wanted)
                || isIn(line.later().text(), wanted)
                || isIn(line.field(), wanted)
                || isIn(line.dataset(), wanted);
    }

    private static boolean isIn(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
