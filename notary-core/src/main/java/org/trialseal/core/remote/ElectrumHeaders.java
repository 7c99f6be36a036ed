package org.trialseal.core.remote;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.anchor.CalendarText;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.HeaderSource;
import org.trialseal.core.anchor.HeaderSourceException;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.digest.Bytes;

/**
 * An Electrum server (protocol 1.4 and later, JSON-RPC by lines over TLS): {@code server.version},
 * {@code blockchain.headers.subscribe} and {@code blockchain.block.headers}, up to 2,016 headers a call. The connection
 * is made when it is needed and kept; its waiting is done by a daemon thread, so that a deadline or an interrupt ends it.
 */
public final class ElectrumHeaders implements HeaderSource, AutoCloseable {
    private static final int MAX_PORT = 65535;
    private static final int MAX_LINE_BYTES = 1 << 20;
    private static final int MAX_NOTICES = 100;
    private static final int HEADER_DIGITS = 2 * BlockHeader.LENGTH;

    private final String host;
    private final int port;
    private final Optional<CertificatePins> pins;
    private final Optional<HttpProxy> proxy;
    private final ExecutorService waiting;
    private volatile @Nullable LineConnection open;

    private ElectrumHeaders(String host, int port, Optional<CertificatePins> pins, Optional<HttpProxy> proxy) {
        if (!host.matches("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]") || port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("not a server and its port: " + host + ":" + port);
        }
        this.host = host;
        this.port = port;
        this.pins = pins;
        this.proxy = proxy;
        this.waiting = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "trialseal-electrum");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * A server that is spoken to over TLS.
     *
     * @param proxy makes the connection, by CONNECT, unless the server is on this computer
     * @throws IllegalArgumentException when host or port are malformed
     */
    public static ElectrumHeaders secure(String host, int port, CertificatePins pins, Optional<HttpProxy> proxy) {
        return new ElectrumHeaders(host, port, Optional.of(pins), proxy);
    }

    /**
     * A server on this computer that is spoken to without TLS.
     *
     * @throws IllegalArgumentException when the host is not this computer, or the port malformed
     */
    public static ElectrumHeaders onThisComputer(String host, int port) {
        if (!Loopback.isHost(host)) {
            throw new IllegalArgumentException("an Electrum server elsewhere is spoken to over TLS only: " + host);
        }
        return new ElectrumHeaders(host, port, Optional.empty(), Optional.empty());
    }

    @Override
    public String name() {
        return "Electrum server " + host + ":" + port;
    }

    @Override
    public synchronized long tipHeight(Deadline deadline) throws IOException {
        return ask("blockchain.headers.subscribe", "", deadline)
                .number("height", 0, Long.MAX_VALUE)
                .orElseThrow(() -> fault("does not answer with a height"));
    }

    @Override
    public synchronized List<BlockHeader> headers(long fromHeight, int count, Deadline deadline) throws IOException {
        JsonAnswer answer = ask("blockchain.block.headers", fromHeight + "," + count, deadline);
        List<BlockHeader> headers = new ArrayList<>();
        String hex = hex(answer).toLowerCase(Locale.ROOT);
        if (hex.length() > count * HEADER_DIGITS || hex.length() % HEADER_DIGITS != 0 || !hex.matches("[0-9a-f]*")) {
            throw fault("gives something else than block headers");
        }
        byte[] bytes = Bytes.ofHex(hex).toArray();
        for (int at = 0; at < bytes.length; at += BlockHeader.LENGTH) {
            headers.add(BlockHeader.read(bytes, at));
        }
        return headers;
    }

    /** One string of all headers up to protocol 1.5, a list since. */
    private String hex(JsonAnswer answer) throws HeaderSourceException {
        Optional<String> joined = answer.text("hex");
        if (joined.isPresent()) {
            return joined.get();
        }
        StringBuilder all = new StringBuilder();
        JsonAnswer list = answer.member("headers").orElseThrow(() -> fault("gives something else than block headers"));
        for (JsonAnswer header : list.items()) {
            all.append(header.text().orElse("?"));
        }
        return all.toString();
    }

    private HeaderSourceException fault(String words) {
        return new HeaderSourceException(name(), words);
    }

    /** What a method gives. */
    private JsonAnswer ask(String method, String parameters, Deadline deadline) throws IOException {
        JsonAnswer answer = exchange(method, parameters, deadline);
        Optional<JsonAnswer> error = answer.member("error");
        if (error.isPresent()) {
            throw fault("refuses: "
                    + CalendarText.sanitised(error.get().text("message").orElse("without a reason")));
        }
        return answer.member("result").orElseThrow(() -> fault("does not answer what it was asked"));
    }

    private JsonAnswer exchange(String method, String parameters, Deadline deadline) throws IOException {
        Future<JsonAnswer> exchange = waiting.submit(() -> exchangeNow(method, parameters));
        boolean whole = false;
        try {
            JsonAnswer answer = exchange.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            whole = true;
            return answer;
        } catch (TimeoutException e) {
            throw fault("gives no whole answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            throw new HeaderSourceException(name(), words(e.getCause()), e.getCause());
        } finally {
            if (!whole) {
                hangUp();
            }
        }
    }

    private void hangUp() throws IOException {
        LineConnection connection = open;
        open = null;
        if (connection != null) {
            connection.close();
        }
    }

    private JsonAnswer exchangeNow(String method, String parameters) throws IOException {
        LineConnection connection = open;
        if (connection == null) {
            connection = new LineConnection(host, port, proxy);
            open = connection;
            connection.connect();
            if (pins.isPresent()) {
                connection.secure(pins.get());
            }
            reply(connection, "server.version", "\"TrialSeal\",\"1.4\"");
        }
        return reply(connection, method, parameters);
    }

    private JsonAnswer reply(LineConnection connection, String method, String parameters) throws IOException {
        long id = connection.nextId();
        connection.send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":[" + parameters
                + "]}");
        for (int i = 0; i < MAX_NOTICES; i++) {
            JsonAnswer line =
                    JsonAnswer.read(connection.receive(MAX_LINE_BYTES)).orElseThrow(() -> new EOFException("not JSON"));
            if (line.number("id", id, id).isPresent()) {
                return line;
            }
        }
        throw new EOFException("only notices");
    }

    private String words(@Nullable Throwable error) {
        if (error instanceof TooLargeException) {
            return "gives an answer that is too large";
        }
        if (error instanceof ProxyRefusedException) {
            return String.valueOf(error.getMessage());
        }
        if (error instanceof SSLException) {
            return FirstUseTrust.ChangedCertificateException.isBehind((SSLException) error)
                    ? "shows another certificate than when it was first used; if that is as it should be, remove its"
                            + " line from " + pins.map(CertificatePins::file).orElseThrow()
                    : "offers no secure connection";
        }
        boolean unreachable = error instanceof ConnectException
                || error instanceof UnknownHostException
                || error instanceof NoRouteToHostException;
        return unreachable ? "cannot be reached" : "does not speak the Electrum protocol, or the connection broke";
    }

    @Override
    public void close() throws IOException {
        waiting.shutdownNow();
        hangUp();
    }
}
