package org.trialseal.core.testing.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** A bcoin node in regtest with its wallet, in memory, on two free ports of the loopback interface. */
public final class BitcoinNode implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(20);
    private static final String USER = "x";

    private final Process process;
    private final Path log;
    private final Path login;
    private final String key;
    private final int port;
    private final int walletPort;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();

    private BitcoinNode(Process process, Path home, String key, int port, int walletPort) {
        this.process = process;
        this.log = home.resolve("node.txt");
        this.login = home.resolve("login");
        this.key = key;
        this.port = port;
        this.walletPort = walletPort;
    }

    static BitcoinNode start(Path peers, Path home) throws IOException, InterruptedException {
        String key = UUID.randomUUID().toString();
        int port = freePort();
        int walletPort = freePort();
        Files.createDirectories(home.resolve(".bitcoin"));
        Files.writeString(home.resolve("login"), USER + ":" + key + "\n");
        Files.writeString(
                home.resolve(".bitcoin/bitcoin.conf"),
                "rpcuser=" + USER + "\nrpcpassword=" + key + "\nrpcconnect=127.0.0.1\nrpcport=" + port + "\n");
        ProcessBuilder builder = PeerProcess.builder(
                home,
                List.of(
                        "node",
                        peers.resolve("bitcoin-node.js").toString(),
                        "--network=regtest",
                        "--prefix=" + home.resolve("bcoin"),
                        "--memory=true",
                        "--workers=false",
                        "--listen=false",
                        "--log-console=false",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--api-key=" + key,
                        "--wallet-http-host=127.0.0.1",
                        "--wallet-http-port=" + walletPort,
                        "--wallet-api-key=" + key));
        builder.environment().put("NODE_BACKEND", "js");
        builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("node.txt").toFile());
        BitcoinNode node = new BitcoinNode(builder.start(), home, key, port, walletPort);
        node.awaitStart();
        return node;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new AssertionError("the node did not start: " + Files.readString(log));
            }
            Thread.sleep(50);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            rpc("getblockcount", "");
            wallet("GET", "/wallet/primary/balance", "");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Its RPC, e.g. {@code http://127.0.0.1:40123}. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** A file that holds {@code user:password} for its RPC. */
    public Path login() {
        return login;
    }

    /**
     * Calls a method.
     *
     * @param parameters JSON, without the brackets
     * @throws IOException when the node answers an error
     */
    public JsonNode rpc(String method, String parameters) throws IOException, InterruptedException {
        String body = "{\"id\":1,\"method\":\"" + method + "\",\"params\":[" + parameters + "]}";
        JsonNode answer = send("POST", address() + "/", body);
        if (!answer.path("error").isNull()) {
            throw new IOException(method + ": " + answer.path("error"));
        }
        return answer.path("result");
    }

    /** Asks the wallet; {@code body} is JSON or empty. */
    public JsonNode wallet(String method, String path, String body) throws IOException, InterruptedException {
        JsonNode answer = send(method, "http://127.0.0.1:" + walletPort + path, body);
        if (answer.has("error")) {
            throw new IOException(path + ": " + answer.path("error"));
        }
        return answer;
    }

    private JsonNode send(String method, String address, String body) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString((USER + ":" + key).getBytes(StandardCharsets.US_ASCII));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(LONGEST_CALL)
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return json.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Override
    public void close() throws InterruptedException {
        PeerProcess.end(process);
    }
}
