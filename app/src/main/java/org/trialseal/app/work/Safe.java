package org.trialseal.app.work;

import java.util.stream.Collectors;

/**
 * Makes text from outside harmless on a terminal: control and bidirectional characters are shown as escapes, line ends
 * too, so that no name and no value can pretend to be a line of ours.
 */
public final class Safe {
    private Safe() {}

    /** The text, such characters written as backslash, u and four hexadecimal digits. */
    public static String text(String text) {
        if (text.chars().noneMatch(Safe::isHarmful)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        text.chars().forEach(c -> append(safe, c));
        return safe.toString();
    }

    /** The same for a message of several lines of our own. */
    public static String lines(String text) {
        return text.lines().map(Safe::text).collect(Collectors.joining(System.lineSeparator()));
    }

    private static void append(StringBuilder safe, int c) {
        if (isHarmful(c)) {
            String hex = Integer.toHexString(c);
            safe.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
        } else {
            safe.append((char) c);
        }
    }

    private static boolean isHarmful(int c) {
        boolean control = c < 0x20 || c >= 0x7f && c < 0xa0;
        boolean direction = c == 0x061c || c == 0x200e || c == 0x200f || c >= 0x202a && c <= 0x202e;
        return control || direction || c >= 0x2066 && c <= 0x2069 || c == 0x2028 || c == 0x2029 || c == 0xfeff;
    }
}
