package org.trialseal.core.remote.practice;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.remote.practice.HttpHandler.Reply;
import org.trialseal.core.remote.practice.HttpHandler.Request;

/** One request and its answer on one connection, in the manner of HTTP/1.0: the connection ends with the answer. */
final class HttpExchange implements AutoCloseable {
    /** Longest body of a request, in bytes. */
    static final int MAX_BODY = 64;

    private static final int MAX_HEAD = 4096;
    private static final int MAX_DRAINED = 1 << 16;
    private static final String CONTENT_LENGTH = "content-length:";
    private static final String TRANSFER_ENCODING = "transfer-encoding:";

    private final Socket socket;
    private final InputStream in;

    HttpExchange(Socket socket, int timeoutMillis) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(timeoutMillis);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    void serve(HttpHandler handler) throws IOException {
        Reply reply;
        try {
            reply = handler.answer(read());
        } catch (BadRequestException e) {
            reply = Reply.text(400, e.reason);
        }
        write(reply);
        drain();
    }

    private Request read() throws IOException, BadRequestException {
        List<String> head = readHead().lines().toList();
        String[] words = head.isEmpty() ? new String[0] : head.get(0).split(" ", -1);
        if (words.length != 3 || !words[2].startsWith("HTTP/1.") || !words[1].startsWith("/")) {
            throw new BadRequestException("not a request");
        }
        return new Request(words[0], words[1], readBody(head));
    }

    private String readHead() throws IOException, BadRequestException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int lineLength = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n' && lineLength == 0 && head.size() > 0) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
            if (head.size() == MAX_HEAD) {
                throw new BadRequestException("request too long");
            }
            if (c != '\r') {
                head.write(c);
                lineLength = c == '\n' ? 0 : lineLength + 1;
            }
        }
        throw new IOException("the client is gone");
    }

    private Bytes readBody(List<String> head) throws IOException, BadRequestException {
        int length = 0;
        for (String line : head) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith(TRANSFER_ENCODING)) {
                throw new BadRequestException("Invalid Content-Length");
            }
            if (lower.startsWith(CONTENT_LENGTH)) {
                length = length(lower.substring(CONTENT_LENGTH.length()).strip());
            }
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("the client is gone");
        }
        return Bytes.copyOf(body);
    }

    private static int length(String digits) throws BadRequestException {
        if (!digits.matches("[0-9]{1,9}")) {
            throw new BadRequestException("Invalid Content-Length");
        }
        int length = Integer.parseInt(digits);
        if (length > MAX_BODY) {
            throw new BadRequestException("digest too long");
        }
        return length;
    }

    private void write(Reply reply) throws IOException {
        String phrase = reply.status() == 200 ? "OK" : reply.status() == 404 ? "Not Found" : "Error";
        String head = "HTTP/1.0 " + reply.status() + " " + phrase + "\r\nContent-Type: " + reply.type() + "\r\n\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(Bytes.copyOf(head.getBytes(StandardCharsets.US_ASCII))
                .concat(reply.body())
                .toArray());
        out.flush();
        socket.shutdownOutput();
    }

    /** Reads what the client still sends, since closing over it would take the answer back. */
    private void drain() throws IOException {
        int drained = 0;
        while (drained < MAX_DRAINED && in.read() >= 0) {
            drained++;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The request is not one that is served. */
    private static final class BadRequestException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        BadRequestException(String reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
