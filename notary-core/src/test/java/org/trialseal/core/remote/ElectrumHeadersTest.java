package org.trialseal.core.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.HeaderFetch;
import org.trialseal.core.anchor.HeaderProgress;
import org.trialseal.core.anchor.HeaderSource;
import org.trialseal.core.anchor.HeaderSourceException;
import org.trialseal.core.anchor.HeaderStore;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.MiniChain;

/** Electrum servers on real sockets, with TLS and without, honest and otherwise. */
@Timeout(60)
class ElectrumHeadersTest {
    private static final MiniChain CHAIN = MiniChain.start().mine(180, 0);
    private static final HeaderRun ALL = CHAIN.runFrom(0);

    @TempDir
    private Path folder;

    private FakeElectrum server;
    private ElectrumHeaders source;

    @BeforeEach
    void start() throws IOException {
        server = FakeElectrum.plain(ALL);
        source = ElectrumHeaders.onThisComputer("127.0.0.1", server.port());
    }

    @AfterEach
    void stop() throws IOException {
        source.close();
        server.close();
    }

    private static Deadline in(long millis) {
        return Deadline.in(Duration.ofMillis(millis));
    }

    private HeaderRun fetched(HeaderSource from) throws IOException {
        HeaderStore store = new HeaderStore(folder.resolve("headers"), CHAIN.checkpoints(2));
        new HeaderFetch(store, HeaderProgress.silent()).extend(from, in(20_000));
        return store.top().orElseThrow();
    }

