package org.trialseal.core.digest;

import java.util.List;

/** Fills the places {@code {0}}, {@code {1}} ... of an English sentence; nothing else in it is special. */
public final class Phrase {
    private static final int PLACE = "{0}".length();

    private Phrase() {}

    /**
     * The sentence with its values.
     *
     * @param values at most ten; what looks like a place in a value stays as it is
     */
    public static String fill(String pattern, List<String> values) {
        StringBuilder said = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            int number = at + PLACE <= pattern.length() && pattern.charAt(at) == '{'
                    ? Character.digit(pattern.charAt(at + 1), 10)
                    : -1;
            if (number >= 0 && number < values.size()) {
                said.append(values.get(number));
                at += PLACE;
            } else {
                said.append(pattern.charAt(at++));
            }
        }
        return said.toString();
    }
}
