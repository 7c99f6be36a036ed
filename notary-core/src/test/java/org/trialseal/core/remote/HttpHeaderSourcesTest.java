package org.trialseal.core.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.HeaderFetch;
import org.trialseal.core.anchor.HeaderProgress;
import org.trialseal.core.anchor.HeaderSource;
import org.trialseal.core.anchor.HeaderSourceException;
import org.trialseal.core.anchor.HeaderStore;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.MiniChain;

/** Nodes and explorers on real sockets, honest and otherwise; the chain has checkpoints at 15 and 31. */
@Timeout(60)
class HttpHeaderSourcesTest {
    private static final MiniChain CHAIN = MiniChain.start().mine(180, 0);
    private static final Checkpoints CHECKPOINTS = CHAIN.checkpoints(2);
    private static final HeaderRun ALL = CHAIN.runFrom(0);

    /** The ways to ask. */
    enum Kind {
        RPC {
            @Override
            HeaderSource at(String endpoint, HttpLink link) {
                return NodeRpcHeaders.at(endpoint, Optional.empty(), link);
            }
        },
        REST {
            @Override
            HeaderSource at(String endpoint, HttpLink link) {
                return NodeRestHeaders.at(endpoint, link);
            }
        },
        ESPLORA {
            @Override
            HeaderSource at(String endpoint, HttpLink link) {
                return EsploraHeaders.at(endpoint + "/api/", link);
            }
        };

        abstract HeaderSource at(String endpoint, HttpLink link);
    }

    @TempDir
    private Path folder;

    private final HttpLink link = HttpLink.direct();
    private RawServer server;

    @BeforeEach
    void start() throws IOException {
        server = new RawServer(new FakeNode(ALL));
    }

    @AfterEach
    void stop() throws IOException {
        link.close();
        server.close();
    }

    private static Deadline in(long millis) {
        return Deadline.in(Duration.ofMillis(millis));
    }

