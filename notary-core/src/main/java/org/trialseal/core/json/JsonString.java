package org.trialseal.core.json;

/** A string of Unicode scalar values. */
public record JsonString(String value) implements JsonValue {
    private static final String CONTROLS = "btnvfr";
    private static final String HEX = "0123456789abcdef";

    /** @throws IllegalArgumentException when {@code value} holds a surrogate without its pair */
    public JsonString {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("lone surrogate in a string");
        }
    }

    /** Whether every surrogate in {@code text} stands in a pair. */
    public static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void writeTo(StringBuilder out) {
        write(value, out);
    }

    static void write(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            writeCharacter(text.charAt(i), out);
        }
        out.append('"');
    }

    private static void writeCharacter(char c, StringBuilder out) {
        if (c == '"' || c == '\\') {
            out.append('\\').append(c);
        } else if (c >= 0x20) {
            out.append(c);
        } else if (c >= 8 && c <= 13 && c != 11) {
            out.append('\\').append(CONTROLS.charAt(c - 8));
        } else {
            out.append("\\u00").append(c >> 4).append(HEX.charAt(c & 15));
        }
    }
}
