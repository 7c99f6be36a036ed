package org.trialseal.core.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;

/**
 * Named values, ordered by the UTF-16 code units of their names (RFC 8785, section 3.2.3). The readers throw
 * {@link MalformedException} when a member is missing or has another type.
 */
public record JsonObject(SortedMap<String, JsonValue> members) implements JsonValue {
    /** @throws IllegalArgumentException when a name holds a surrogate without its pair */
    public JsonObject {
        if (!members.keySet().stream().allMatch(JsonString::isWellFormed)) {
            throw new IllegalArgumentException("lone surrogate in a member name");
        }
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    /** Starts an object. */
    public static Builder builder() {
        return new Builder();
    }

    /** Refuses members whose names are not in {@code known}. */
    public void requireOnly(String source, Set<String> known) throws MalformedException {
        for (String name : members.keySet()) {
            if (!known.contains(name)) {
                throw new MalformedException(source, "a member of this format version is unknown");
            }
        }
    }

    /** Whether there is a member of this name. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** The string called {@code name}. */
    public String string(String source, String name) throws MalformedException {
        return member(source, name, JsonString.class).value();
    }

    /** The string called {@code name}, if there is one. */
    public Optional<String> optionalString(String source, String name) throws MalformedException {
        return has(name) ? Optional.of(string(source, name)) : Optional.empty();
    }

    /** The integer called {@code name}. */
    public long integer(String source, String name) throws MalformedException {
        return member(source, name, JsonInteger.class).value();
    }

    /** The integer called {@code name}, if there is one. */
    public OptionalLong optionalInteger(String source, String name) throws MalformedException {
        return has(name) ? OptionalLong.of(integer(source, name)) : OptionalLong.empty();
    }

    /** The object called {@code name}. */
    public JsonObject object(String source, String name) throws MalformedException {
        return member(source, name, JsonObject.class);
    }

    /** The array called {@code name}. */
    public List<JsonValue> array(String source, String name) throws MalformedException {
        return member(source, name, JsonArray.class).items();
    }

    /** The array called {@code name}, all of whose items are objects. */
    public List<JsonObject> objects(String source, String name) throws MalformedException {
        return items(source, name, JsonObject.class);
    }

    /** The array called {@code name}, all of whose items are strings. */
    public List<String> strings(String source, String name) throws MalformedException {
        return items(source, name, JsonString.class).stream()
                .map(JsonString::value)
                .toList();
    }

    /** The 64 lower-case hexadecimal digits called {@code name}. */
    public Sha256 sha256(String source, String name) throws MalformedException {
        return Sha256.wrap(hex(source, name, Sha256.LENGTH).toArray());
    }

    /** The lower-case hexadecimal string called {@code name}, which must stand for {@code length} bytes. */
    public Bytes hex(String source, String name, int length) throws MalformedException {
        String text = string(source, name);
        boolean valid =
                text.length() == 2 * length && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
        if (!valid) {
            throw new MalformedException(source, name + " is not " + 2 * length + " lower-case hexadecimal digits");
        }
        return Bytes.ofHex(text);
    }

    private <T extends JsonValue> List<T> items(String source, String name, Class<T> type) throws MalformedException {
        List<JsonValue> items = array(source, name);
        for (JsonValue item : items) {
            if (!type.isInstance(item)) {
                throw new MalformedException(source, name + " holds an item of the wrong type");
            }
        }
        return items.stream().map(type::cast).toList();
    }

    private <T extends JsonValue> T member(String source, String name, Class<T> type) throws MalformedException {
        JsonValue value = members.get(name);
        if (!type.isInstance(value)) {
            throw new MalformedException(source, value == null ? name + " is missing" : name + " has the wrong type");
        }
        return type.cast(value);
    }

    @Override
    public void writeTo(StringBuilder out) {
        String separator = "{";
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            out.append(separator);
            JsonString.write(member.getKey(), out);
            out.append(':');
            member.getValue().writeTo(out);
            separator = ",";
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    /** Collects members; a name may be given once. */
    public static final class Builder {
        private final TreeMap<String, JsonValue> members = new TreeMap<>();

        /** @throws IllegalArgumentException when {@code name} was given before */
        public Builder put(String name, JsonValue value) {
            if (members.putIfAbsent(name, value) != null) {
                throw new IllegalArgumentException("member given twice: " + name);
            }
            return this;
        }

        public Builder put(String name, String value) {
            return put(name, new JsonString(value));
        }

        public Builder put(String name, long value) {
            return put(name, new JsonInteger(value));
        }

        public Builder put(String name, Bytes value) {
            return put(name, value.hex());
        }

        public Builder put(String name, Sha256 value) {
            return put(name, value.hex());
        }

        /** Adds the member when there is a value. */
        public Builder putIf(String name, Optional<String> value) {
            value.ifPresent(v -> put(name, v));
            return this;
        }

        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
