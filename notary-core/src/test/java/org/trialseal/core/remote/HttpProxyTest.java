package org.trialseal.core.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.HeaderSourceException;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.MiniChain;

/** A proxy on the loopback interface that counts who comes by, in front of servers that are elsewhere by their names. */
@Timeout(60)
class HttpProxyTest {
    private static final HeaderRun ALL = MiniChain.start().mine(40, 0).runFrom(0);

    @TempDir
    private Path folder;

    private RawServer proxy;

    @BeforeEach
    void start() throws IOException {
        proxy = new RawServer((request, socket) -> Misbehaviour.answer(socket, "502 Bad Gateway", new byte[0]));
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
    }

    private Optional<HttpProxy> way() {
        return Optional.of(HttpProxy.of(proxy.endpoint().substring("http://".length())));
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10));
    }

    private ElectrumHeaders electrum(String host, int port) {
        return ElectrumHeaders.secure(host, port, new CertificatePins(folder.resolve("certificates.txt")), way());
    }

    /** Connects whoever asks to a port of this computer. */
    private static RawServer.Behaviour tunnelTo(int port) {
        return (request, socket) -> {
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream()
                        .write("HTTP/1.1 200 Go on\r\nX-Proxy: one\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                Thread back = new Thread(() -> pump(server, socket), "tunnel");
                back.setDaemon(true);
                back.start();
                pump(socket, server);
            }
        };
    }

    private static void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // one end has hung up
        }
    }

    @Test
    void electrum_elsewhere_isReachedThroughATunnel() throws Exception {
        try (FakeElectrum server = FakeElectrum.secure(ALL, 0);
                ElectrumHeaders headers = electrum("electrum.example.org", 50002)) {
            proxy.behave(tunnelTo(server.port()));
            assertThat(headers.tipHeight(soon())).isEqualTo(40);
            assertThat(headers.headers(7, 2, soon())).hasSize(2);
            assertThat(server.connections()).isEqualTo(1);
        }
        assertThat(proxy.requests()).hasSize(1);
        assertThat(proxy.requests().get(0).head())
                .isEqualTo("CONNECT electrum.example.org:50002 HTTP/1.1\r\nHost: electrum.example.org:50002\r\n\r\n");
    }

    @Test
    void electrum_onThisComputer_isReachedDirectly() throws Exception {
        try (FakeElectrum server = FakeElectrum.secure(ALL, 0);
                ElectrumHeaders headers = electrum("127.0.0.1", server.port())) {
            assertThat(headers.tipHeight(soon())).isEqualTo(40);
        }
        assertThat(proxy.connections()).isZero();
    }

    @Test
    void electrum_proxyThatRefuses_isToldWithItsStatus() throws IOException {
        proxy.behave((request, socket) -> Misbehaviour.answer(socket, "403 Forbidden", new byte[0]));
        try (ElectrumHeaders headers = electrum("electrum.example.org", 50002)) {
            assertThatThrownBy(() -> headers.tipHeight(soon()))
                    .isInstanceOf(HeaderSourceException.class)
                    .hasMessageContaining("electrum.example.org:50002 is behind a proxy that refuses, status 403");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SSH-2.0-server\r\n\r\n", "HTTP/2 200\r\n\r\n", "HTTP/1.1 200 OK\r\n"})
    void electrum_proxyThatTalksNonsense_isToldAndEndsInTime(String answer) throws IOException {
        proxy.behave((request, socket) -> socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII)));
        try (ElectrumHeaders headers = electrum("electrum.example.org", 50002)) {
            assertThatThrownBy(() -> headers.tipHeight(soon()))
                    .isInstanceOf(HeaderSourceException.class)
                    .hasMessageMatching("(?s).*(does not speak HTTP|the connection broke)");
        }
    }

    @Test
    void electrum_proxyWhoseAnswerNeverEnds_isCutOff() throws IOException {
        proxy.behave((request, socket) -> {
            while (true) {
                socket.getOutputStream().write("HTTP/1.1 200 and so on ".getBytes(StandardCharsets.US_ASCII));
            }
        });
        try (ElectrumHeaders headers = electrum("electrum.example.org", 50002)) {
            assertThatThrownBy(() -> headers.tipHeight(soon())).hasMessageContaining("too large");
        }
    }

    @Test
    void http_elsewhere_isAskedThroughTheProxyAndThisComputerIsNot() throws IOException {
        try (RawServer node = new RawServer((request, socket) -> Misbehaviour.answer(socket, "404 None", new byte[0]));
                HttpLink link = HttpLink.through(way())) {
            assertThatThrownBy(() -> EsploraHeaders.at("http://explorer.example.org/api", link)
                            .tipHeight(soon()))
                    .isInstanceOf(HeaderSourceException.class)
                    .hasMessageContaining("502");
            assertThat(proxy.requests().get(0).head())
                    .startsWith("GET http://explorer.example.org/api/blocks/tip/height ");
            assertThatThrownBy(() -> NodeRestHeaders.at(node.endpoint(), link).tipHeight(soon()))
                    .isInstanceOf(HeaderSourceException.class);
            assertThat(node.connections()).isEqualTo(1);
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    @Test
    void https_elsewhere_asksTheProxyForATunnel() throws IOException {
        try (HttpLink link = HttpLink.through(way())) {
            assertThatThrownBy(() -> EsploraHeaders.at("https://explorer.example.org", link)
                            .tipHeight(soon()))
                    .isInstanceOf(HeaderSourceException.class);
        }
        assertThat(proxy.requests().get(0).head()).startsWith("CONNECT explorer.example.org:443 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy",
                "proxy:",
                ":8080",
                "proxy:0",
                "proxy:65536",
                "http://proxy:8080",
                "a b:1",
                "proxy:80x"
            })
    void of_somethingElse_isRefused(String text) {
        assertThatThrownBy(() -> HttpProxy.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("proxy");
    }

    @Test
    void of_hostAndPort_isRead() {
        assertThat(HttpProxy.of("proxy.example.org:3128")).isEqualTo(new HttpProxy("proxy.example.org", 3128));
        assertThat(HttpProxy.of("[::1]:8080").port()).isEqualTo(8080);
    }
}
