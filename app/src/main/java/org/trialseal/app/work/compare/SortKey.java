package org.trialseal.app.work.compare;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.trialseal.app.work.compare.ComparisonLine.Side;
import org.trialseal.app.work.compare.ComparisonLine.What;

/**
 * What a line is sorted by: two unsigned numbers. Numbers come before text, which is told apart by its first 15 bytes, in
 * lower case; what is no value comes last.
 */
record SortKey(long first, long second) {
    static final SortKey NONE = new SortKey(0, 0);

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9]{1,18}(?:\\.[0-9]{1,18})?(?:[eE][+-]?[0-9]{1,3})?");
    private static final long NUMBERS = 1L << 56;
    private static final long TEXTS = 2L << 56;
    private static final long LAST = 3L << 56;
    private static final int FIRST_BYTES = 7;

    static SortKey of(ComparisonLine line, LineChoice.Order order) {
        switch (order) {
            case KEY:
                return text(line.key());
            case SEALED_RECORD:
                return number(line.sealedRecord());
            case LATER_RECORD:
                return number(line.laterRecord());
            case SEALED_VALUE:
                return side(line.sealed());
            case LATER_VALUE:
                return side(line.later());
            default:
                return NONE;
        }
    }

    private static SortKey number(OptionalLong number) {
        return number.isPresent() ? new SortKey(0, number.getAsLong()) : new SortKey(LAST, 0);
    }

    private static SortKey side(Side side) {
        if (side.what() != What.VALUE) {
            return new SortKey(LAST, rank(side.what()));
        }
        return NUMBER.matcher(side.text()).matches()
                ? new SortKey(NUMBERS, ascending(Double.parseDouble(side.text())))
                : text(side.text());
    }

    private static long rank(What what) {
        switch (what) {
            case EMPTY:
                return 0;
            case MISSING_CODE:
                return 1;
            default:
                return 2;
        }
    }

    /** Bits that ascend, unsigned, as numbers do. */
    private static long ascending(double number) {
        long bits = Double.doubleToLongBits(number + 0.0);
        return bits < 0 ? ~bits : bits | Long.MIN_VALUE;
    }

    private static SortKey text(String text) {
        String head = text.length() > 2 * Long.BYTES ? text.substring(0, 2 * Long.BYTES) : text;
        byte[] bytes = head.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return new SortKey(TEXTS | bytes(bytes, 0, FIRST_BYTES), bytes(bytes, FIRST_BYTES, Long.BYTES));
    }

    private static long bytes(byte[] bytes, int from, int count) {
        long packed = 0;
        for (int i = from; i < from + count; i++) {
            packed = packed << Byte.SIZE | (i < bytes.length ? bytes[i] & 0xff : 0);
        }
        return packed;
    }
}
