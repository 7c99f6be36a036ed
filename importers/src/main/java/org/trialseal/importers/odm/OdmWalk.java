package org.trialseal.importers.odm;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.importers.fault.DataFault;
import org.trialseal.importers.xml.XmlErrors;

/** Goes through an ODM file once and gives its records, in the order in which their elements end. */
final class OdmWalk {
    private static final String AUDIT_RECORD = "AuditRecord";
    private static final String NAMESPACE = "http://www.cdisc.org/ns/odm/v";

    /** Elements whose children are named from within the clinical data before them. */
    private static final Set<String> COLLECTIONS = Set.of("AuditRecords", "Signatures", "Annotations");

    private final String file;
    private final XMLStreamReader xml;
    private final Metadata metadata;
    private final Design design;
    private final Records records;
    private final int version;
    private final Deque<Context> contexts = new ArrayDeque<>();
    private final List<String> path = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable String collection;
    private @Nullable Part part;

    /** @param version of the importer's behaviour */
    OdmWalk(String file, XMLStreamReader xml, Metadata metadata, RowSink sink, AuditTrail trail, int version) {
        this.file = file;
        this.xml = xml;
        this.metadata = metadata;
        this.design = new Design(xml, metadata);
        this.version = version;
        this.records = version == OdmImporter.WITHOUT_OLD_VALUES
                ? new Records(sink, contexts, null, metadata)
                : new Records(sink, contexts, trail, metadata);
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
                throw DataFault.XML_DOCTYPE.in(file, "ODM");
            case XMLStreamConstants.ENTITY_REFERENCE:
                throw DataFault.XML_ENTITY.in(file);
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
                throw DataFault.ODM_CHARACTERS.in(file, Cell.MAX_LENGTH);
            }
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
    }

    private boolean isOdm() {
        String namespace = xml.getNamespaceURI();
        return namespace != null && namespace.startsWith(NAMESPACE);
    }

    private void start() throws MalformedException {
        if (!contexts.isEmpty()) {
            contexts.getFirst().holdsElement();
        }
        takeText();
        Context.@Nullable Kind kind = path.isEmpty() && part == null && isOdm()
                ? Context.Kind.of(xml.getLocalName()).orElse(null)
                : null;
        if (kind != null) {
            open(kind);
        } else if (!contexts.isEmpty()) {
            inside();
        } else if (isOdm()) {
            design.element();
        } else if (RedcapDesign.NAMESPACE.equals(xml.getNamespaceURI())) {
            metadata.redcap().element(xml);
        }
    }

    private void open(Context.Kind kind) throws MalformedException {
        Context.Kind outer = contexts.isEmpty() ? null : contexts.getFirst().kind();
        if (!Nesting.allows(outer, kind)) {
            throw DataFault.XML_PLACE.in(file, xml.getLocation().getLineNumber(), "ODM");
        }
        boolean typed = kind == Context.Kind.ITEM
                && !xml.getLocalName().equals(kind.element())
                && version != OdmImporter.WITHOUT_OLD_VALUES;
        contexts.push(new Context(kind, Design.attributes(xml), typed));
    }

    private String name() {
        String prefix = xml.getPrefix();
        return prefix == null || prefix.isEmpty() ? xml.getLocalName() : prefix + ":" + xml.getLocalName();
    }

    /** An element inside a data element that is none itself. */
    private void inside() {
        path.add(name());
        Context context = contexts.getFirst();
        if (part == null) {
            part = begins(context);
        }
        if (part != null) {
            part.attributes(path, Design.attributes(xml));
        } else if (!context.isOutermost()) {
            Design.attributes(xml)
                    .forEach((name, value) -> context.content().put(String.join("/", path) + "@" + name, value));
        }
    }

    private @Nullable Part begins(Context context) {
        String name = xml.getLocalName();
        if (context.isOutermost()) {
            if (path.size() == 1) {
                collection = isOdm() && COLLECTIONS.contains(name) ? name : null;
            }
            boolean collects = path.size() == 2 && collection != null && isOdm();
            return collects && collection != null ? new Part(collection, 2, name.equals(AUDIT_RECORD)) : null;
        }
        return path.size() == 1 && isOdm() && name.equals(AUDIT_RECORD) ? new Part("", 1, true) : null;
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
        if (part != null && path.size() < part.depth()) {
            records.part(context, part);
            part = null;
        }
    }

    /** Text ends where any tag begins. */
    private void takeText() {
        if (!contexts.isEmpty()) {
            if (part != null) {
                part.text(path, text.toString());
            } else if (!contexts.getFirst().isOutermost()) {
                contexts.getFirst().text(String.join("/", path), text.toString());
            }
        }
        text.setLength(0);
    }
}
