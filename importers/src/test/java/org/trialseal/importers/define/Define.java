package org.trialseal.importers.define;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.Importer;
import org.trialseal.importers.Formats;
import org.trialseal.importers.testing.MemoryFile;

/** Writes small Define-XML files, and plans files that they describe. */
final class Define {
    /** Laboratory data with three keys, one number and a label in two languages. */
    static final String LB =
            group("LB", "LB", "lb.xpt", "LB.USUBJID 1", "LB.LBTESTCD 2", "LB.VISITNUM 3", "LB.LBSTRESN")
                    + item("LB.USUBJID", "USUBJID", "text", "Unique Subject Identifier")
                    + item("LB.LBTESTCD", "LBTESTCD", "text", "Lab Test Short Name")
                    + item("LB.VISITNUM", "VISITNUM", "float", "Visit Number")
                    + item("LB.LBSTRESN", "LBSTRESN", "float", "Numeric Result");

    private Define() {}

    static MemoryFile file(String inside) {
        return file("define.xml", inside);
    }

    static MemoryFile file(String name, String inside) {
        return MemoryFile.of(name, text(inside));
    }

    static String text(String inside) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\""
                + " xmlns:def=\"http://www.cdisc.org/ns/def/v2.1\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                + " ODMVersion=\"1.3.2\" FileType=\"Snapshot\">\n<Study OID=\"S\">\n"
                + "<MetaDataVersion OID=\"M\" Name=\"m\" def:DefineVersion=\"2.1.0\">\n" + inside
                + "</MetaDataVersion>\n</Study>\n</ODM>\n";
    }

    /** @param items each an ItemOID, and behind a blank its KeySequence if it has one */
    static String group(String oid, String name, String href, String... items) {
        StringBuilder text = new StringBuilder("<ItemGroupDef OID=\"IG." + oid + "\" Name=\"" + name
                + "\" def:Structure=\"One record per test\"><Description><TranslatedText xml:lang=\"en\">The "
                + name + "\n data</TranslatedText></Description>\n");
        for (String item : items) {
            String[] parts = item.split(" ");
            text.append("<ItemRef ItemOID=\"IT.")
                    .append(parts[0])
                    .append("\" Mandatory=\"Yes\"")
                    .append(parts.length > 1 ? " KeySequence=\"" + parts[1] + "\"" : "")
                    .append("/>\n");
        }
        return text + "<def:Class Name=\"FINDINGS\"/><def:leaf ID=\"LF\" xlink:href=\"" + href
                + "\"><def:title>t</def:title></def:leaf></ItemGroupDef>\n";
    }

    static String item(String oid, String name, String type, String label) {
        return "<ItemDef OID=\"IT." + oid + "\" Name=\"" + name + "\" DataType=\"" + type + "\" Length=\"8\">"
                + "<Description><TranslatedText xml:lang=\"de\">Etwas</TranslatedText><TranslatedText xml:lang=\"en\">"
                + label + "</TranslatedText></Description>"
                + "<CodeListRef CodeListOID=\"CL." + name + "\"/>"
                + "<def:Origin Type=\"Collected\"><Description><TranslatedText>no label</TranslatedText></Description>"
                + "</def:Origin></ItemDef>\n";
    }

    /** Plans a file as it is described. */
    static FilePlan plan(DataFile file, List<String> keys, DefineXml... defines)
            throws IOException, MalformedException {
        Importer importer = Formats.installed().recognise(file).orElseThrow();
        DefinedDatasets described = new DefinedDatasets(List.of(defines));
        return described.describe(importer.plan(file, Map.of(), Optional.empty(), keys, described.keys(file.name())));
    }
}
