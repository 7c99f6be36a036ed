package org.trialseal.core.remote.practice;

import java.nio.charset.StandardCharsets;
import org.trialseal.core.digest.Bytes;

/** Answers requests. */
interface HttpHandler {
    /** The answer; throws nothing. */
    Reply answer(Request request);

    /**
     * A request.
     *
     * @param method e.g. {@code GET}
     * @param path with its leading slash
     * @param body empty when there is none
     */
    record Request(String method, String path, Bytes body) {}

    /**
     * An answer.
     *
     * @param status e.g. 200
     * @param type media type
     * @param body its content
     */
    record Reply(int status, String type, Bytes body) {
        private static final String OCTETS = "application/octet-stream";

        static Reply ok(byte[] body) {
            return new Reply(200, OCTETS, Bytes.copyOf(body));
        }

        static Reply text(int status, String text) {
            return new Reply(status, "text/plain", Bytes.copyOf(text.getBytes(StandardCharsets.US_ASCII)));
        }
    }
}
