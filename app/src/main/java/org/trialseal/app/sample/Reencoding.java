package org.trialseal.app.sample;

import java.io.IOException;
import java.nio.file.Path;

/** The same cells in another dialect of CSV. */
final class Reencoding {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Reencoding() {}

    static void apply(Path csv, Path target) throws IOException {
        SampleText source = SampleText.read(csv);
        new SampleText(source.name(), reencoded(source.text())).writeTo(target);
    }

    /** A doubled quote inside a quoted cell leaves and enters it again, which changes nothing. */
    private static String reencoded(String text) {
        StringBuilder copy = new StringBuilder().append(BYTE_ORDER_MARK);
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && c == ',') {
                copy.append(';');
            } else if (!quoted && c == '\n') {
                copy.append("\r\n");
            } else {
                copy.append(c);
            }
        }
        return copy.toString();
    }
}
