package org.trialseal.importers.odm;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.DataFile;
import org.trialseal.importers.fault.DataFault;
import org.trialseal.importers.xml.SafeXml;
import org.trialseal.importers.xml.XmlInput;

/** Reads an ODM file once, from the first byte to the last. */
final class OdmFile {
    private OdmFile() {}

    /**
     * Gives all records of the file to the sink, and to the metadata what its study design says.
     *
     * @param trail gets what the event log needs beyond its records
     * @param version of the importer's behaviour
     */
    static void read(DataFile file, Metadata metadata, RowSink sink, AuditTrail trail, int version)
            throws IOException, MalformedException {
        try (InputStream input = file.open()) {
            XMLStreamReader xml = SafeXml.reader(XmlInput.reader(file.name(), input));
            new OdmWalk(file.name(), xml, metadata, sink, trail, version).run();
        } catch (CharacterCodingException | CharConversionException e) {
            throw encoding(file);
        } catch (XMLStreamException e) {
            throw DataFault.NOT_XML.in(file.name());
        }
    }

    private static MalformedException encoding(DataFile file) {
        return DataFault.XML_ENCODING.in(file.name());
    }
}
