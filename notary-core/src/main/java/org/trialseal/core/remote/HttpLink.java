package org.trialseal.core.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.anchor.Deadline;

/**
 * A way to other computers by HTTP/1.1. Follows no redirect, keeps no cookie, and holds every exchange, its body
 * included, to a deadline and a length. Its threads are daemons; closing ends them, but for the JDK's own selector thread
 * on JDK 17, which ends when the garbage collector finds the link gone.
 */
public final class HttpLink implements AutoCloseable {
    private static final Duration PAUSE_BEFORE_RETRY = Duration.ofMillis(100);

    private final ExecutorService executor;
    private volatile @Nullable HttpClient client;

    private HttpLink(ProxySelector proxy) {
        executor = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "trialseal-http");
            thread.setDaemon(true);
            return thread;
        });
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxy)
                .executor(executor)
                .build();
    }

    /** A link without a proxy, whatever the computer's settings. */
    public static HttpLink direct() {
        return new HttpLink(HttpClient.Builder.NO_PROXY);
    }

    /** A link through a proxy, but for what is on this computer; without one, a direct link. */
    public static HttpLink through(Optional<HttpProxy> proxy) {
        return new HttpLink(proxy.map(HttpProxy::selector).orElse(HttpClient.Builder.NO_PROXY));
    }

    /**
     * Sends a request, and sends it once more when the connection breaks, as it does when a small server is busy.
     *
     * @throws HttpTimeoutException when the whole answer is not there by the deadline
     * @throws TooLargeException when the body handler says so
     * @throws IOException when there is no connection, or it breaks twice
     * @throws InterruptedException when interrupted; the exchange is given up
     * @throws IllegalStateException when the link is closed
     */
    HttpResponse<byte[]> send(HttpRequest request, BodyHandler<byte[]> body, Deadline deadline)
            throws IOException, InterruptedException {
        try {
            return sendOnce(request, body, deadline);
        } catch (IOException e) {
            if (isFinal(e) || deadline.remaining().compareTo(PAUSE_BEFORE_RETRY) <= 0) {
                throw e;
            }
            Thread.sleep(PAUSE_BEFORE_RETRY.toMillis());
            return sendOnce(request, body, deadline);
        }
    }

    private static boolean isFinal(IOException error) {
        return error instanceof TooLargeException
                || error instanceof HttpTimeoutException
                || error instanceof SSLException
                || error instanceof ConnectException;
    }

    private HttpResponse<byte[]> sendOnce(HttpRequest request, BodyHandler<byte[]> body, Deadline deadline)
            throws IOException, InterruptedException {
        HttpClient open = client;
        if (open == null) {
            throw new IllegalStateException("the link is closed");
        }
        CompletableFuture<HttpResponse<byte[]>> exchange = open.sendAsync(request, body);
        try {
            return exchange.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer in time");
        } finally {
            exchange.cancel(true);
        }
    }

    /** The most telling exception of the chain of causes. */
    private static IOException unwrapped(ExecutionException error) {
        return cause(error, cause -> cause instanceof SSLException || cause instanceof TooLargeException)
                .or(() -> cause(error, cause -> true))
                .orElseGet(() -> new IOException("the exchange failed", error));
    }

    private static Optional<IOException> cause(Throwable error, Predicate<IOException> wanted) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && wanted.test((IOException) cause)) {
                return Optional.of((IOException) cause);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        client = null;
        executor.shutdownNow();
    }
}
