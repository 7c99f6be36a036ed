package org.trialseal.importers.odm;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Takes from the elements of the study design what datasets need of it. */
final class Design {
    private static final String RAVE = "http://www.mdsol.com/ns/odm/metadata";

    private final XMLStreamReader xml;
    private final Metadata metadata;
    private @Nullable String group;
    private @Nullable String item;

    Design(XMLStreamReader xml, Metadata metadata) {
        this.xml = xml;
        this.metadata = metadata;
    }

    /** An element of ODM outside the data begins. */
    void element() {
        metadata.redcap().design(xml);
        switch (xml.getLocalName()) {
            case "ODM" -> metadata.origin(Origin.of(attributes(xml), declares(RAVE)));
            case "ItemGroupDef" -> group = xml.getAttributeValue(null, "OID");
            case "ItemRef" -> reference(group, xml.getAttributeValue(null, "ItemOID"));
            case "ItemDef" -> {
                item = xml.getAttributeValue(null, "OID");
                fact("name", "Name");
                fact("type", "DataType");
                fact("length", "Length");
            }
            default -> {}
        }
    }

    /** The attributes of the present element, those with a prefix as {@code prefix:name}. */
    static Map<String, String> attributes(XMLStreamReader xml) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String prefix = xml.getAttributePrefix(i);
            String name = xml.getAttributeLocalName(i);
            attributes.put(prefix == null || prefix.isEmpty() ? name : prefix + ":" + name, xml.getAttributeValue(i));
        }
        return attributes;
    }

    private boolean declares(String namespace) {
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            if (namespace.equals(xml.getNamespaceURI(i))) {
                return true;
            }
        }
        return false;
    }

    private void reference(@Nullable String from, @Nullable String to) {
        if (from != null && to != null) {
            metadata.reference(from, to);
        }
    }

    private void fact(String fact, String attribute) {
        @Nullable String value = xml.getAttributeValue(null, attribute);
        if (item != null && value != null) {
            metadata.fact(item, fact, value);
        }
    }
}
