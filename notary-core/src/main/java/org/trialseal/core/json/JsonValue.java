package org.trialseal.core.json;

import java.nio.charset.StandardCharsets;

/** A value of the canonical subset: object, array, string or integer. */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonInteger {

    /** Appends the canonical text (RFC 8785, section 3.2). */
    void writeTo(StringBuilder out);

    /** The canonical text. */
    default String canonicalText() {
        StringBuilder out = new StringBuilder();
        writeTo(out);
        return out.toString();
    }

    /** The canonical text in UTF-8, without a trailing newline. */
    default byte[] canonicalBytes() {
        return canonicalText().getBytes(StandardCharsets.UTF_8);
    }
}
