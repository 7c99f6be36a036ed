package org.trialseal.app.work.compare;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.trialseal.app.work.Safe;
import org.trialseal.core.compare.Difference;
import org.trialseal.core.compare.FieldChange;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;

/**
 * One line of a table of differences: one field of a changed record, or one record that was added, is missing or stands at another place. All text is safe to
 * show.
 *
 * @param key what names the record, that of the subject first; possibly empty
 * @param sealedRecord number of the record in the sealed file, from 1
 * @param laterRecord number of the record in the later file, from 1
 * @param field the column; empty when the line is about the whole record, or the field is not known
 */
public record ComparisonLine(
        String dataset,
        Kind kind,
        String key,
        OptionalLong sealedRecord,
        OptionalLong laterRecord,
        String field,
        Side sealed,
        Side later) {
    /** Longest text of a side, in characters; the rest of it is in an export. */
    public static final int MOST_CHARACTERS = 10_000;

    /** What the line says. */
    public enum Kind {
        CHANGED(0),
        ADDED(1),
        MISSING(2),
        /** It stands at another place. */
        REORDERED(3);

        private final int rank;

        Kind(int rank) {
            this.rank = rank;
        }

        /** Its place among all. */
        int rank() {
            return rank;
        }
    }

    /** What stands on one side. */
    public enum What {
        /** A value. */
        VALUE,
        /** The field was empty. */
        EMPTY,
        /** The field was missing for the reason whose code is the text. */
        MISSING_CODE,
        /** The value was not kept: only its fingerprint shows that it differs. */
        NOT_KEPT,
        /** There is such a record, and it is not shown field by field. */
        RECORD,
        /** There is no such record. */
        NO_RECORD,
        /** The record stands at the place that the number of the record says. */
        PLACE
    }

    /** One side of a line. */
    public record Side(What what, String text) {
        static Side of(What what) {
            return new Side(what, "");
        }

        static Side of(Cell cell) {
            String text = cell.display();
            if (cell.type() == CellType.MISSING) {
                return text.isEmpty() ? of(What.EMPTY) : new Side(What.MISSING_CODE, Safe.text(text));
            }
            boolean cut = text.length() > MOST_CHARACTERS;
            String shown = Safe.text(cut ? text.substring(0, MOST_CHARACTERS) + "…" : text);
            return text.isEmpty() ? of(What.EMPTY) : new Side(What.VALUE, shown);
        }
    }

    /** How many lines a difference takes. */
    static int lines(Difference difference) {
        return Math.max(1, difference.fields().size());
    }

    static Kind kind(Difference difference) {
        switch (difference.kind()) {
            case ADDED:
                return Kind.ADDED;
            case REMOVED:
                return Kind.MISSING;
            case REORDERED:
                return Kind.REORDERED;
            default:
                return Kind.CHANGED;
        }
    }

    /**
     * One line of a difference.
     *
     * @param number of the line, counted from 0
     * @param keyColumns in the order in which they are shown
     */
    static ComparisonLine of(String dataset, Difference difference, int number, List<String> keyColumns) {
        boolean missing = difference.kind() == Difference.Kind.REMOVED;
        OptionalLong later = missing ? OptionalLong.empty() : difference.record();
        if (difference.fields().isEmpty()) {
            return new ComparisonLine(
                    Safe.text(dataset),
                    kind(difference),
                    key(difference, keyColumns),
                    difference.sealedRecord(),
                    later,
                    "",
                    Side.of(sealedWhole(difference)),
                    Side.of(laterWhole(difference)));
        }
        FieldChange field = difference.fields().get(number);
        return new ComparisonLine(
                Safe.text(dataset),
                kind(difference),
                key(difference, keyColumns),
                difference.sealedRecord(),
                later,
                Safe.text(field.name()),
                field.before().map(Side::of).orElse(Side.of(What.NOT_KEPT)),
                field.now().map(Side::of).orElse(Side.of(What.NO_RECORD)));
    }

    private static What sealedWhole(Difference difference) {
        switch (difference.kind()) {
            case ADDED:
                return What.NO_RECORD;
            case REMOVED:
                return What.RECORD;
            case REORDERED:
                return What.PLACE;
            default:
                return What.NOT_KEPT;
        }
    }

    private static What laterWhole(Difference difference) {
        switch (difference.kind()) {
            case REMOVED:
                return What.NO_RECORD;
            case REORDERED:
                return What.PLACE;
            default:
                return What.RECORD;
        }
    }

    /** The first value stands for itself, the others with the names of their columns. */
    private static String key(Difference difference, List<String> columns) {
        Map<String, String> key = difference.key();
        return columns.stream()
                .filter(key::containsKey)
                .map(column -> (column.equals(columns.get(0)) ? "" : Safe.text(column) + " ")
                        + Safe.text(String.valueOf(key.get(column))))
                .collect(Collectors.joining(" · "));
    }
}
