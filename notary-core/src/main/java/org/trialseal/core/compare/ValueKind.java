package org.trialseal.core.compare;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.trialseal.core.record.Column;

/** What the values of a column mean, by what its source says of it; in order of precedence, the weakest first. */
enum ValueKind {
    /** Characters, or nothing is said. */
    TEXT,
    NUMBER,
    TIME,
    DATE,
    DATETIME,
    /** A mark that is set or not: 0 says no more than nothing. */
    MARK,
    /** A file: only whether there is one is compared. */
    FILE;

    private static final Set<String> DATES = Set.of(
            "DATE",
            "DAY",
            "DDMMYY",
            "DDMMYYB",
            "DDMMYYC",
            "DDMMYYD",
            "DDMMYYN",
            "DDMMYYP",
            "DDMMYYS",
            "MMDDYY",
            "MMDDYYB",
            "MMDDYYC",
            "MMDDYYD",
            "MMDDYYN",
            "MMDDYYP",
            "MMDDYYS",
            "YYMMDD",
            "YYMMDDB",
            "YYMMDDC",
            "YYMMDDD",
            "YYMMDDN",
            "YYMMDDP",
            "YYMMDDS",
            "WEEKDATE",
            "WORDDATE",
            "E8601DA",
            "B8601DA",
            "IS8601DA",
            "ND8601DA");
    private static final Set<String> DATETIMES =
            Set.of("DATETIME", "DATEAMPM", "E8601DT", "B8601DT", "IS8601DT", "MDYAMPM", "NLDATM");
    private static final Set<String> TIMES =
            Set.of("TIME", "HHMM", "TOD", "TIMEAMPM", "E8601TM", "B8601TM", "IS8601TM");
    private static final Set<String> NUMBERS = Set.of(
            "numeric",
            "integer",
            "float",
            "double",
            "decimal",
            "number",
            "number_1dp",
            "number_2dp",
            "number_3dp",
            "number_4dp");

    /** How REDCap checks text that is a date. */
    private static final Pattern DATE_CHECK = Pattern.compile("(date|datetime|datetime_seconds)_(ymd|dmy|mdy)");

    private static final Set<String> MARKS = Set.of("checkbox", "form-status");

    /**
     * What the source says: SAS's format and type, Dataset-JSON's displayFormat and dataType, ODM's DataType, a Define-XML's,
     * the types of REDCap's fields.
     */
    static ValueKind of(Column column) {
        Map<String, String> facts = column.attributes();
        String field = said(facts, "fieldType", "redcap.fieldType");
        if (MARKS.contains(field) || field.equals("file")) {
            return field.equals("file") ? FILE : MARK;
        }
        String declared = said(facts, "dataType", "DataType", "type", "define.dataType", "redcap.validation");
        switch (declared) {
            case "date":
                return DATE;
            case "datetime", "partialDatetime":
                return DATETIME;
            case "time":
                return TIME;
            default:
                if (DATE_CHECK.matcher(declared).matches()) {
                    return declared.startsWith("datetime") ? DATETIME : DATE;
                }
                return NUMBERS.contains(declared)
                        ? ofFormat(said(facts, "format", "displayFormat", "define.displayFormat"))
                        : TEXT;
        }
    }

    private static String said(Map<String, String> facts, String... names) {
        return Arrays.stream(names)
                .filter(facts::containsKey)
                .findFirst()
                .map(facts::get)
                .orElse("");
    }

    private static ValueKind ofFormat(String format) {
        String name = format.toUpperCase(Locale.ROOT).replaceFirst("[0-9]*\\.[0-9]*$", "");
        if (DATES.contains(name)) {
            return DATE;
        }
        if (DATETIMES.contains(name)) {
            return DATETIME;
        }
        return TIMES.contains(name) ? TIME : NUMBER;
    }

    /** What two columns mean together: one that says more wins. */
    ValueKind with(ValueKind other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
