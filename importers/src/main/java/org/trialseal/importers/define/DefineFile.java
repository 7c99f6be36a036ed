package org.trialseal.importers.define;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.Importer;
import org.trialseal.importers.fault.DataFault;
import org.trialseal.importers.xml.SafeXml;
import org.trialseal.importers.xml.XmlInput;

/** Opens Define-XML 2.0 and 2.1 (CDISC Define-XML Specification 2.1.0, an extension of ODM 1.3.2). */
public final class DefineFile {
    /** Beginning of the namespace of Define-XML 2.0 and 2.1. */
    static final String NAMESPACE = "http://www.cdisc.org/ns/def/v2.";

    /** Most characters of an attribute. */
    static final int MAX_ATTRIBUTE = 1 << 16;

    /** Most characters of a file; the samples have up to 1.3 million. A comment is held in memory as a whole. */
    static final long MAX_CHARACTERS = 1L << 26;

    private DefineFile() {}

    /** Whether a file is a Define-XML 2.x, by its root element. */
    public static boolean isOne(DataFile file) throws IOException {
        if (!mayBeOne(file)) {
            return false;
        }
        try (InputStream input = file.open()) {
            XMLStreamReader xml = reader(file, input);
            while (!xml.isStartElement() && xml.hasNext()) {
                xml.next();
            }
            return xml.isStartElement() && xml.getLocalName().equals("ODM") && declares(xml);
        } catch (XMLStreamException
                | IllegalArgumentException
                | MalformedException
                | CharConversionException
                | CharacterCodingException e) {
            return false;
        }
    }

    private static boolean mayBeOne(DataFile file) throws IOException {
        try (InputStream input = file.open()) {
            return XmlInput.peek(input.readNBytes(Importer.HEAD_BYTES)).contains(NAMESPACE);
        }
    }

    private static boolean declares(XMLStreamReader xml) {
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            String uri = xml.getNamespaceURI(i);
            if (uri != null && uri.startsWith(NAMESPACE)) {
                return true;
            }
        }
        return false;
    }

    private static XMLStreamReader reader(DataFile file, InputStream input)
            throws IOException, MalformedException, XMLStreamException {
        return SafeXml.reader(XmlInput.reader(file.name(), input), MAX_ATTRIBUTE, MAX_CHARACTERS);
    }

    /**
     * Reads a Define-XML from the first byte to the last. Nothing that it refers to is opened.
     *
     * @throws MalformedException when it has a DOCTYPE, is not well formed, exceeds a limit or lacks what Define-XML demands
     */
    public static DefineXml read(DataFile file) throws IOException, MalformedException {
        MessageDigest digest = Sha256.newDigest();
        try (InputStream input = new DigestInputStream(file.open(), digest)) {
            Definitions definitions = new Definitions(file.name());
            new DefineWalk(file.name(), reader(file, input), definitions).run();
            input.transferTo(OutputStream.nullOutputStream());
            return definitions.finish(Sha256.wrap(digest.digest()));
        } catch (CharacterCodingException | CharConversionException e) {
            throw DataFault.XML_ENCODING.in(file.name());
        } catch (XMLStreamException e) {
            throw DataFault.NOT_XML.in(file.name());
        }
    }
}
