package org.trialseal.importers.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.PlanReason;

/**
 * Finds delimiter and quote from the records at the beginning of a file: the delimiter is the one that gives every
 * record the same number of fields, quotes respected.
 */
final class DialectDetector {
    private static final String DELIMITERS = ",;\t|^~";
    /** Delimiters with which many programs write no quotes at all; elsewhere a stray quote is an error to be mended. */
    private static final String SELDOM_QUOTED = "\t|^~";

    private static final char DOUBLE = '"';
    private static final char SINGLE = '\'';
    private static final int NO_QUOTE = -1;

    private final String file;
    private final Sample sample;

    /**
     * @param sample the file's beginning
     */
    DialectDetector(String file, Sample sample) {
        this.file = file;
        this.sample = sample;
    }

    /** What was found, and why. */
    record Finding(char delimiter, Optional<Character> quote, SampleShape shape, List<Phrase> reasons) {
        Finding {
            reasons = List.copyOf(reasons);
        }
    }

    private record Choice(char delimiter, int quote, SampleShape shape) {
        boolean splits() {
            return shape.isEven() && shape.columns() > 1;
        }
    }

    /** Decides what the user has not. */
    Finding detect(Optional<Character> delimiter, Optional<Optional<Character>> quote) {
        String delimiters = delimiter.map(String::valueOf).orElseGet(this::delimitersByName);
        Choice choice = quote.isPresent()
                ? best(delimiters, quote.get().map(c -> (int) c).orElse(NO_QUOTE))
                : bestOfAllQuotes(delimiters);
        List<Phrase> reasons = new ArrayList<>();
        Phrase asked = Phrase.of(PlanReason.AS_ASKED);
        reasons.add(Phrase.of(
                PlanReason.DELIMITER,
                CsvDialect.name(choice.delimiter()),
                delimiter.isPresent() ? asked : delimiterReason(choice)));
        reasons.add(quote(choice, quote.isPresent() ? asked : quoteReason(choice)));
        Optional<Character> found = choice.quote() == NO_QUOTE ? Optional.empty() : Optional.of((char) choice.quote());
        return new Finding(choice.delimiter(), found, choice.shape(), reasons);
    }

    /** The delimiters to try; the one that the file name speaks for comes first. */
    private String delimitersByName() {
        String name = file.toLowerCase(Locale.ROOT);
        String first = name.endsWith(".tsv") || name.endsWith(".tab") ? "\t" : name.endsWith(".psv") ? "|" : "";
        return first + DELIMITERS;
    }

    private Choice bestOfAllQuotes(String delimiters) {
        Choice byDouble = best(delimiters, DOUBLE);
        Choice bySingle = best(delimiters, SINGLE);
        Choice bare = best(delimiters, NO_QUOTE);
        boolean needed = !byDouble.splits() && !bare.splits();
        if (bySingle.splits()
                && bySingle.shape().quoted() > 0
                && (bySingle.shape().headerQuoted() || needed)) {
            return bySingle;
        }
        boolean stray = !byDouble.splits() && bare.splits();
        return stray && SELDOM_QUOTED.indexOf(bare.delimiter()) >= 0 ? bare : byDouble;
    }

    private Choice best(String delimiters, int quote) {
        Choice best = choice(delimiters.charAt(0), quote);
        for (int i = 1; i < delimiters.length(); i++) {
            Choice next = choice(delimiters.charAt(i), quote);
            best = isBetter(next, best) ? next : best;
        }
        return best;
    }

    private Choice choice(char delimiter, int quote) {
        return new Choice(delimiter, quote, SampleShape.of(sample.text(), sample.isWhole(), delimiter, quote));
    }

    private static boolean isBetter(Choice next, Choice best) {
        if (next.splits() != best.splits()) {
            return next.splits();
        }
        if (next.splits()) {
            return next.shape().columns() > best.shape().columns();
        }
        return support(next) > support(best);
    }

    private static int support(Choice choice) {
        return choice.shape().malformed() || choice.shape().columns() < 2
                ? 0
                : choice.shape().agreeing();
    }

    private static Phrase delimiterReason(Choice choice) {
        SampleShape shape = choice.shape();
        int records = shape.counts().size();
        if (choice.splits()) {
            return Phrase.of(PlanReason.SPLITS, records, shape.columns());
        }
        return shape.isEven() && shape.columns() == 1
                ? Phrase.of(PlanReason.ONE_COLUMN)
                : Phrase.of(PlanReason.SUITS_MOST, shape.agreeing(), records);
    }

    private static Phrase quote(Choice choice, Phrase why) {
        return choice.quote() == NO_QUOTE
                ? Phrase.of(PlanReason.QUOTE_NONE, why)
                : Phrase.of(PlanReason.QUOTE, (char) choice.quote(), why);
    }

    private static Phrase quoteReason(Choice choice) {
        if (choice.quote() == NO_QUOTE) {
            return Phrase.of(PlanReason.QUOTE_INSIDE);
        }
        return Phrase.of(choice.shape().quoted() > 0 ? PlanReason.QUOTE_ENCLOSES : PlanReason.QUOTE_UNUSED);
    }
}
