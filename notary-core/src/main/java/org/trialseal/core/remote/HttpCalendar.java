package org.trialseal.core.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLException;
import org.trialseal.core.anchor.Calendar;
import org.trialseal.core.anchor.CalendarAnswer;
import org.trialseal.core.anchor.CalendarText;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.Failed;
import org.trialseal.core.anchor.Failed.Cause;
import org.trialseal.core.anchor.Stamped;
import org.trialseal.core.anchor.StillPending;
import org.trialseal.core.anchor.SubmitAnswer;
import org.trialseal.core.anchor.UpgradeAnswer;
import org.trialseal.core.anchor.Upgraded;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.Timestamp;

/**
 * A calendar that speaks the OpenTimestamps calendar protocol: {@code POST /digest} with the raw digest, and
 * {@code GET /timestamp/<commitment in hexadecimal>}, which answers 404 with a text as long as nothing is there.
 */
public final class HttpCalendar implements Calendar {
    private static final String ACCEPT = "application/vnd.opentimestamps.v1";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final String operator;
    private final String uri;
    private final String endpoint;
    private final HttpLink link;

    private HttpCalendar(String operator, String uri, String endpoint, HttpLink link) {
        this.operator = operator;
        this.uri = uri;
        this.endpoint = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
        this.link = link;
        URI.create(this.endpoint);
    }

    /**
     * The calendar at an address.
     *
     * @throws IllegalArgumentException when the address is not a URI
     */
    public static HttpCalendar at(String operator, String uri, HttpLink link) {
        return new HttpCalendar(operator, uri, uri, link);
    }

    /**
     * A calendar whose promises name one address and which is reached at another, as on the practice network.
     *
     * @throws IllegalArgumentException when the endpoint is not a URI
     */
    public static HttpCalendar reachedAt(String operator, String uri, String endpoint, HttpLink link) {
        return new HttpCalendar(operator, uri, endpoint, link);
    }

    @Override
    public String operator() {
        return operator;
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public SubmitAnswer submit(Sha256 digest, Deadline deadline) {
        HttpRequest request = request("/digest")
                .POST(BodyPublishers.ofByteArray(digest.toArray()))
                .build();
        try {
            HttpResponse<byte[]> response = send(request, deadline);
            return response.statusCode() == OK
                    ? new Stamped(read(response, digest.bytes()))
                    : refused(response.statusCode());
        } catch (MalformedException | IOException | InterruptedException e) {
            return failed(e);
        }
    }

    @Override
    public UpgradeAnswer upgrade(Bytes commitment, Deadline deadline) {
        HttpRequest request = request("/timestamp/" + commitment.hex()).GET().build();
        try {
            HttpResponse<byte[]> response = send(request, deadline);
            if (response.statusCode() == NOT_FOUND) {
                return new StillPending(CalendarText.sanitised(response.body()));
            }
            return response.statusCode() == OK
                    ? new Upgraded(read(response, commitment))
                    : refused(response.statusCode());
        } catch (MalformedException | IOException | InterruptedException e) {
            return failed(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(endpoint + path))
                .header("Accept", ACCEPT)
                .header("User-Agent", "TrialSeal");
    }

    private HttpResponse<byte[]> send(HttpRequest request, Deadline deadline) throws IOException, InterruptedException {
        return link.send(
                request,
                head -> head.statusCode() == OK
                        ? new CappedBody(CalendarAnswer.MAX_BYTES, false)
                        : new CappedBody(CalendarText.MAX_LENGTH, true),
                deadline);
    }

    private Timestamp read(HttpResponse<byte[]> response, Bytes message) throws MalformedException {
        return Timestamp.read("answer of " + uri, response.body(), message);
    }

    private static Failed refused(int status) {
        return new Failed(Cause.REFUSED, Cause.REFUSED.reason() + ", status " + status);
    }

    private static Failed failed(Exception error) {
        if (error instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return Failed.because(cause(error));
    }

    private static Cause cause(Exception error) {
        if (error instanceof InterruptedException) {
            return Cause.INTERRUPTED;
        }
        if (error instanceof MalformedException) {
            return Cause.MALFORMED;
        }
        if (error instanceof HttpTimeoutException) {
            return Cause.TIMED_OUT;
        }
        if (error instanceof TooLargeException) {
            return Cause.TOO_LARGE;
        }
        return error instanceof SSLException ? Cause.INSECURE : Cause.UNREACHABLE;
    }
}
