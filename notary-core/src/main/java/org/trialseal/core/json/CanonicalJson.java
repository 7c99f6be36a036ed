package org.trialseal.core.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.trialseal.core.digest.MalformedException;

/**
 * Reads canonical JSON (RFC 8785, restricted to objects, arrays, strings and integers) and nothing else: a text that is
 * not exactly what {@link JsonValue#canonicalBytes()} writes is refused. Nesting ends at depth {@value #MAX_DEPTH}.
 */
public final class CanonicalJson {
    /** Deepest nesting of objects and arrays. */
    public static final int MAX_DEPTH = 16;

    private final String source;
    private final String text;
    private int position;
    private int depth;

    private CanonicalJson(String source, String text) {
        this.source = source;
        this.text = text;
    }

    /**
     * Reads one object.
     *
     * @param source what is read, for messages
     * @param bytes the whole text, UTF-8; the caller has limited its size
     * @throws MalformedException when the bytes are not a canonical object
     */
    public static JsonObject parseObject(String source, byte[] bytes) throws MalformedException {
        CanonicalJson reader = new CanonicalJson(source, decode(source, bytes));
        JsonValue value = reader.value();
        if (!(value instanceof JsonObject) || reader.position != reader.text.length()) {
            throw reader.error("not exactly one JSON object");
        }
        if (!Arrays.equals(value.canonicalBytes(), bytes)) {
            throw new MalformedException(source, "JSON is not in canonical form (RFC 8785)");
        }
        return (JsonObject) value;
    }

    private static String decode(String source, byte[] bytes) throws MalformedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException(source, "not valid UTF-8");
        }
    }

    private JsonValue value() throws MalformedException {
        char c = peek();
        if (c == '"') {
            return new JsonString(string());
        }
        if (c == '{' || c == '[') {
            if (++depth > MAX_DEPTH) {
                throw error("nested deeper than " + MAX_DEPTH);
            }
            JsonValue container = c == '{' ? object() : array();
            depth--;
            return container;
        }
        return integer();
    }

    private JsonObject object() throws MalformedException {
        TreeMap<String, JsonValue> members = new TreeMap<>();
        expect('{');
        boolean more = peek() != '}';
        while (more) {
            String name = string();
            expect(':');
            if (members.put(name, value()) != null) {
                throw error("a member name stands twice");
            }
            more = acceptComma();
        }
        expect('}');
        return new JsonObject(members);
    }

    private JsonArray array() throws MalformedException {
        List<JsonValue> items = new ArrayList<>();
        expect('[');
        boolean more = peek() != ']';
        while (more) {
            items.add(value());
            more = acceptComma();
        }
        expect(']');
        return new JsonArray(items);
    }

    private boolean acceptComma() throws MalformedException {
        boolean comma = peek() == ',';
        if (comma) {
            position++;
        }
        return comma;
    }

    private JsonInteger integer() throws MalformedException {
        int start = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        int digits = position - start;
        if (digits == 0 || digits > 16 || Long.parseLong(text.substring(start, position)) > JsonInteger.MAX) {
            throw error("expected an integer from 0 to 2^53 - 1, a string, an object or an array");
        }
        return new JsonInteger(Long.parseLong(text.substring(start, position)));
    }

    private String string() throws MalformedException {
        expect('"');
        StringBuilder out = new StringBuilder();
        char c = next();
        while (c != '"') {
            out.append(c == '\\' ? escape() : plain(c));
            c = next();
        }
        String value = out.toString();
        if (!JsonString.isWellFormed(value)) {
            throw error("lone surrogate in a string");
        }
        return value;
    }

    private char plain(char c) throws MalformedException {
        if (c < 0x20) {
            throw error("control character in a string");
        }
        return c;
    }

    private char escape() throws MalformedException {
        char c = next();
        int simple = "\"\\btnfr".indexOf(c);
        if (simple >= 0) {
            return "\"\\\b\t\n\f\r".charAt(simple);
        }
        if (c != 'u' || position + 4 > text.length()) {
            throw error("unknown escape in a string");
        }
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw error("unknown escape in a string");
            }
            code = code << 4 | digit;
        }
        return (char) code;
    }

    private char peek() throws MalformedException {
        if (position >= text.length()) {
            throw new MalformedException(MalformedException.Kind.CUT_OFF, source, offset(), "ends too early");
        }
        return text.charAt(position);
    }

    private char next() throws MalformedException {
        char c = peek();
        position++;
        return c;
    }

    private void expect(char wanted) throws MalformedException {
        if (next() != wanted) {
            throw error("expected '" + wanted + "'");
        }
    }

    private MalformedException error(String reason) {
        return new MalformedException(source, offset(), reason);
    }

    private long offset() {
        return text.substring(0, position).getBytes(StandardCharsets.UTF_8).length;
    }
}
