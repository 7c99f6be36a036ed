package org.trialseal.core.remote.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.remote.practice.HttpHandler.Reply;

@Timeout(60)
class LoopbackServerTest {
    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        server = LoopbackServer.start(
                "trialseal-loopback-test",
                Duration.ofMillis(600),
                request -> Reply.text(200, request.method() + request.path() + request.body()));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void answer_request_isAnsweredAndTheConnectionEnds() throws IOException {
        RawHttp.Answer answer = RawHttp.get(server.endpoint(), "/x");
        assertThat(answer.head()).startsWith("HTTP/1.0 200 OK\r\n").doesNotContain("Content-Length");
        assertThat(answer.text()).isEqualTo("GET/x");
    }

    @Test
    void answer_largestBody_isTaken() throws IOException {
        byte[] body = new byte[HttpExchange.MAX_BODY];
        assertThat(RawHttp.post(server.endpoint(), body).text()).isEqualTo("POST/digest" + "00".repeat(64));
    }

    @Test
    void answer_bodyOneByteTooLong_isRefusedAndTheRefusalArrives() throws IOException {
        RawHttp.Answer answer = RawHttp.post(server.endpoint(), new byte[HttpExchange.MAX_BODY + 1]);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("digest too long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET",
                "GET /",
                "GET  / HTTP/1.0",
                "GET x HTTP/1.0",
                "GET / HTTP/2.0",
                "POST /digest HTTP/1.1\r\nTransfer-Encoding: chunked",
                "POST /digest HTTP/1.1\r\nContent-Length: -1",
                "POST /digest HTTP/1.1\r\nContent-Length: 1x",
                "POST /digest HTTP/1.1\r\nContent-Length: 99999999999999999999",
            })
    void answer_malformedRequest_isRefused(String head) throws IOException {
        assertThat(RawHttp.exchange(server.endpoint(), head, new byte[0]).status())
                .isEqualTo(400);
    }

    @Test
    void answer_headOfManyKilobytes_isRefused() throws IOException {
        String head = "GET / HTTP/1.0\r\nX: " + "x".repeat(50_000);
        assertThat(RawHttp.exchange(server.endpoint(), head, new byte[0]).status())
                .isEqualTo(400);
    }

    @Test
    void serve_clientsThatSayNothing_areHungUpOnAndTheNextIsServed() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                silent.add(RawHttp.connect(server.endpoint()));
            }
            long start = System.nanoTime();
            assertThat(RawHttp.get(server.endpoint(), "/x").status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            assertThat(silent.get(0).getInputStream().read()).isEqualTo(-1);
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void serve_clientThatDrips_isHungUpOn() throws IOException, InterruptedException {
        try (Socket socket = RawHttp.connect(server.endpoint())) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            socket.getOutputStream().write("G".getBytes(StandardCharsets.US_ASCII));
                            Thread.sleep(100);
                        }
                    })
                    .isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(500), Duration.ofSeconds(3));
        }
    }

    @Test
    void close_underWay_endsTheThreadsAndThePort() throws IOException, InterruptedException {
        try (Socket silent = RawHttp.connect(server.endpoint())) {
            Thread.sleep(100);
            long start = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            assertThat(silent.isConnected()).isTrue();
        }
        assertThatThrownBy(() -> RawHttp.get(server.endpoint(), "/x")).isInstanceOf(ConnectException.class);
        assertThat(LiveThreads.remaining("trialseal-loopback-test")).isEmpty();
    }
}
