package org.trialseal.core.remote.practice;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.trialseal.core.digest.Bytes;

/** Sends bytes to a server and reads what it answers until it hangs up. */
final class RawHttp {
    private RawHttp() {}

    static Socket connect(String endpoint) throws IOException {
        URI uri = URI.create(endpoint);
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    static Answer exchange(String endpoint, String head, byte[] body) throws IOException {
        try (Socket socket = connect(endpoint)) {
            byte[] start = (head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
            socket.getOutputStream()
                    .write(Bytes.copyOf(start).concat(Bytes.copyOf(body)).toArray());
            socket.shutdownOutput();
            return Answer.of(socket.getInputStream().readAllBytes());
        }
    }

    static Answer get(String endpoint, String path) throws IOException {
        return exchange(endpoint, "GET " + path + " HTTP/1.0", new byte[0]);
    }

    static Answer post(String endpoint, byte[] body) throws IOException {
        return exchange(endpoint, "POST /digest HTTP/1.0\r\nContent-Length: " + body.length, body);
    }

    record Answer(int status, String head, Bytes body) {
        static Answer of(byte[] raw) {
            String text = new String(raw, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                throw new AssertionError("no answer but: " + text);
            }
            String head = text.substring(0, end);
            return new Answer(
                    Integer.parseInt(head.substring("HTTP/1.0 ".length(), "HTTP/1.0 200".length())),
                    head,
                    Bytes.copyOf(raw, end + 4, raw.length));
        }

        String text() {
            return new String(body.toArray(), StandardCharsets.ISO_8859_1);
        }
    }
}
