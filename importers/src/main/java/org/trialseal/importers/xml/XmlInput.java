package org.trialseal.importers.xml;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.fault.DataFault;

/** Decodes an XML file strictly: bytes that its encoding does not know are an error, never a replacement character. */
public final class XmlInput {
    private static final int HEAD = 1 << 10;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final List<String> KNOWN =
            List.of("UTF-8", "US-ASCII", "ISO-8859-1", "ISO-8859-15", "WINDOWS-1252", "UTF-16", "UTF-16LE", "UTF-16BE");

    private XmlInput() {}

    /** The characters after a byte order mark. */
    public static Reader reader(String file, InputStream input) throws IOException, MalformedException {
        BufferedInputStream buffered = new BufferedInputStream(input, 1 << 16);
        buffered.mark(HEAD);
        byte[] head = buffered.readNBytes(HEAD);
        buffered.reset();
        Charset charset;
        if (begins(head, 0xef, 0xbb, 0xbf)) {
            buffered.skipNBytes(3);
            charset = StandardCharsets.UTF_8;
        } else if (begins(head, 0xff, 0xfe) || begins(head, 0xfe, 0xff)) {
            buffered.skipNBytes(2);
            charset = begins(head, 0xff) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        } else {
            charset = declared(file, head);
        }
        return new InputStreamReader(
                buffered,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static boolean begins(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= i || (head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset declared(String file, byte[] head) throws MalformedException {
        if (begins(head, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if (begins(head, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        Matcher matcher = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        String name = matcher.find() ? matcher.group(1).toUpperCase(Locale.ROOT) : "UTF-8";
        if (!KNOWN.contains(name) || name.startsWith("UTF-16")) {
            throw DataFault.XML_DECLARED.in(file);
        }
        return Charset.forName(name);
    }

    /** The beginning as text, for recognising only. */
    public static String peek(byte[] head) {
        boolean wide = begins(head, '<', 0) || begins(head, 0xff, 0xfe);
        boolean wideBig = begins(head, 0, '<') || begins(head, 0xfe, 0xff);
        Charset charset =
                wide ? StandardCharsets.UTF_16LE : wideBig ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
        return new String(head, charset);
    }
}
