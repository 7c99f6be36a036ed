package org.trialseal.core.remote;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trialseal.core.bitcoin.HeaderRun;

/** An Electrum server on the loopback interface, with TLS under a certificate of its own or without. */
final class FakeElectrum implements AutoCloseable {
    private static final Pattern CALL =
            Pattern.compile("\\{\"jsonrpc\":\"2.0\",\"id\":(\\d+),\"method\":\"([\\w.]+)\",\"params\":\\[(.*)]}");

    private final ServerSocket server;
    private final HeaderRun headers;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Behaviour behaviour;

    private FakeElectrum(ServerSocket server, HeaderRun headers) {
        this.server = server;
        this.headers = headers;
        this.behaviour = this::honest;
        Thread thread = new Thread(this::accept, "fake-electrum");
        thread.setDaemon(true);
        thread.start();
    }

    /** Without TLS; knows a run that starts at 0. */
    static FakeElectrum plain(HeaderRun headers) throws IOException {
        return new FakeElectrum(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), headers);
    }

    /** With TLS at a port, 0 for any, under a new certificate. */
    static FakeElectrum secure(HeaderRun headers, int port) throws IOException, GeneralSecurityException {
        ServerSocket server = SelfSignedServer.context()
                .getServerSocketFactory()
                .createServerSocket(port, 5, InetAddress.getLoopbackAddress());
        return new FakeElectrum(server, headers);
    }

    /** What is sent back for a line. */
    interface Behaviour {
        void answer(String line, OutputStream out) throws IOException, InterruptedException;
    }

    void behave(Behaviour next) {
        behaviour = next;
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                connections.incrementAndGet();
                Thread thread = new Thread(() -> serve(socket), "fake-electrum-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                asked.add(line);
                behaviour.answer(line, socket.getOutputStream());
            }
        } catch (IOException | InterruptedException e) {
            // the client has hung up, as it should
        }
    }

    static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** As the protocol says, with a notice before each answer. */
    void honest(String line, OutputStream out) throws IOException {
        Matcher call = CALL.matcher(line);
        if (!call.matches()) {
            throw new IOException("not a call: " + line);
        }
        say(out, "{\"jsonrpc\":\"2.0\",\"method\":\"blockchain.headers.subscribe\",\"params\":[{\"height\":1}]}\n");
        say(out, "{\"id\":" + call.group(1) + ",\"jsonrpc\":\"2.0\"," + result(call.group(2), call.group(3)) + "}\n");
    }

    private String result(String method, String parameters) {
        switch (method) {
            case "server.version":
                return "\"result\":[\"Fake 1\",\"1.4\"]";
            case "blockchain.headers.subscribe":
                return "\"result\":{\"height\":" + (headers.endHeight() - 1) + ",\"hex\":\""
                        + headers.last().bytes().hex() + "\"}";
            case "blockchain.block.headers":
                String[] range = parameters.split(",");
                return "\"result\":{\"hex\":\"" + hex(Long.parseLong(range[0]), Long.parseLong(range[1]))
                        + "\",\"count\":0,\"max\":2016}";
            default:
                return "\"error\":{\"code\":-32601,\"message\":\"unknown method\"}";
        }
    }

    String hex(long from, long count) {
        return from >= headers.endHeight()
                ? ""
                : headers.slice(from, Math.min(headers.endHeight(), from + count))
                        .bytes()
                        .hex();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