    private HeaderRun fetched(HeaderSource source) throws IOException {
        HeaderStore store = new HeaderStore(folder.resolve("headers"), CHECKPOINTS);
        new HeaderFetch(store, HeaderProgress.silent()).extend(source, in(20_000));
        return store.top().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void extend_honestServer_fetchesTheWholeChain(Kind kind) throws IOException {
        HeaderSource source = kind.at(server.endpoint(), link);
        assertThat(fetched(source)).isEqualTo(CHAIN.runFrom(32));
        assertThat(source.headers(150, 1, in(5_000))).containsExactly(CHAIN.at(150));
        assertThat(source.headers(500, 1, in(5_000))).isEmpty();
        assertThat(source.headers(500, 7, in(5_000))).isEmpty();
        assertThat(source.headers(0, 1, in(5_000))).containsExactly(CHAIN.at(0));
    }

    @ParameterizedTest
    @EnumSource
    void fill_honestServer_fetchesOneStretch(Kind kind) throws IOException {
        HeaderStore store = new HeaderStore(folder, CHECKPOINTS);
        new HeaderFetch(store, HeaderProgress.silent()).fill(20, kind.at(server.endpoint(), link), in(20_000));
        assertThat(store.around(20)).contains(CHAIN.run(16, 32));
    }

    @ParameterizedTest
    @EnumSource
    void extend_tamperedHeader_isRefused(Kind kind) {
        server.behave(new FakeNode(ALL).with(100, CHAIN.at(99)));
        assertThatThrownBy(() -> fetched(kind.at(server.endpoint(), link)))
                .isInstanceOf(HeaderSourceException.class)
                .hasMessageContaining("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({"REST,block header at height 100", "ESPLORA,leaves out block 100"})
    void extend_gap_isRefused(Kind kind, String words) {
        server.behave(new FakeNode(ALL).leavingOut(100));
        assertThatThrownBy(() -> fetched(kind.at(server.endpoint(), link)))
                .isInstanceOf(HeaderSourceException.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @EnumSource
    void extend_lyingHeight_keepsWhatThereIs(Kind kind) throws IOException {
        server.behave(new FakeNode(ALL).claiming(400));
        assertThatThrownBy(() -> fetched(kind.at(server.endpoint(), link)))
                .isInstanceOf(HeaderSourceException.class)
                .hasMessageContaining("does not give the headers from block");
        server.behave(new FakeNode(ALL));
        assertThat(fetched(kind.at(server.endpoint(), link))).isEqualTo(CHAIN.runFrom(32));
    }

    @ParameterizedTest
    @EnumSource
    void extend_anotherChain_isRefused(Kind kind) {
        server.behave(new FakeNode(MiniChain.start().mine(60, 9).runFrom(0)));
        assertThatThrownBy(() -> fetched(kind.at(server.endpoint(), link)))
                .isInstanceOf(HeaderSourceException.class)
                .hasMessageContaining("break the rules")
                .hasMessageContaining("height 32 does not follow");
    }

    @ParameterizedTest
    @EnumSource
    void ask_everyMisbehaviour_failsInTimeAndInWords(Kind kind) {
        for (Misbehaviour misbehaviour : Misbehaviour.values()) {
            server.behave(misbehaviour);
            HeaderSource source = kind.at(server.endpoint(), link);
            long start = System.nanoTime();
            assertThatThrownBy(() -> source.tipHeight(in(700)))
                    .as(kind + " tip, " + misbehaviour)
                    .isInstanceOf(HeaderSourceException.class)
                    .hasMessageStartingWith(source.name() + " ");
            if (misbehaviour != Misbehaviour.NOT_FOUND_TEXT) {
                assertThatThrownBy(() -> source.headers(40, 20, in(700)))
                        .as(kind + " headers, " + misbehaviour)
                        .isInstanceOf(HeaderSourceException.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(kind + ", " + misbehaviour)
                    .isLessThan(Duration.ofSeconds(3));
        }
        assertThat(server.requests()).noneMatch(request -> request.path().contains("followed"));
    }

    @ParameterizedTest
    @EnumSource
    void ask_nobodyThere_cannotBeReached(Kind kind) throws IOException {
        server.close();
        assertThatThrownBy(() -> kind.at(server.endpoint(), link).tipHeight(in(2_000)))
                .isInstanceOf(HeaderSourceException.class)
                .hasMessageEndingWith("cannot be reached");
    }

    @ParameterizedTest
    @EnumSource
    void ask_certificateOfNoAuthority_isRefused(Kind kind) throws Exception {
        try (SelfSignedServer secure = new SelfSignedServer()) {
            assertThatThrownBy(() -> kind.at(secure.endpoint(), link).tipHeight(in(5_000)))
                    .isInstanceOf(HeaderSourceException.class)
                    .hasMessageContaining("no secure connection that can be trusted");
            assertThat(secure.handshakes()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void ask_interrupted_endsAtOnce(Kind kind) {
        server.behave(Misbehaviour.HANGING);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> kind.at(server.endpoint(), link).tipHeight(in(30_000)))
                .isInstanceOf(java.io.InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
                "{\"blocks\":1e400,\"result\":1e400}",
                "{\"blocks\":99999999999999999999999999999999,\"result\":-4}",
                "{\"blocks\":\"7\",\"result\":null,\"error\":null}",
                "{\"blocks\":7,\"result\":7} {}",
                "[{\"id\":0,\"result\":[7]}]",
                "-5",
                "\"",
                ""
            })
    void tipHeight_oddJson_isRefused(String body) {
        server.behave(
                (request, socket) -> Misbehaviour.answer(socket, "200 OK", body.getBytes(StandardCharsets.US_ASCII)));
        for (Kind kind : Kind.values()) {
            assertThatThrownBy(() -> kind.at(server.endpoint(), link).tipHeight(in(5_000)))
                    .as(kind + ": " + body)
                    .isInstanceOf(HeaderSourceException.class);
        }
    }

    @Test
    void rpc_likeBcoin_readsOutOfRangeAsTheEnd() throws IOException {
        server.behave(new FakeNode(ALL).likeBcoin());
        HeaderSource source = Kind.RPC.at(server.endpoint(), link);
        assertThat(source.headers(178, 10, in(5_000))).hasSize(3);
        assertThat(source.headers(181, 10, in(5_000))).isEmpty();
        assertThat(fetched(source)).isEqualTo(CHAIN.runFrom(32));
    }

    @Test
    void rpc_login_isReadAnewForEveryCall() throws IOException {
        server.behave(new FakeNode(ALL).demanding("__cookie__:0123abcd"));
        Path cookie = folder.resolve(".cookie");
        HeaderSource source = NodeRpcHeaders.at(server.endpoint(), Optional.of(cookie), link);
        assertThatThrownBy(() -> source.tipHeight(in(5_000)))
                .isInstanceOf(HeaderSourceException.class)
                .hasMessageContaining("there is no file")
                .hasMessageContaining("is the node running?");
        Files.writeString(cookie, "__cookie__:old\n");
        assertThatThrownBy(() -> source.tipHeight(in(5_000)))
                .isInstanceOf(HeaderSourceException.class)
                .hasMessageContaining("refuses the login")
                .hasMessageNotContaining("old");
        Files.writeString(cookie, "__cookie__:0123abcd");
        assertThat(source.tipHeight(in(5_000))).isEqualTo(180);
    }

    @Test
    void rpc_nodeThatIsStarting_saysWhy() {
        server.behave((request, socket) -> Misbehaviour.answer(
                socket,
                "500 Internal Server Error",
                "{\"result\":null,\"error\":{\"code\":-28,\"message\":\"Loading block index\"},\"id\":null}"
                        .getBytes(StandardCharsets.US_ASCII)));
        assertThatThrownBy(() -> Kind.RPC.at(server.endpoint(), link).headers(3, 4, in(5_000)))
                .isInstanceOf(HeaderSourceException.class)
                .hasMessageEndingWith("refuses: Loading block index");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.168.1.5:8332",
                "http://example.org:8332",
                "http://127.0.0.1.example.org",
                "https://user:pw@example.org",
                "ftp://127.0.0.1",
                "http://127.0.0.1/?x",
                "127.0.0.1:8332",
                ""
            })
    void rpc_addressElsewhereWithoutTls_isRefused(String address) {
        assertThatThrownBy(() -> NodeRpcHeaders.at(address, Optional.empty(), link))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
