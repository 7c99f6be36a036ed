package org.trialseal.core.remote;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.trialseal.core.anchor.CalendarText;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.HeaderSourceException;
import org.trialseal.core.digest.Bytes;

/** Asks one HTTP server, and says in words what went wrong. Whatever is too long, too slow or redirected is refused. */
final class HttpAsking {
    static final int OK = 200;
    static final int NOT_FOUND = 404;

    private static final int MAX_REFUSAL_BYTES = 4096;

    private final String name;
    private final String base;
    private final HttpLink link;

    /**
     * @param name what the server is called in messages
     * @param base what every address begins with, without a slash at its end
     */
    HttpAsking(String name, String base, HttpLink link) {
        this.name = name;
        this.base = base;
        this.link = link;
    }

    /** An address without the slashes at its end, when it is one of HTTP or HTTPS without user, query or fragment. */
    static Optional<String> base(String address) {
        try {
            URI uri = new URI(address);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean plain = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            return http && plain ? Optional.of(address.replaceAll("/+$", "")) : Optional.empty();
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }

    String name() {
        return name;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("User-Agent", "TrialSeal");
    }

    /** What a server answered to a question that it understood. */
    record Answer(int status, Bytes body) {
        /** The body as text without the blanks around it. */
        String text() {
            return new String(body.toArray(), StandardCharsets.ISO_8859_1).strip();
        }
    }

    /** The body of a successful answer; empty when the server says that there is no such thing. */
    Optional<Answer> get(String path, int maxBytes, Deadline deadline) throws IOException {
        Answer answer = send(request(path).GET().build(), maxBytes, deadline);
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (answer.status() != OK) {
            throw refused(answer);
        }
        return Optional.of(answer);
    }

    HeaderSourceException refused(Answer answer) {
        return fault("refuses, status " + answer.status() + ": " + CalendarText.sanitised(answer.text()));
    }

    Answer send(HttpRequest request, int maxBytes, Deadline deadline) throws IOException {
        try {
            HttpResponse<byte[]> response = link.send(
                    request,
                    head -> head.statusCode() == OK
                            ? new CappedBody(maxBytes, false)
                            : new CappedBody(MAX_REFUSAL_BYTES, true),
                    deadline);
            return new Answer(response.statusCode(), Bytes.copyOf(response.body()));
        } catch (IOException e) {
            throw new HeaderSourceException(name, words(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    HeaderSourceException fault(String words) {
        return new HeaderSourceException(name, words);
    }

    private static String words(IOException error) {
        if (error instanceof HttpTimeoutException) {
            return "gives no whole answer in time";
        }
        if (error instanceof TooLargeException) {
            return "gives an answer that is too large";
        }
        if (error instanceof SSLException) {
            return "offers no secure connection that can be trusted";
        }
        return error instanceof ConnectException ? "cannot be reached" : "does not speak HTTP, or the connection broke";
    }
}
