package org.trialseal.core.anchor;

import java.nio.charset.StandardCharsets;

/**
 * Words from a calendar, made safe to show: at most 160 characters, every one but letters, digits and {@code #-.,; }
 * replaced by an underscore, as the reference client does. No line break survives, so no text can pretend to be two.
 */
public final class CalendarText {
    /** Longest text kept, in characters. */
    public static final int MAX_LENGTH = 160;

    private static final String ALLOWED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789#-.,; ";

    private CalendarText() {}

    /** The start of {@code text} with everything unusual replaced. */
    public static String sanitised(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), MAX_LENGTH); i++) {
            char c = text.charAt(i);
            safe.append(ALLOWED.indexOf(c) >= 0 ? c : '_');
        }
        return safe.toString();
    }

    /** The same for bytes, each taken as one character. */
    public static String sanitised(byte[] text) {
        return sanitised(new String(text, StandardCharsets.ISO_8859_1));
    }
}
