package org.trialseal.core.remote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that another computer sent, read within limits of depth and number length; its size has been limited
 * before. Whole numbers are kept, others count as not there.
 */
final class JsonAnswer {
    /** Deepest nesting of objects and arrays. */
    static final int MAX_DEPTH = 16;

    private static final int MAX_NUMBER_DIGITS = 40;

    private final @Nullable Object value;

    private JsonAnswer(@Nullable Object value) {
        this.value = value;
    }

    /** Reads exactly one value; empty when the bytes are anything else. */
    static Optional<JsonAnswer> read(byte[] bytes) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_DIGITS)
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(bytes)) {
            Object value = value(parser);
            return parser.nextToken() == null ? Optional.of(new JsonAnswer(value)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        List<Object> root = new ArrayList<>();
        Deque<Object> open = new ArrayDeque<>(List.of(root));
        do {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new IOException("ends too early");
            }
            if (token.isStructEnd()) {
                open.pop();
            } else if (token != JsonToken.FIELD_NAME) {
                Object item = item(parser, token);
                put(open.element(), parser, token, item);
                if (token.isStructStart()) {
                    open.push(item);
                }
            }
        } while (open.size() > 1);
        return root.get(0);
    }

    private static Object item(JsonParser parser, JsonToken token) throws IOException {
        switch (token) {
            case START_OBJECT:
                return new LinkedHashMap<String, Object>();
            case START_ARRAY:
                return new ArrayList<Object>();
            case VALUE_STRING:
                return parser.getText();
            case VALUE_NUMBER_INT:
                return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? Optional.empty()
                        : parser.getLongValue();
            default:
                return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(Object container, JsonParser parser, JsonToken token, Object item) throws IOException {
        if (container instanceof List) {
            ((List<Object>) container).add(item);
            return;
        }
        String name =
                token.isStructStart() ? parser.getParsingContext().getParent().getCurrentName() : parser.currentName();
        ((Map<String, Object>) container).put(name, item);
    }

    private static Optional<JsonAnswer> wrap(@Nullable Object value) {
        return value == null || value instanceof Optional ? Optional.empty() : Optional.of(new JsonAnswer(value));
    }

    /** The member called {@code name}; empty when this is no object, or the member is missing or null. */
    Optional<JsonAnswer> member(String name) {
        return value instanceof Map ? wrap(((Map<?, ?>) value).get(name)) : Optional.empty();
    }

    /** The items; none when this is no array. Those that are null stay as values of no kind. */
    List<JsonAnswer> items() {
        return value instanceof List
                ? ((List<?>) value).stream().map(JsonAnswer::new).toList()
                : List.of();
    }

    /** The string; empty when this is none. */
    Optional<String> text() {
        return value instanceof String ? Optional.of((String) value) : Optional.empty();
    }

    /** The whole number; empty when this is none that fits 64 bits. */
    Optional<Long> number() {
        return value instanceof Long ? Optional.of((Long) value) : Optional.empty();
    }

    /** The string called {@code name}. */
    Optional<String> text(String name) {
        return member(name).flatMap(JsonAnswer::text);
    }

    /** The whole number called {@code name}, when it lies in [least, most]. */
    Optional<Long> number(String name, long least, long most) {
        return member(name).flatMap(JsonAnswer::number).filter(number -> number >= least && number <= most);
    }
}
