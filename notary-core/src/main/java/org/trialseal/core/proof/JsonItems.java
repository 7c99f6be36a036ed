package org.trialseal.core.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.json.CanonicalJson;
import org.trialseal.core.json.JsonObject;

/** Reads the canonical JSON {@code {"NAME":[{...},...]}} object after object, so that only one is in memory. */
final class JsonItems {
    private final String source;
    private final String name;
    private final Limit limit;
    private final StrictInput input;
    private boolean begun;

    JsonItems(String source, String name, Limit limit, InputStream in) {
        this.source = source;
        this.name = name;
        this.limit = limit;
        this.input = new StrictInput(source, in);
    }

    /** The next object; empty at the end of the list, which must be the end of the stream. */
    Optional<JsonObject> next() throws IOException, MalformedException {
        boolean first = !begun;
        if (first) {
            input.expect(Bytes.copyOf(ascii("{\"" + name + "\":[")), "not a list of " + name);
            begun = true;
        }
        int c = input.octet();
        if (c == ']') {
            input.expect(Bytes.copyOf(ascii("}")), "not exactly one JSON object");
            input.expectEnd();
            return Optional.empty();
        }
        if (!first) {
            c = expectComma(c);
        }
        return Optional.of(CanonicalJson.parseObject(source, item(c)));
    }

    private int expectComma(int c) throws IOException, MalformedException {
        if (c != ',') {
            throw input.error("expected a comma or the end of the list");
        }
        return input.octet();
    }

    /** The bytes of one object; whether they are JSON at all is for the parser to say. */
    private byte[] item(int first) throws IOException, MalformedException {
        if (first != '{') {
            throw input.error("expected an object");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(first);
        int depth = 1;
        boolean inString = false;
        while (depth > 0) {
            int c = next(bytes);
            if (inString && c == '\\') {
                next(bytes);
            } else if (c == '"') {
                inString = !inString;
            } else if (!inString) {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            }
        }
        return bytes.toByteArray();
    }

    private int next(ByteArrayOutputStream bytes) throws IOException, MalformedException {
        int c = input.octet();
        bytes.write(c);
        if (!limit.allows(bytes.size())) {
            throw input.error(MalformedException.Kind.TOO_LARGE, "an item is longer than " + limit.max() + " bytes");
        }
        return c;
    }

    /** The whole text around canonical items. */
    static Bytes write(String name, Iterable<JsonObject> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String separator = "{\"" + name + "\":[";
        boolean empty = true;
        for (JsonObject item : items) {
            out.writeBytes(ascii(separator));
            out.writeBytes(item.canonicalBytes());
            separator = ",";
            empty = false;
        }
        out.writeBytes(ascii(empty ? separator + "]}" : "]}"));
        return Bytes.copyOf(out.toByteArray());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
