package org.trialseal.core.remote;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection through an HTTP proxy by CONNECT (RFC 9110, section 9.3.6), without a login. */
final class ProxyTunnel {
    private static final int MAX_HEAD_BYTES = 8192;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})(?: .*)?");

    private ProxyTunnel() {}

    /**
     * Makes a connection to a proxy one to a server behind it. What follows the proxy's answer is not read.
     *
     * @throws ProxyRefusedException when the proxy says no
     */
    static void open(Socket proxy, String host, int port) throws IOException {
        String server = host + ":" + port;
        String request = "CONNECT " + server + " HTTP/1.1\r\nHost: " + server + "\r\n\r\n";
        proxy.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        proxy.getOutputStream().flush();
        String first = head(proxy.getInputStream()).lines().findFirst().orElse("");
        Matcher status = STATUS.matcher(first);
        if (!status.matches()) {
            throw new ProxyRefusedException("is behind a proxy that does not speak HTTP");
        }
        if (!status.group(1).startsWith("2")) {
            throw new ProxyRefusedException("is behind a proxy that refuses, status " + status.group(1));
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the proxy hung up");
            }
            if (head.size() == MAX_HEAD_BYTES) {
                throw new TooLargeException();
            }
            head.write(next);
            boolean expected = next == "\r\n\r\n".charAt(matched);
            matched = expected ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }
}
