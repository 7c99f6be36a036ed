package org.trialseal.importers.xport;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.fault.DataFault;

/** How character values are encoded. The format does not say it; what is not valid is sealed as bytes, never guessed. */
enum CharacterEncoding {
    UTF_8("UTF-8"),
    WINDOWS_1252("windows-1252");

    /** The option's name. */
    static final String OPTION = "encoding";

    private final String label;

    CharacterEncoding(String label) {
        this.label = label;
    }

    /** The name in settings. */
    String label() {
        return label;
    }

    /** The sealed options. */
    SortedMap<String, String> toOptions() {
        return new TreeMap<>(Map.of(OPTION, label));
    }

    /**
     * Reads options; UTF-8 when they do not say.
     *
     * @throws MalformedException when there is an unknown option or encoding
     */
    static CharacterEncoding ofOptions(String source, Map<String, String> options) throws MalformedException {
        for (String name : options.keySet()) {
            if (!name.equals(OPTION)) {
                throw DataFault.XPORT_OPTION.in(source);
            }
        }
        String wanted = options.getOrDefault(OPTION, UTF_8.label);
        for (CharacterEncoding encoding : values()) {
            if (encoding.label.equals(wanted)) {
                return encoding;
            }
        }
        throw DataFault.XPORT_ENCODING.in(source);
    }

    /** The UTF-8 bytes of characters that are not all ASCII; empty when the bytes are not valid in this encoding. */
    Optional<byte[]> utf8(byte[] bytes, int from, int to) {
        Charset charset = this == UTF_8 ? StandardCharsets.UTF_8 : Charset.forName(label);
        return FixedText.decode(bytes, from, to, charset).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
