package org.trialseal.importers.redcap;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a data dictionary.
 *
 * @param name of the variable
 * @param type by REDCap's words: text, notes, radio, checkbox ...
 * @param choices codes and labels of a question with choices, as the dictionary writes them
 * @param validation of a text: date_ymd, integer ...; may be empty
 */
record Field(String name, String form, String type, String label, String choices, String validation) {
    private static final String CHECKBOX = "checkbox";
    private static final String BETWEEN = "___";

    boolean isCheckbox() {
        return type.equals(CHECKBOX);
    }

    /** A checkbox question's name before the code in a column's name; empty for other columns. */
    static Optional<String> question(String column) {
        int at = column.indexOf(BETWEEN);
        return at > 0 ? Optional.of(column.substring(0, at)) : Optional.empty();
    }

    /** The label of the choice that a column of this checkbox question stands for. */
    Optional<String> choice(String column) {
        String code = column.substring(Math.min(column.length(), name.length() + BETWEEN.length()));
        return Optional.ofNullable(codes().get(code));
    }

    /** Labels by the codes as they stand in columns' names: lower case, other characters replaced. */
    private Map<String, String> codes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (String choice : choices.split("\\|", -1)) {
            int comma = choice.indexOf(',');
            if (comma > 0) {
                String code = choice.substring(0, comma).strip().toLowerCase(Locale.ROOT);
                codes.putIfAbsent(
                        code.replaceAll("[^a-z0-9_]", "_"),
                        choice.substring(comma + 1).strip());
            }
        }
        return codes;
    }
}
