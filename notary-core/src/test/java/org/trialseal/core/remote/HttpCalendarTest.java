package org.trialseal.core.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialseal.core.anchor.CalendarAnswer;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.Failed;
import org.trialseal.core.anchor.Failed.Cause;
import org.trialseal.core.anchor.Stamped;
import org.trialseal.core.anchor.StillPending;
import org.trialseal.core.anchor.SubmitAnswer;
import org.trialseal.core.anchor.UpgradeAnswer;
import org.trialseal.core.anchor.Upgraded;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.TimestampBuilder;

@Timeout(60)
class HttpCalendarTest {
    private static final String URI = "http://calendar.example.org";
    private static final Sha256 DIGEST = Sha256.of("digest".getBytes(StandardCharsets.UTF_8));
    private static final Bytes COMMITMENT =
            Bytes.ofHex("6b00fee2").concat(DIGEST.bytes()).concat(Bytes.ofHex("0011223344556677"));

    private final HttpLink link = HttpLink.direct();

    @AfterEach
    void close() {
        link.close();
    }

    private HttpCalendar calendar(RawServer server) {
        return HttpCalendar.reachedAt("Operator", URI, server.endpoint(), link);
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5));
    }

    private static void promise(RawServer.Request request, Socket socket) throws IOException {
        Misbehaviour.answer(socket, "200 OK", Misbehaviour.promise(request.body(), URI));
    }

    @Test
    void submit_honestCalendar_givesItsTimestamp() throws IOException {
        try (RawServer server = new RawServer(HttpCalendarTest::promise)) {
            SubmitAnswer answer = calendar(server).submit(DIGEST, soon());
            assertThat(answer).isEqualTo(new Stamped(Misbehaviour.promised(DIGEST.bytes(), URI)));
        }
    }

    @Test
    void submit_request_isWhatCalendarsTake() throws IOException {
        try (RawServer server = new RawServer(HttpCalendarTest::promise)) {
            calendar(server).submit(DIGEST, soon());
            RawServer.Request request = server.requests().get(0);
            assertThat(request.body()).isEqualTo(DIGEST.bytes());
            assertThat(request.head())
                    .startsWith("POST /digest HTTP/1.1\r\n")
                    .contains("Accept: application/vnd.opentimestamps.v1\r\n")
                    .containsIgnoringCase("Content-Length: 32\r\n")
                    .doesNotContainIgnoringCase("Transfer-Encoding")
                    .doesNotContainIgnoringCase("Upgrade")
                    .doesNotContainIgnoringCase("Cookie");
        }
    }

    @Test
    void upgrade_finishedTimestamp_isGiven() throws IOException, OtsException {
        byte[] body = TimestampBuilder.from(COMMITMENT)
                .sha256()
                .attest(new BitcoinAttestation(840_000))
                .build()
                .toBytes();
        try (RawServer server = new RawServer((request, socket) -> Misbehaviour.answer(socket, "200 OK", body))) {
            UpgradeAnswer answer = calendar(server).upgrade(COMMITMENT, soon());
            assertThat(answer).isInstanceOf(Upgraded.class);
            assertThat(((Upgraded) answer).timestamp().message()).isEqualTo(COMMITMENT);
            assertThat(server.requests().get(0).head())
                    .startsWith("GET /timestamp/" + COMMITMENT.hex() + " HTTP/1.1\r\n");
        }
    }

    @Test
    void upgrade_notFoundText_isPendingWithSafeWords() throws IOException {
        try (RawServer server = new RawServer(Misbehaviour.NOT_FOUND_TEXT)) {
            assertThat(calendar(server).upgrade(COMMITMENT, soon()))
                    .isEqualTo(new StillPending("Pending confirmation___script_"));
        }
    }

    @Test
    void upgrade_endlessNotFoundText_isPendingAndCut() throws IOException {
        try (RawServer server = new RawServer((request, socket) -> {
            Misbehaviour.answer(socket, "404 Not Found", new byte[0]);
            for (int i = 0; i < 10_000; i++) {
                Misbehaviour.write(socket, "n".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            UpgradeAnswer answer = calendar(server).upgrade(COMMITMENT, soon());
            assertThat(answer).isEqualTo(new StillPending("n".repeat(160)));
        }
    }

    @ParameterizedTest
    @EnumSource(Misbehaviour.class)
    void submit_misbehaviour_failsInTimeWithItsCause(Misbehaviour misbehaviour) throws IOException {
        try (RawServer server = new RawServer(misbehaviour)) {
            long start = System.nanoTime();
            SubmitAnswer answer = calendar(server).submit(DIGEST, Deadline.in(Duration.ofMillis(900)));
            Duration taken = Duration.ofNanos(System.nanoTime() - start);

            assertThat(taken).as("time taken").isLessThan(Duration.ofMillis(2900));
            if (misbehaviour == Misbehaviour.PROMISE_OF_A_STRANGER) {
                assertThat(answer).as("judged by the stamper").isInstanceOf(Stamped.class);
                return;
            }
            assertThat(answer).isInstanceOf(Failed.class);
            assertThat(((Failed) answer).cause()).isIn(misbehaviour.causes());
            assertThat(server.requests()).noneMatch(request -> request.head().contains("/followed"));
        }
    }

    @ParameterizedTest
    @EnumSource(Misbehaviour.class)
    void upgrade_misbehaviour_neverGivesABlock(Misbehaviour misbehaviour) throws IOException {
        try (RawServer server = new RawServer(misbehaviour)) {
            UpgradeAnswer answer = calendar(server).upgrade(COMMITMENT, Deadline.in(Duration.ofMillis(500)));
            if (answer instanceof Upgraded) {
                assertThat(((Upgraded) answer).timestamp().attestations())
                        .noneMatch(at -> at.attestation() instanceof BitcoinAttestation);
            }
        }
    }

    @Test
    void submit_nobodyListens_isUnreachable() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        HttpCalendar calendar = HttpCalendar.at("Operator", "http://127.0.0.1:" + port, link);
        assertThat(calendar.submit(DIGEST, soon())).isEqualTo(Failed.because(Cause.UNREACHABLE));
    }

    @Test
    void submit_unknownHost_isUnreachable() {
        HttpCalendar calendar = HttpCalendar.at("Operator", "http://nobody.invalid", link);
        assertThat(calendar.submit(DIGEST, soon())).isEqualTo(Failed.because(Cause.UNREACHABLE));
    }

    @Test
    void submit_certificateThatNobodyVouchesFor_isInsecure() throws IOException, GeneralSecurityException {
        try (SelfSignedServer server = new SelfSignedServer()) {
            HttpCalendar calendar = HttpCalendar.at("Operator", server.endpoint(), link);
            assertThat(calendar.submit(DIGEST, soon())).isEqualTo(Failed.because(Cause.INSECURE));
            assertThat(server.handshakes()).as("completed handshakes").isZero();
        }
    }

    @Test
    void submit_connectionResetOnce_isTriedAgain() throws IOException {
        AtomicInteger count = new AtomicInteger();
        try (RawServer server = new RawServer((request, socket) -> {
            if (count.getAndIncrement() == 0) {
                Misbehaviour.RESETTING.serve(request, socket);
            } else {
                promise(request, socket);
            }
        })) {
            assertThat(calendar(server).submit(DIGEST, soon())).isInstanceOf(Stamped.class);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void submit_answerOfTheLargestSize_isReadAndOneByteMoreIsNot() throws IOException {
        byte[] body = new byte[CalendarAnswer.MAX_BYTES];
        try (RawServer server = new RawServer((request, socket) -> Misbehaviour.answer(socket, "200 OK", body))) {
            assertThat(calendar(server).submit(DIGEST, soon())).isEqualTo(Failed.because(Cause.MALFORMED));
            server.behave(
                    (request, socket) -> Misbehaviour.answer(socket, "200 OK", Arrays.copyOf(body, body.length + 1)));
            assertThat(calendar(server).submit(DIGEST, soon())).isEqualTo(Failed.because(Cause.TOO_LARGE));
        }
    }

    @Test
    void submit_interrupted_returnsAtOnceAndKeepsTheStatus() throws IOException, InterruptedException {
        try (RawServer server = new RawServer(Misbehaviour.HANGING)) {
            SubmitAnswer[] answer = new SubmitAnswer[1];
            boolean[] status = new boolean[1];
            Thread thread = new Thread(() -> {
                answer[0] = calendar(server).submit(DIGEST, Deadline.in(Duration.ofSeconds(30)));
                status[0] = Thread.currentThread().isInterrupted();
            });
            thread.start();
            Thread.sleep(200);
            thread.interrupt();
            thread.join(2000);
            assertThat(thread.isAlive()).isFalse();
            assertThat(answer[0]).isEqualTo(Failed.because(Cause.INTERRUPTED));
            assertThat(status[0]).isTrue();
        }
    }

    @Test
    void submit_throughAProxy_goesThere() throws IOException {
        try (RawServer proxy = new RawServer(HttpCalendarTest::promise)) {
            HttpProxy way = HttpProxy.of(proxy.endpoint().substring("http://".length()));
            try (HttpLink proxied = HttpLink.through(Optional.of(way))) {
                HttpCalendar calendar = HttpCalendar.at("Operator", URI, proxied);
                assertThat(calendar.submit(DIGEST, soon())).isInstanceOf(Stamped.class);
                assertThat(proxy.requests().get(0).head()).startsWith("POST " + URI + "/digest HTTP/1.1\r\n");
            }
        }
    }

    @Test
    void close_afterUse_leavesNoThread() throws IOException, InterruptedException {
        try (RawServer server = new RawServer(Misbehaviour.HANGING)) {
            HttpLink own = HttpLink.direct();
            HttpCalendar.reachedAt("Operator", URI, server.endpoint(), own)
                    .submit(DIGEST, Deadline.in(Duration.ofMillis(300)));
            assertThat(threads("trialseal-http")).isPositive();
            own.close();
            for (int i = 0; i < 100 && threads("trialseal-http") > 0; i++) {
                Thread.sleep(50);
            }
            assertThat(threads("trialseal-http")).isZero();
            assertThatThrownBy(() -> HttpCalendar.at("Operator", URI, own).submit(DIGEST, soon()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the link is closed");
        }
    }

    @Test
    void close_thenGarbageCollection_endsTheSelectorOfTheJdkToo() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            HttpLink.direct().close();
        }
        for (int i = 0; i < 100 && selectors() > 1; i++) {
            System.gc();
            Thread.sleep(100);
        }
        assertThat(selectors()).as("that of the open link of this test").isLessThanOrEqualTo(1);
    }

    private static long selectors() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().endsWith("SelectorManager"))
                .count();
    }

    private static long threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .count();
    }
}
