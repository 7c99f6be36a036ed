package org.trialseal.importers.odm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One element of the clinical data that is open: what it is, its own attributes, and what else it holds. */
final class Context {
    private final Kind kind;
    private final Map<String, String> attributes;
    private final Row content = new Row();
    private final List<Row> audits = new ArrayList<>();
    private final boolean typed;
    private @Nullable String value;
    private boolean holdsElements;

    /** The elements that hold data. */
    enum Kind {
        CLINICAL_DATA(1, "ClinicalData", "StudyOID", "MetaDataVersionOID"),
        REFERENCE_DATA(2, "ReferenceData", "StudyOID", "MetaDataVersionOID"),
        SUBJECT(3, "SubjectData", "SubjectKey", null),
        EVENT(4, "StudyEventData", "StudyEventOID", "StudyEventRepeatKey"),
        FORM(5, "FormData", "FormOID", "FormRepeatKey"),
        ITEM_GROUP(6, "ItemGroupData", "ItemGroupOID", "ItemGroupRepeatKey"),
        ITEM(7, "ItemData", "ItemOID", null);

        private final byte code;
        private final String element;
        private final String name;
        private final @Nullable String second;

        Kind(int code, String element, String name, @Nullable String second) {
            this.code = (byte) code;
            this.element = element;
            this.name = name;
            this.second = second;
        }

        /** The kind of an element; ODM 1.3 writes typed items as {@code ItemDataString} and the like. */
        static Optional<Kind> of(String element) {
            for (Kind kind : values()) {
                if (kind.element.equals(element)) {
                    return Optional.of(kind);
                }
            }
            return element.startsWith(ITEM.element) ? Optional.of(ITEM) : Optional.empty();
        }

        /** A number of its own, above 0. */
        byte code() {
            return code;
        }

        /** The element's name in ODM. */
        String element() {
            return element;
        }

        /** Whether an attribute is one of those that name the element. */
        boolean isKey(String attribute) {
            return attribute.equals(name) || attribute.equals(second);
        }
    }

    /** @param typed whether it is an item whose value is its text, with nothing else in it, as ODM 1.3 has them */
    Context(Kind kind, Map<String, String> attributes, boolean typed) {
        this.kind = kind;
        this.attributes = attributes;
        this.typed = typed && !isNull();
        this.value = kind == Kind.ITEM ? attributes.get("Value") : null;
    }

    Kind kind() {
        return kind;
    }

    /** The OID or key that names it; empty when the file gives none. */
    String name() {
        return attributes.getOrDefault(kind.name, "");
    }

    /** The repeat key, if there is one. */
    @Nullable
    String repeat() {
        return kind.second == null ? null : attributes.get(kind.second);
    }

    /** Adds those of the wanted columns that name it. */
    void putKeys(List<String> wanted, Row row) {
        attributes.forEach((name, value) -> {
            if (kind.isKey(name) && wanted.contains(name)) {
                row.put(name, value);
            }
        });
    }

    /** Adds the other attributes, but for those given, as {@code prefix@name}. */
    void putAttributes(String prefix, Row row, String... without) {
        attributes.forEach((name, attribute) -> {
            boolean isValue = kind == Kind.ITEM && name.equals("Value");
            if (!kind.isKey(name) && !isValue && !List.of(without).contains(name)) {
                row.put(prefix + "@" + name, attribute);
            }
        });
    }

    /** An attribute, if it is there. */
    @Nullable
    String attribute(String name) {
        return attributes.get(name);
    }

    /** Whether it says in so many words that there is no value. */
    boolean isNull() {
        return "Yes".equals(attributes.get("IsNull"));
    }

    /** Whether it is a container of items and not only an item or the data as a whole. */
    boolean isBetween() {
        return kind != Kind.ITEM && kind != Kind.CLINICAL_DATA && kind != Kind.REFERENCE_DATA;
    }

    /** Whether it is the data of a study as a whole, which is no record itself. */
    boolean isOutermost() {
        return kind == Kind.CLINICAL_DATA || kind == Kind.REFERENCE_DATA;
    }

    /** An element inside it begins. */
    void holdsElement() {
        holdsElements = true;
    }

    /** What it holds besides attributes and data elements. */
    Row content() {
        return content;
    }

    /** An item's value, once it is known; null as long as it is not. */
    @Nullable
    String value() {
        return value;
    }

    /** Takes text that stands in an element at a path inside this one: an item's first is its value. */
    void text(String path, String text) {
        boolean isValue = kind == Kind.ITEM && value == null && (path.isEmpty() || path.equals("Value"));
        boolean isWhole = typed && !holdsElements;
        if (isValue && (!path.isEmpty() || isWhole || !text.isBlank())) {
            value = text;
        } else if (!text.isBlank()) {
            content.put(path.isEmpty() ? "text()" : path, text);
        }
    }

    /** Audit records of an item, kept until its value is known. */
    List<Row> audits() {
        return audits;
    }
}
