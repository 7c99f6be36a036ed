package org.trialseal.core.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.IbmFloat;

/**
 * When two values in different formats are the same; {@code docs/manual/formats.md} has the rules in words. A value is
 * brought into one form; two values are the same when their forms are. Has no state.
 */
final class ValueRules {
    /** Digits that survive the way through any of the formats. */
    static final int DIGITS = 15;

    private static final MathContext ROUNDED = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");

    /** Longest text that is looked at as a number. */
    private static final int MAX_NUMBER = 400;

    /** Exponents of ten within which a number is written without one. */
    private static final int PLAIN = 20;

    /** Days from SAS's first day, 1960-01-01, to 1970-01-01. */
    private static final int EPOCH_DAYS = 3_653;

    private static final long SECONDS_A_DAY = 86_400;
    private static final long NANOS = 1_000_000_000;

    /** Days on either side of 1970 that have a year of four digits, roughly. */
    private static final long MOST_DAYS = 2_900_000;

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private static final Pattern DAY_AND_TIME = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9:.]+)");
    private static final Pattern BLANKS = Pattern.compile("[ \\r\\n]+");
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x09\\x0B\\x0C\\x0E-\\x1F\\x7F]");
    private static final Cell SOME_FILE = Cell.text("(a file)");

    private final boolean specialMissing;
    private final boolean oneLine;

    /** @param specialMissing whether both sides can tell SAS's special missing values apart */
    ValueRules(boolean specialMissing) {
        this(specialMissing, false);
    }

    /**
     * @param oneLine whether one side alone is ODM, whose attributes hold blanks for line ends and, as REDCap writes them, no
     *     other control characters; its other exports put several blanks for each line end
     */
    ValueRules(boolean specialMissing, boolean oneLine) {
        this.specialMissing = specialMissing;
        this.oneLine = oneLine;
    }

    /** The one form of a value in a column of this kind. */
    Cell form(ValueKind kind, Cell cell) {
        if (cell.type() == CellType.BYTES) {
            return cell;
        }
        if (cell.type() == CellType.MISSING) {
            return missing(cell);
        }
        Optional<BigDecimal> number = number(kind, cell);
        if (number.isPresent()) {
            return Cell.text(text(kind, number.get()));
        }
        return text(kind, cell.display());
    }

    private Cell text(ValueKind kind, String characters) {
        String one = oneLine
                ? BLANKS.matcher(CONTROLS.matcher(characters).replaceAll("")).replaceAll(" ")
                : characters;
        String text = trimmed(one);
        switch (kind) {
            case DATETIME:
                return Cell.ofCharacters(DAY_AND_TIME.matcher(text).replaceFirst("$1T$2"));
            case MARK:
                return Cell.ofCharacters(text.equals("0") ? "" : text);
            case FILE:
                return text.isEmpty() ? Cell.missing("") : SOME_FILE;
            default:
                return Cell.ofCharacters(text);
        }
    }

    private Cell missing(Cell cell) {
        boolean special =
                specialMissing && cell.value().length() > 1 && cell.display().startsWith(".");
        return special ? cell : Cell.missing("");
    }

    /** Text without the blanks behind it. */
    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    private static Optional<BigDecimal> number(ValueKind kind, Cell cell) {
        byte[] bytes = cell.value().toArray();
        switch (cell.type()) {
            case IBM_FLOAT:
                return Optional.of(IbmFloat.value(bytes));
            case FLOAT64:
                double value = ByteBuffer.wrap(bytes).getDouble();
                return Double.isFinite(value) ? Optional.of(new BigDecimal(value)) : Optional.empty();
            case TOKEN:
                return parsed(cell);
            default:
                return kind == ValueKind.NUMBER ? parsed(cell) : Optional.empty();
        }
    }

    private static Optional<BigDecimal> parsed(Cell cell) {
        if (cell.value().length() > MAX_NUMBER) {
            return Optional.empty();
        }
        String text = new String(cell.value().toArray(), StandardCharsets.UTF_8).strip();
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static String text(ValueKind kind, BigDecimal number) {
        BigDecimal rounded = number.round(ROUNDED);
        switch (kind) {
            case DATE:
                return date(rounded).orElseGet(() -> plain(rounded));
            case DATETIME:
                return datetime(rounded).orElseGet(() -> plain(rounded));
            case TIME:
                return time(rounded).orElseGet(() -> plain(rounded));
            default:
                return plain(rounded);
        }
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        int magnitude = stripped.precision() - stripped.scale();
        return Math.abs(magnitude) <= PLAIN ? stripped.toPlainString() : stripped.toString();
    }

    private static Optional<String> date(BigDecimal days) {
        boolean whole = days.signum() == 0 || days.stripTrailingZeros().scale() <= 0;
        boolean near = days.abs().compareTo(BigDecimal.valueOf(MOST_DAYS)) < 0;
        return whole && near
                ? Optional.of(
                        LocalDate.ofEpochDay(days.longValue() - EPOCH_DAYS).toString())
                : Optional.empty();
    }

    private static Optional<String> datetime(BigDecimal seconds) {
        if (seconds.abs().compareTo(BigDecimal.valueOf(MOST_DAYS * SECONDS_A_DAY)) >= 0) {
            return Optional.empty();
        }
        long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
        long whole = seconds.longValue() - (nanos < 0 ? 1 : 0);
        int rest = (int) Math.floorMod(nanos, NANOS);
        LocalDateTime time = LocalDateTime.ofEpochSecond(whole - EPOCH_DAYS * SECONDS_A_DAY, rest, ZoneOffset.UTC);
        return Optional.of(SECONDS.format(time) + fraction(rest));
    }

    private static Optional<String> time(BigDecimal seconds) {
        boolean inDay = seconds.signum() >= 0 && seconds.compareTo(BigDecimal.valueOf(SECONDS_A_DAY)) < 0;
        if (!inDay) {
            return Optional.empty();
        }
        long nanos = seconds.movePointRight(9).longValue();
        return Optional.of(TIME_OF_DAY.format(LocalTime.ofNanoOfDay(nanos)) + fraction((int) (nanos % NANOS)));
    }

    private static String fraction(int nanos) {
        return nanos == 0
                ? ""
                : plain(BigDecimal.valueOf(nanos).movePointLeft(9)).substring(1);
    }
}
