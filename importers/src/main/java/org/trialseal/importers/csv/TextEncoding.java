package org.trialseal.importers.csv;

import java.io.InputStream;
import java.util.Optional;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.PlanReason;

/** The encodings that delimited text may have. A byte order mark of the encoding itself is never part of the data. */
enum TextEncoding {
    UTF_8("UTF-8"),
    UTF_16LE("UTF-16LE"),
    UTF_16BE("UTF-16BE"),
    WINDOWS_1252("windows-1252");

    private final String label;

    TextEncoding(String label) {
        this.label = label;
    }

    /** The name in settings, by the IANA registry. */
    String label() {
        return label;
    }

    /** Why this encoding is taken. */
    Phrase because(PlanReason why, Object... values) {
        return Phrase.of(PlanReason.ENCODING, label, Phrase.of(why, values));
    }

    /** The encoding with this name, in either case. */
    static Optional<TextEncoding> ofLabel(String label) {
        for (TextEncoding encoding : values()) {
            if (encoding.label.equalsIgnoreCase(label)) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    /** Bytes that are the characters of {@code input} in UTF-8. Only UTF-8 itself is not checked on the way. */
    Utf8Source utf8Of(InputStream input, String file) {
        switch (this) {
            case UTF_8:
                return new PlainUtf8(input);
            case WINDOWS_1252:
                return new Windows1252(input, file);
            default:
                return new Utf16(input, file, this == UTF_16BE);
        }
    }
}
