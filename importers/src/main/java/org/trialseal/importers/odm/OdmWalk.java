package org.trialseal.importers.odm;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.importers.xml.XmlErrors;

/** Goes through an ODM file once and gives its records, in the order in which their elements end. */
final class OdmWalk {
    private static final String NAMESPACE = "http://www.cdisc.org/ns/odm/v";
    private static final String RAVE = "http://www.mdsol.com/ns/odm/metadata";

    private final String file;
    private final XMLStreamReader xml;
    private final Metadata metadata;
    private final Records records;
    private final Deque<Context> contexts = new ArrayDeque<>();
    private final List<String> path = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Row audit;
    private @Nullable String group;
    private @Nullable String item;

    OdmWalk(String file, XMLStreamReader xml, Metadata metadata, RowSink sink) {
        this.file = file;
        this.xml = xml;
        this.metadata = metadata;
        this.records = new Records(sink, contexts);
    }

    /** Reads to the end of the file. */
    void run() throws IOException, MalformedException {
        try {
            while (xml.hasNext()) {
                step(xml.next());
            }
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw XmlErrors.of(file, xml, e);
        }
    }

    private void step(int event) throws IOException, MalformedException {
        switch (event) {
            case XMLStreamConstants.DTD:
                throw new MalformedException(
                        file, "has a document type declaration (DOCTYPE); ODM has none. Export it again without");
            case XMLStreamConstants.ENTITY_REFERENCE:
                throw new MalformedException(file, "uses an entity that XML itself does not define");
            case XMLStreamConstants.START_ELEMENT:
                start();
                break;
            case XMLStreamConstants.END_ELEMENT:
                end();
                break;
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE:
                characters();
                break;
            default:
        }
    }

    private void characters() throws MalformedException {
        if (!contexts.isEmpty()) {
            if (text.length() + xml.getTextLength() > Cell.MAX_LENGTH) {
                throw new MalformedException(file, "has a value of more than " + Cell.MAX_LENGTH + " characters");
            }
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
    }

    private boolean isOdm() {
        String namespace = xml.getNamespaceURI();
        return namespace != null && namespace.startsWith(NAMESPACE);
    }

    private void start() throws MalformedException {
        takeText();
        Context.@Nullable Kind kind = path.isEmpty() && audit == null && isOdm()
                ? Context.Kind.of(xml.getLocalName()).orElse(null)
                : null;
        if (kind != null) {
            open(kind);
        } else if (!contexts.isEmpty()) {
            inside();
        } else if (isOdm()) {
            design();
        } else if (RedcapDesign.NAMESPACE.equals(xml.getNamespaceURI())) {
            metadata.redcap().element(xml);
        }
    }

    private void open(Context.Kind kind) throws MalformedException {
        Context.Kind outer = contexts.isEmpty() ? null : contexts.getFirst().kind();
        if (!Nesting.allows(outer, kind)) {
            throw new MalformedException(file, place() + "an element stands where ODM does not allow it");
        }
        contexts.push(new Context(kind, attributes()));
    }

    private String place() {
        return "line " + xml.getLocation().getLineNumber() + ": ";
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String prefix = xml.getAttributePrefix(i);
            String name = xml.getAttributeLocalName(i);
            attributes.put(prefix == null || prefix.isEmpty() ? name : prefix + ":" + name, xml.getAttributeValue(i));
        }
        return attributes;
    }

    private String name() {
        String prefix = xml.getPrefix();
        return prefix == null || prefix.isEmpty() ? xml.getLocalName() : prefix + ":" + xml.getLocalName();
    }

    /** An element inside a data element that is none itself. */
    private void inside() {
        path.add(name());
        boolean begins = path.size() == 1 && isOdm() && xml.getLocalName().equals("AuditRecord");
        Row target = audit == null ? contexts.getFirst().content() : audit;
        if (begins) {
            target = new Row();
            audit = target;
        }
        String prefix = audit == null ? String.join("/", path) : "";
        boolean isReference = audit != null && name().endsWith("Ref");
        for (Map.Entry<String, String> attribute : attributes().entrySet()) {
            target.put(isReference ? attribute.getKey() : prefix + "@" + attribute.getKey(), attribute.getValue());
        }
    }

    private void design() {
        metadata.redcap().design(xml);
        switch (xml.getLocalName()) {
            case "ODM" -> metadata.origin(Origin.of(attributes(), declares(RAVE)));
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

    private void end() throws IOException, MalformedException {
        if (contexts.isEmpty()) {
            return;
        }
        takeText();
        Context context = contexts.getFirst();
        if (path.isEmpty()) {
            records.end(context);
            contexts.pop();
            return;
        }
        path.remove(path.size() - 1);
        if (audit != null && path.isEmpty()) {
            records.audit(context, audit);
            audit = null;
        }
    }

    /** Text ends where any tag begins. */
    private void takeText() {
        if (!contexts.isEmpty()) {
            if (audit == null) {
                contexts.getFirst().text(String.join("/", path), text.toString());
            } else if (path.size() > 1 && !path.get(path.size() - 1).endsWith("Ref")) {
                auditText(audit, path.get(path.size() - 1));
            }
        }
        text.setLength(0);
    }

    private void auditText(Row row, String name) {
        if (!row.values().containsKey(name) || !text.toString().isBlank()) {
            row.put(name, text.toString());
        }
    }
}
