package org.trialseal.importers.define;

import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.fault.DataFault;
import org.trialseal.importers.xml.XmlErrors;

/** Goes through a Define-XML once and takes what it says of datasets and variables; value-level metadata is only counted. */
final class DefineWalk {
    /** Most characters of a label. */
    static final int MAX_LABEL = 4_096;

    private static final String ODM = "http://www.cdisc.org/ns/odm/v1.3";
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private final String file;
    private final XMLStreamReader xml;
    private final Definitions definitions;
    private int depth;
    private int owner = -1;
    private boolean described;
    private @Nullable StringBuilder label;
    private @Nullable String language;

    DefineWalk(String file, XMLStreamReader xml, Definitions definitions) {
        this.file = file;
        this.xml = xml;
        this.definitions = definitions;
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

    private void step(int event) throws MalformedException {
        switch (event) {
            case XMLStreamConstants.DTD:
                throw DataFault.XML_DOCTYPE.in(file, "Define-XML");
            case XMLStreamConstants.ENTITY_REFERENCE:
                throw DataFault.XML_ENTITY.in(file);
            case XMLStreamConstants.START_ELEMENT:
                depth++;
                start();
                break;
            case XMLStreamConstants.END_ELEMENT:
                end();
                depth--;
                break;
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA:
                characters();
                break;
            default:
        }
    }

    private void start() throws MalformedException {
        String namespace = xml.getNamespaceURI();
        if (ODM.equals(namespace)) {
            odm();
        } else if (namespace != null && namespace.startsWith(DefineFile.NAMESPACE)) {
            define();
        }
    }

    private boolean isWithinOwner(int levels) {
        return owner >= 0 && depth == owner + levels;
    }

    private void odm() throws MalformedException {
        switch (xml.getLocalName()) {
            case "MetaDataVersion" -> definitions.version(line(), define("DefineVersion"));
            case "ItemGroupDef" -> {
                own();
                definitions.group(
                        line(),
                        odm("OID"),
                        odm("Name"),
                        odm("Domain"),
                        define("Structure"),
                        define("Class"),
                        define("ArchiveLocationID"));
            }
            case "ItemDef" -> {
                own();
                definitions.item(line(), odm("OID"), odm("Name"));
                definitions.fact(Item.DATA_TYPE, odm("DataType"));
                definitions.fact(Item.LENGTH, odm("Length"));
                definitions.fact(Item.SIGNIFICANT_DIGITS, odm("SignificantDigits"));
                definitions.fact(Item.DISPLAY_FORMAT, define("DisplayFormat"));
            }
            case "ItemRef" -> reference();
            case "CodeListRef" -> {
                if (isWithinOwner(1)) {
                    definitions.fact(Item.CODE_LIST, odm("CodeListOID"));
                }
            }
            case "Description" -> described = described || isWithinOwner(1);
            case "TranslatedText" -> {
                if (described && isWithinOwner(2)) {
                    label = new StringBuilder();
                    language = xml.getAttributeValue("http://www.w3.org/XML/1998/namespace", "lang");
                }
            }
            default -> {}
        }
    }

    /** An ItemGroupDef or an ItemDef begins. They do not nest. */
    private void own() throws MalformedException {
        if (owner >= 0) {
            throw DataFault.XML_PLACE.in(file, line(), "Define-XML");
        }
        owner = depth;
    }

    private void reference() throws MalformedException {
        if (isWithinOwner(1)) {
            definitions.reference(line(), odm("ItemOID"), odm("KeySequence"), odm("Mandatory"));
        }
    }

    private void define() throws MalformedException {
        switch (xml.getLocalName()) {
            case "ValueListDef" -> definitions.valueList();
            case "WhereClauseDef" -> definitions.whereClause();
            default -> {
                if (isWithinOwner(1)) {
                    inDataset();
                }
            }
        }
    }

    private void inDataset() throws MalformedException {
        switch (xml.getLocalName()) {
            case "Class" -> definitions.itemClass(odm("Name"));
            case "leaf" -> definitions.leaf(odm("ID"), Optional.ofNullable(xml.getAttributeValue(XLINK, "href")));
            default -> {}
        }
    }

    private void characters() throws MalformedException {
        if (label != null) {
            if (label.length() + xml.getTextLength() > MAX_LABEL) {
                throw DataFault.DEFINE_LABEL.in(file, line(), MAX_LABEL);
            }
            label.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
    }

    private void end() throws MalformedException {
        if (label != null && isWithinOwner(2)) {
            definitions.label(label.toString().strip().replaceAll("\\s+", " "), language);
            label = null;
        } else if (isWithinOwner(1)) {
            described = false;
        } else if (depth == owner) {
            definitions.close();
            owner = -1;
        }
    }

    private int line() {
        return xml.getLocation().getLineNumber();
    }

    private Optional<String> odm(String attribute) {
        return Optional.ofNullable(xml.getAttributeValue("", attribute));
    }

    private Optional<String> define(String attribute) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (namespace != null
                    && namespace.startsWith(DefineFile.NAMESPACE)
                    && xml.getAttributeLocalName(i).equals(attribute)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }
}