    @Test
    void extend_honestServer_fetchesTheWholeChainOverOneConnection() throws IOException {
        assertThat(fetched(source)).isEqualTo(CHAIN.runFrom(32));
        assertThat(source.headers(178, 2016, in(5_000))).hasSize(3);
        assertThat(source.headers(500, 1, in(5_000))).isEmpty();
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.asked().get(0)).contains("server.version").contains("\"1.4\"");
        assertThat(server.asked()).anyMatch(line -> line.contains("blockchain.block.headers\",\"params\":[32,149]"));
    }

    @Test
    void headers_listOfTheNewerProtocol_isRead() throws IOException {
        server.behave((line, out) -> {
            if (!line.contains("block.headers")) {
                server.honest(line, out);
                return;
            }
            String list = "\"" + server.hex(40, 1) + "\",\"" + server.hex(41, 1) + "\"";
            FakeElectrum.say(out, "{\"id\":2,\"result\":{\"headers\":[" + list + "],\"count\":2,\"max\":2016}}\n");
        });
        assertThat(source.headers(40, 5, in(5_000))).containsExactly(CHAIN.at(40), CHAIN.at(41));
    }

    @Test
    void ask_everyMisbehaviour_failsInTimeAndInWords() {
        Map<String, FakeElectrum.Behaviour> bad = new LinkedHashMap<>();
        bad.put("protocol", (line, out) -> FakeElectrum.say(out, "HTTP/1.1 400 Bad Request\r\n\r\n"));
        bad.put("protocol ", (line, out) -> out.close());
        bad.put("protocol  ", (line, out) -> FakeElectrum.say(out, "\n"));
        bad.put("not answer what it was asked", (line, out) -> FakeElectrum.say(out, "{\"id\":1}\n{\"id\":2}\n"));
        bad.put(
                "refuses: go away_",
                (line, out) -> FakeElectrum.say(
                        out,
                        "{\"id\":1,\"error\":{\"message\":\"go away!\"}}\n"
                                + "{\"id\":2,\"error\":{\"message\":\"go away!\"}}\n"));
        bad.put("no whole answer in time", (line, out) -> {});
        bad.put("no whole answer in time ", (line, out) -> {
            for (int i = 0; i < 600; i++) {
                FakeElectrum.say(out, "x");
                Thread.sleep(20);
            }
        });
        bad.put("too large", (line, out) -> {
            for (int i = 0; i < 10_000; i++) {
                FakeElectrum.say(out, "x".repeat(1 << 16));
            }
        });
        bad.put("protocol   ", (line, out) -> {
            for (int i = 0; i < 10_000; i++) {
                FakeElectrum.say(out, "{\"id\":77,\"result\":{}}\n");
            }
        });
        bad.forEach((words, behaviour) -> {
            server.behave(behaviour);
            ElectrumHeaders fresh = ElectrumHeaders.onThisComputer("127.0.0.1", server.port());
            long start = System.nanoTime();
            assertThatThrownBy(() -> fresh.headers(40, 3, in(900)))
                    .as(words)
                    .isInstanceOf(HeaderSourceException.class)
                    .hasMessageStartingWith("Electrum server 127.0.0.1:")
                    .hasMessageContaining(words.strip());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(words).isLessThan(Duration.ofSeconds(2));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "zz", "null", "{}", "", "\"\\u0000\""})
    void headers_somethingElse_isRefused(String hex) {
        server.behave((line, out) ->
                FakeElectrum.say(out, "{\"id\":1,\"result\":[]}\n{\"id\":2,\"result\":{\"hex\":\"" + hex + "\"}}\n"));
        if (hex.isEmpty()) {
            assertThat(assertHeaders()).isEmpty();
        } else {
            assertThatThrownBy(() -> source.headers(40, 3, in(2_000))).isInstanceOf(HeaderSourceException.class);
        }
    }

    private java.util.List<?> assertHeaders() {
        try {
            return source.headers(40, 3, in(2_000));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void headers_moreThanAsked_areRefused() {
        server.behave((line, out) -> FakeElectrum.say(
                out, "{\"id\":1,\"result\":[]}\n{\"id\":2,\"result\":{\"hex\":\"" + server.hex(40, 4) + "\"}}\n"));
        assertThatThrownBy(() -> source.headers(40, 3, in(2_000)))
                .isInstanceOf(HeaderSourceException.class)
                .hasMessageContaining("something else than block headers");
    }

    @Test
    void extend_headersOfOtherBlocks_areRefused() {
        server.behave((line, out) -> {
            if (line.contains("block.headers")) {
                FakeElectrum.say(out, "{\"id\":3,\"result\":{\"hex\":\"" + server.hex(33, 20) + "\"}}\n");
            } else {
                server.honest(line, out);
            }
        });
        assertThatThrownBy(() -> fetched(source))
                .isInstanceOf(HeaderSourceException.class)
                .hasMessageContaining("height 32 does not follow");
    }

    @Test
    void ask_connectionBreaks_nextCallMakesANewOne() throws IOException {
        assertThat(source.tipHeight(in(5_000))).isEqualTo(180);
        server.behave((line, out) -> out.close());
        assertThatThrownBy(() -> source.tipHeight(in(5_000))).isInstanceOf(HeaderSourceException.class);
        server.behave(server::honest);
        assertThat(source.tipHeight(in(5_000))).isEqualTo(180);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void ask_nobodyThere_cannotBeReached() throws IOException {
        server.close();
        assertThatThrownBy(() -> source.tipHeight(in(2_000)))
                .isInstanceOf(HeaderSourceException.class)
                .hasMessageEndingWith("cannot be reached");
    }

    @Test
    void ask_interrupted_endsAtOnce() {
        server.behave((line, out) -> {});
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> source.tipHeight(in(30_000))).isInstanceOf(java.io.InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private ElectrumHeaders secure(int port) {
        return ElectrumHeaders.secure(
                "127.0.0.1", port, new CertificatePins(folder.resolve("home/certificates.txt")), Optional.empty());
    }

    @Test
    void secure_firstUse_pinsTheCertificateAndRefusesAnother() throws Exception {
        int port;
        try (FakeElectrum first = FakeElectrum.secure(ALL, 0);
                ElectrumHeaders client = secure(first.port())) {
            port = first.port();
            assertThat(client.tipHeight(in(10_000))).isEqualTo(180);
        }
        Path pins = folder.resolve("home/certificates.txt");
        assertThat(pins).content().matches("127\\.0\\.0\\.1:" + port + " [0-9a-f]{64}\n");

        try (FakeElectrum impostor = FakeElectrum.secure(ALL, port);
                ElectrumHeaders client = secure(port)) {
            assertThatThrownBy(() -> client.tipHeight(in(10_000)))
                    .isInstanceOf(HeaderSourceException.class)
                    .hasMessageContaining("another certificate than when it was first used")
                    .hasMessageContaining("certificates.txt");
            assertThat(impostor.asked()).isEmpty();

            Files.delete(pins);
            assertThat(client.tipHeight(in(10_000))).isEqualTo(180);
        }
    }

    @Test
    void secure_sameCertificateAgain_isTrusted() throws Exception {
        try (FakeElectrum electrum = FakeElectrum.secure(ALL, 0)) {
            for (int i = 0; i < 2; i++) {
                try (ElectrumHeaders client = secure(electrum.port())) {
                    assertThat(client.headers(40, 1, in(10_000))).containsExactly(CHAIN.at(40));
                }
            }
            assertThat(electrum.connections()).isEqualTo(2);
        }
    }

    @Test
    void secure_serverWithoutTls_isRefusedAndNothingPinned() {
        try (ElectrumHeaders client = secure(server.port())) {
            server.behave((line, out) -> FakeElectrum.say(out, "not TLS at all\n"));
            assertThatThrownBy(() -> client.tipHeight(in(2_000))).isInstanceOf(HeaderSourceException.class);
            assertThat(folder.resolve("home")).doesNotExist();
            assertThat(server.asked()).noneMatch(line -> line.contains("server.version"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "192.168.1.7", "127.0.0.1.example.org", ""})
    void onThisComputer_hostElsewhere_isRefused(String host) {
        assertThatThrownBy(() -> ElectrumHeaders.onThisComputer(host, 50001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("over TLS only");
    }
}
