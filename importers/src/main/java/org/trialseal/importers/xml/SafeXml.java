package org.trialseal.importers.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.trialseal.core.record.Cell;

/** Opens XML so that nothing outside the file is ever read and no text grows beyond its bytes. */
public final class SafeXml {
    /** Deepest nesting of elements. */
    public static final int MAX_DEPTH = 200;

    private static final int MAX_ATTRIBUTES = 1_000;

    private SafeXml() {}

    /** A reader that knows no document types and no entities but XML's own five. */
    public static XMLStreamReader reader(Reader input) throws XMLStreamException {
        return reader(input, Cell.MAX_LENGTH, Long.MAX_VALUE);
    }

    /**
     * The same for files that are small by nature.
     *
     * @param attribute most characters of an attribute
     * @param document most characters of the whole
     */
    public static XMLStreamReader reader(Reader input, int attribute, long document) throws XMLStreamException {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, attribute);
        factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, document);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the file is read");
        });
        return factory.createXMLStreamReader(input);
    }
}
