package org.trialseal.core.json;

/** An integer from 0 to 2^53 - 1, which every JSON reader keeps exact. */
public record JsonInteger(long value) implements JsonValue {
    /** The largest integer that a double keeps exact together with its neighbours. */
    public static final long MAX = (1L << 53) - 1;

    /** @throws IllegalArgumentException when {@code value} lies outside 0 to 2^53 - 1 */
    public JsonInteger {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException("integer outside 0 to 2^53 - 1");
        }
    }

    @Override
    public void writeTo(StringBuilder out) {
        out.append(value);
    }
}
