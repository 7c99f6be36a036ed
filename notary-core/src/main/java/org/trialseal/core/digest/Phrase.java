package org.trialseal.core.digest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Something that is said to people: a code and the values that belong to it, so that each face says it in its own language.
 *
 * @param values what stands for {@code {0}}, {@code {1}} ... in the sentence: texts, whole numbers (Integer, Long) and
 *     phrases; at most ten
 */
public record Phrase(Code code, List<Object> values) {
    private static final int PLACE = "{0}".length();

    /** One thing that can be said. Its implementations are enums. */
    public interface Code {
        /** The name of the constant, such as {@code FILE_CHANGED}. */
        String name();

        /** The English sentence with places for its values; nothing else in it is special. */
        String pattern();

        /** The stable name in lower case, such as {@code file-changed}. */
        default String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Phrase {
        values = List.copyOf(values);
    }

    /** A phrase; values other than phrases and whole numbers are taken as texts. */
    public static Phrase of(Code code, Object... values) {
        return new Phrase(code, Arrays.stream(values).map(Phrase::value).toList());
    }

    private static Object value(Object value) {
        boolean kept = value instanceof Phrase || value instanceof Integer || value instanceof Long;
        return kept ? value : String.valueOf(value);
    }

    /** The sentence in English; what looks like a place in a value stays as it is. */
    public String english() {
        String pattern = code.pattern();
        StringBuilder said = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            int number = at + PLACE <= pattern.length() && pattern.charAt(at) == '{'
                    ? Character.digit(pattern.charAt(at + 1), 10)
                    : -1;
            if (number >= 0 && number < values.size()) {
                Object value = values.get(number);
                said.append(value instanceof Phrase phrase ? phrase.english() : value);
                at += PLACE;
            } else {
                said.append(pattern.charAt(at++));
            }
        }
        return said.toString();
    }

    /** The sentences in English. */
    public static List<String> english(List<Phrase> phrases) {
        return phrases.stream().map(Phrase::english).toList();
    }
}
