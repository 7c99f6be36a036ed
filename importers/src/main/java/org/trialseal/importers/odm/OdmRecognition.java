package org.trialseal.importers.odm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trialseal.importers.xml.XmlInput;

/** Tells ODM data from other XML by the root element. */
final class OdmRecognition {
    private static final int CERTAIN = 95;
    private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?ODM\\s([^>]*)>");

    private OdmRecognition() {}

    /** See {@link org.trialseal.core.record.Importer#recognises}. */
    static int score(byte[] head) {
        Matcher root = ROOT.matcher(XmlInput.peek(head));
        boolean isOdm = root.find() && root.group(1).contains("cdisc.org/ns/odm/v");
        return isOdm && !root.group(1).contains("cdisc.org/ns/def/v") ? CERTAIN : 0;
    }
}
