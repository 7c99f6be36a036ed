package org.trialseal.importers.xml;

import java.io.IOException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.fault.DataFault;

/** Says what is wrong with XML without repeating what stands in it. */
public final class XmlErrors {
    private XmlErrors() {}

    /**
     * The refusal of a file whose XML could not be read further.
     *
     * @throws IOException when the file itself could not be read, or its bytes are not of its encoding
     */
    public static MalformedException of(String file, XMLStreamReader xml, Exception cause) throws IOException {
        if (cause.getCause() instanceof IOException reading) {
            throw reading;
        }
        Location place = cause instanceof XMLStreamException stream && stream.getLocation() != null
                ? stream.getLocation()
                : xml.getLocation();
        MalformedException refusal = DataFault.XML_FORM.in(file, place.getLineNumber(), place.getColumnNumber());
        refusal.initCause(cause);
        return refusal;
    }
}
