package org.trialseal.core.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.trialseal.core.anchor.Failed.Cause;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.Timestamp;
import org.trialseal.core.ots.TimestampBuilder;

/** The ways for a calendar to misbehave that a client must stand, and what it must make of them on a submission. */
enum Misbehaviour implements RawServer.Behaviour {
    REFUSING(Cause.REFUSED) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException {
            answer(socket, "403 Forbidden", "go away".getBytes(StandardCharsets.US_ASCII));
        }
    },
    FAILING(Cause.REFUSED) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException {
            answer(socket, "500 Internal Server Error", new byte[0]);
        }
    },
    NOT_FOUND_TEXT(Cause.REFUSED) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException {
            answer(socket, "404 Not Found", "Pending confirmation\r\n<script>".getBytes(StandardCharsets.US_ASCII));
        }
    },
    RESETTING(Cause.UNREACHABLE) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException {
            socket.setSoLinger(true, 0);
        }
    },
    RESETTING_MIDWAY(Cause.UNREACHABLE) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException {
            write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc".getBytes(StandardCharsets.US_ASCII));
            socket.setSoLinger(true, 0);
        }
    },
    DRIPPING(Cause.TIMED_OUT) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException, InterruptedException {
            write(socket, "HTTP/1.0 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (byte b : new byte[600]) {
                write(socket, new byte[] {b});
                Thread.sleep(100);
            }
        }
    },
    DRIPPING_HEAD(Cause.TIMED_OUT) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException, InterruptedException {
            write(socket, "HTTP/1.0 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 600; i++) {
                write(socket, new byte[] {'x'});
                Thread.sleep(100);
            }
        }
    },
    HANGING(Cause.TIMED_OUT) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException {
            int more = socket.getInputStream().read();
            if (more >= 0) {
                throw new IOException("unexpected byte");
            }
        }
    },
    ENDLESS(Cause.TOO_LARGE) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException {
            write(socket, "HTTP/1.0 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 10_000; i++) {
                write(socket, new byte[1 << 20]);
            }
        }
    },
    HUGE_LENGTH(Cause.TOO_LARGE) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException {
            String head = "HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n";
            write(socket, head.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 10_000; i++) {
                write(socket, new byte[1 << 20]);
            }
        }
    },
    ENDLESS_HEAD(Cause.UNREACHABLE, Cause.TIMED_OUT) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException {
            write(socket, "HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] line = ("X: " + "x".repeat(1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 10_000_000; i++) {
                write(socket, line);
            }
        }
    },
    REDIRECTING(Cause.REFUSED) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException {
            String path = request.path();
            String head = "HTTP/1.0 302 Found\r\nLocation: " + elsewhere(socket) + path + "\r\n\r\n";
            write(socket, head.getBytes(StandardCharsets.US_ASCII));
        }
    },
    WHOLE_PROOF_OF_ANOTHER_FILE(Cause.MALFORMED) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException {
            answer(socket, "200 OK", DetachedTimestamp.ofSha256(somebodyElses()).toBytes());
        }
    },
    GARBAGE(Cause.MALFORMED) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException {
            answer(socket, "200 OK", "<html>captive portal</html>".getBytes(StandardCharsets.US_ASCII));
        }
    },
    EMPTY(Cause.MALFORMED) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException {
            answer(socket, "200 OK", new byte[0]);
        }
    },
    TRUNCATED(Cause.MALFORMED) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException {
            byte[] whole = somebodyElses().toBytes();
            answer(socket, "200 OK", Arrays.copyOf(whole, whole.length - 1));
        }
    },
    TRAILING(Cause.MALFORMED) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException {
            byte[] whole = somebodyElses().toBytes();
            answer(socket, "200 OK", Arrays.copyOf(whole, whole.length + 1));
        }
    },
    NOT_HTTP(Cause.UNREACHABLE) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException {
            write(socket, "220 mail.example.org ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    },
    PROMISE_OF_A_STRANGER(Cause.NO_ATTESTATION) {
        @Override
        public void serve(RawServer.Request request, Socket socket) throws IOException {
            answer(socket, "200 OK", promise(request.body(), "https://stranger.example.org"));
        }
    };

    private final Cause cause;
    private final Cause other;

    Misbehaviour(Cause cause) {
        this(cause, cause);
    }

    Misbehaviour(Cause cause, Cause other) {
        this.cause = cause;
        this.other = other;
    }

    /** What a submission must come to. */
    Set<Cause> causes() {
        return EnumSet.of(cause, other);
    }

    static void write(Socket socket, byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    static void answer(Socket socket, String status, byte[] body) throws IOException {
        write(socket, ("HTTP/1.0 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        write(socket, body);
    }

    /** The same server under a path that shows whether somebody followed. */
    private static String elsewhere(Socket socket) {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/followed";
    }

    static byte[] promise(Bytes message, String uri) {
        return promised(message, uri).toBytes();
    }

    static Timestamp promised(Bytes message, String uri) {
        try {
            return TimestampBuilder.from(message)
                    .append(Bytes.ofHex("0123456789abcdef"))
                    .sha256()
                    .attest(new PendingAttestation(uri))
                    .build();
        } catch (OtsException e) {
            throw new AssertionError(e);
        }
    }

    static Timestamp somebodyElses() {
        return promised(
                Sha256.of("somebody else's file".getBytes(StandardCharsets.UTF_8))
                        .bytes(),
                "https://x.example.org");
    }
}
