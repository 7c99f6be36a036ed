package org.trialseal.core.remote;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.trialseal.core.digest.Sha256;

/** A connection that carries one line each way, with TLS or, on this computer, without. Whoever closes it ends any wait. */
final class LineConnection implements AutoCloseable {
    private final String host;
    private final int port;
    private final Optional<HttpProxy> proxy;
    private final Socket plain = new Socket(Proxy.NO_PROXY);
    private Socket socket = plain;
    private InputStream in = InputStream.nullInputStream();
    private long lastId;

    /** @param proxy leads to servers elsewhere */
    LineConnection(String host, int port, Optional<HttpProxy> proxy) {
        this.host = host;
        this.port = port;
        this.proxy = proxy.filter(way -> !Loopback.isHost(host));
    }

    void connect() throws IOException {
        String firstHost = proxy.map(HttpProxy::host).orElse(host);
        int firstPort = proxy.map(HttpProxy::port).orElse(port);
        plain.connect(new InetSocketAddress(firstHost, firstPort));
        plain.setTcpNoDelay(true);
        if (proxy.isPresent()) {
            ProxyTunnel.open(plain, host, port);
        }
        in = new BufferedInputStream(plain.getInputStream());
    }

    /** Makes the connection secure, and remembers the certificate of a server that was never used before. */
    void secure(CertificatePins pins) throws IOException {
        String server = host + ":" + port;
        try {
            FirstUseTrust trust = FirstUseTrust.of(pins.of(server));
            SSLSocket secured = (SSLSocket) trust.sockets().createSocket(plain, host, port, true);
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            Optional<Sha256> first = trust.toRemember();
            if (first.isPresent()) {
                pins.remember(server, first.get());
            }
            socket = secured;
            in = new BufferedInputStream(secured.getInputStream());
        } catch (GeneralSecurityException e) {
            throw new SSLException("no secure connection is possible", e);
        }
    }

    /** A number for the next question, that its answer is told by. */
    long nextId() {
        return ++lastId;
    }

    void send(String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /**
     * The next line without its end.
     *
     * @throws TooLargeException when it has more than {@code maxBytes}
     */
    byte[] receive(int maxBytes) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server hung up");
            }
            if (line.size() == maxBytes) {
                throw new TooLargeException();
            }
            line.write(next);
        }
        return line.toByteArray();
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
