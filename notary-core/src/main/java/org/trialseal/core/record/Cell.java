package org.trialseal.core.record;

import java.nio.charset.StandardCharsets;
import org.trialseal.core.digest.Bytes;

/** One typed value. Equal exactly when type and bytes are equal. */
public record Cell(CellType type, Bytes value) implements Comparable<Cell> {
    /** Longest value in bytes. */
    public static final int MAX_LENGTH = 1 << 26;

    /** @throws IllegalArgumentException when the value is longer than {@link #MAX_LENGTH} */
    public Cell {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a cell holds at most " + MAX_LENGTH + " bytes");
        }
    }

    /** Text by its exact characters. */
    public static Cell text(String characters) {
        return new Cell(CellType.TEXT, Bytes.copyOf(characters.getBytes(StandardCharsets.UTF_8)));
    }

    /** A missing value with an ASCII code; the empty code is a plain empty cell. */
    public static Cell missing(String code) {
        return new Cell(CellType.MISSING, Bytes.copyOf(code.getBytes(StandardCharsets.US_ASCII)));
    }

    /** What a delimited text file says with {@code characters}: empty is missing, all else is text. */
    public static Cell ofCharacters(String characters) {
        return characters.isEmpty() ? missing("") : text(characters);
    }

    /** The value for people: characters, numbers by their text or value, bytes in hexadecimal, missing as its code. */
    public String display() {
        switch (type) {
            case TEXT, TOKEN, MISSING:
                return new String(value.toArray(), StandardCharsets.UTF_8);
            case FLOAT64:
                return value.length() == Double.BYTES ? Double.toString(asDouble()) : value.hex();
            case IBM_FLOAT:
                return isIbmFloat() ? IbmFloat.text(value.toArray()) : value.hex();
            default:
                return value.hex();
        }
    }

    /**
     * The value as the name of something, for people: two cells that differ never look alike because of their type, blanks
     * around them, a comma or quotes in them, or characters without a shape. Plain text is as it is; other text stands in
     * quotes, and what is no text has its type in brackets.
     */
    public String identifier() {
        String shown = display();
        String quoted = isPlain(shown) ? shown : quoted(shown);
        return type == CellType.TEXT ? quoted : quoted + " (" + type.word() + ")";
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && text.equals(text.strip())
                && text.codePoints().noneMatch(c -> ",\"()\\".indexOf(c) >= 0 || hasNoShape(c));
    }

    private static boolean hasNoShape(int c) {
        return Character.getType(c) == Character.FORMAT || c != ' ' && Character.isSpaceChar(c) || c == 0xfffd;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (hasNoShape(c)) {
                quoted.append("\\u{").append(Integer.toHexString(c)).append('}');
            } else {
                quoted.append(c == '"' || c == '\\' ? "\\" : "").appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    private boolean isIbmFloat() {
        return value.length() >= IbmFloat.MIN_LENGTH && value.length() <= IbmFloat.MAX_LENGTH;
    }

    private double asDouble() {
        return java.nio.ByteBuffer.wrap(value.toArray()).getDouble();
    }

    @Override
    public int compareTo(Cell other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : value.compareTo(other.value);
    }
}
