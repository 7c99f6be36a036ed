package org.trialseal.importers.xport;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.fault.DataFault;
import org.trialseal.importers.fault.Part;

/** The times in header cards, such as {@code 16FEB11:10:07:55}. They are checked, and are no part of the records. */
final class HeaderTime {
    private static final int LENGTH = 16;
    private static final Pattern FORM =
            Pattern.compile("(0[1-9]|[12]\\d|3[01])([A-Z]{3})\\d\\d:([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d");
    private static final Set<String> MONTHS =
            Set.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    private HeaderTime() {}

    /** Refuses what is neither a time nor blank. */
    static void require(Card card, int at, Part what) throws MalformedException {
        String text = card.text(at, LENGTH).toUpperCase(Locale.ROOT);
        Matcher matcher = FORM.matcher(text);
        boolean isTime = matcher.matches() && MONTHS.contains(matcher.group(2));
        if (!isTime && !text.isBlank()) {
            throw card.malformed(at, DataFault.PART_NO_TIME, what.of());
        }
    }
}
