package org.trialseal.app.work.prove;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.RefusedException.Code;

/** Numbers of records as people write them: {@code 3, 17-20}, counted from 1. */
public final class RowNumbers {
    /** Most records that can be named by their numbers. */
    public static final int MOST = 100_000;

    private static final Pattern RANGE = Pattern.compile("([0-9]{1,15})(?:\\s*-\\s*([0-9]{1,15}))?");

    private RowNumbers() {}

    /**
     * The records, counted from 0.
     *
     * @throws RefusedException when it does not have this form, or names too many
     */
    public static SortedSet<Long> parse(String text) throws RefusedException {
        SortedSet<Long> rows = new TreeSet<>();
        for (String part : text.strip().split("\\s*,\\s*", -1)) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches()) {
                throw new RefusedException(Code.RECORD_NUMBERS);
            }
            long from = Long.parseLong(range.group(1));
            long to = range.group(2) == null ? from : Long.parseLong(range.group(2));
            if (from < 1 || to < from || to - from >= MOST - rows.size()) {
                throw new RefusedException(Code.RECORD_NUMBERS_MOST, MOST);
            }
            for (long number = from; number <= to; number++) {
                rows.add(number - 1);
            }
        }
        return rows;
    }
}
