package org.trialseal.app.ui.compare;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.compare.ComparisonCsv;
import org.trialseal.app.work.compare.ComparisonLine;
import org.trialseal.app.work.compare.ComparisonLine.Kind;
import org.trialseal.app.work.compare.ComparisonLine.Side;
import org.trialseal.app.work.compare.ComparisonLine.What;

/** The words of the table: nothing in it is blank. */
final class LineWords {
    private final Words words;

    LineWords(Words words) {
        this.words = words;
    }

    String kind(Kind kind) {
        switch (kind) {
            case ADDED:
                return words.of("compare.kind.added");
            case MISSING:
                return words.of("compare.kind.missing");
            case REORDERED:
                return words.of("compare.kind.reordered");
            default:
                return words.of("compare.kind.changed");
        }
    }

    String record(ComparisonLine line) {
        if (!line.key().isEmpty()) {
            return line.key();
        }
        return words.of("compare.record.nameless");
    }

    String field(ComparisonLine line) {
        if (!line.field().isEmpty()) {
            return line.field();
        }
        switch (line.kind()) {
            case CHANGED:
                return words.of("compare.field.unknown");
            case REORDERED:
                return words.of("compare.field.order");
            default:
                return words.of("compare.field.whole");
        }
    }

    String number(OptionalLong number) {
        return number.isPresent() ? words.number(number.getAsLong()) : "–";
    }

    /** Whether a side has a value; else its words stand for something else. */
    static boolean isValue(Side side) {
        return side.what() == What.VALUE;
    }

    String sealed(ComparisonLine line) {
        return side(line.sealed(), line.sealedRecord());
    }

    String later(ComparisonLine line) {
        return side(line.later(), line.laterRecord());
    }

    private String side(Side side, OptionalLong record) {
        switch (side.what()) {
            case EMPTY:
                return words.of("compare.side.empty");
            case MISSING_CODE:
                return words.of("compare.side.code", side.text());
            case NOT_KEPT:
                return words.of("compare.side.unkept");
            case RECORD:
                return words.of("compare.side.record");
            case NO_RECORD:
                return words.of("compare.side.none");
            case PLACE:
                return words.of("compare.side.place", number(record));
            default:
                return side.text();
        }
    }

    /** Lines for the clipboard: cells between tabs, none of them a formula. */
    String copied(List<ComparisonLine> lines) {
        return lines.stream().map(this::copied).collect(Collectors.joining("\n"));
    }

    private String copied(ComparisonLine line) {
        return List.of(
                        line.dataset(),
                        record(line),
                        kind(line.kind()),
                        field(line),
                        sealed(line),
                        later(line),
                        number(line.sealedRecord()),
                        number(line.laterRecord()))
                .stream()
                .map(ComparisonCsv::noFormula)
                .collect(Collectors.joining("\t"));
    }
}
