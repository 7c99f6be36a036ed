package org.trialseal.core.remote.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.ots.Attested;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.Timestamp;

/** The protocol as it is on the wire. */
@Timeout(60)
class PracticeCalendarTest {
    private static final PendingAttestation PENDING = new PendingAttestation("http://one.practice.invalid");

    @TempDir
    private Path folder;

    private PracticeLedger ledger;
    private ScheduledThreadPoolExecutor aggregation;
    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        ledger = PracticeLedger.open(folder, Clock.systemUTC());
        aggregation = new ScheduledThreadPoolExecutor(1);
        Aggregator aggregator =
                new Aggregator((byte) 0, PENDING, ledger, Clock.systemUTC(), aggregation, Duration.ofMillis(50));
        server = LoopbackServer.start(
                "trialseal-calendar-test",
                LoopbackServer.LONGEST_EXCHANGE,
                new PracticeCalendar((byte) 0, ledger, aggregator));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        aggregation.shutdownNow();
        ledger.close();
    }

    private Attested promise(byte[] digest) throws IOException, OtsException {
        RawHttp.Answer answer = RawHttp.post(server.endpoint(), digest);
        assertThat(answer.status()).isEqualTo(200);
        List<Attested> attested = Timestamp.read("answer", answer.body().toArray(), Bytes.copyOf(digest))
                .attestations();
        assertThat(attested).hasSize(1);
        return attested.get(0);
    }

    @Test
    void digest_anyLengthUpTo64_isPromisedUnderACommitmentOf44Bytes() throws IOException, OtsException {
        for (int length : new int[] {1, 20, 32, 64}) {
            Attested promise = promise(new byte[length]);
            assertThat(promise.attestation()).isEqualTo(PENDING);
            assertThat(promise.message().length()).isEqualTo(44);
        }
    }

    @Test
    void digest_sameTwice_isPromisedUnderDifferentCommitments() throws IOException, OtsException {
        assertThat(promise(new byte[32]).message())
                .isNotEqualTo(promise(new byte[32]).message());
    }

    @Test
    void digest_emptyOrTooLong_isRefused() throws IOException {
        assertThat(RawHttp.post(server.endpoint(), new byte[0]).status()).isEqualTo(400);
        assertThat(RawHttp.post(server.endpoint(), new byte[65]).status()).isEqualTo(400);
    }

    @Test
    void digest_manyAtOnce_areAllPromisedAndKept()
            throws IOException, OtsException, InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        List<Attested> promises = new ArrayList<>();
        try {
            List<Callable<Attested>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                byte[] digest = {(byte) i};
                calls.add(() -> promise(digest));
            }
            for (Future<Attested> call : clients.invokeAll(calls)) {
                promises.add(call.get());
            }
        } finally {
            clients.shutdownNow();
        }
        ledger.confirm(6);
        for (Attested promise : promises) {
            assertThat(RawHttp.get(server.endpoint(), "/timestamp/" + promise.message())
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void timestamp_afterSixConfirmations_leadsToTheMerkleRoot() throws IOException, OtsException {
        Bytes commitment = promise(new byte[32]).message();
        String path = "/timestamp/" + commitment.hex();
        assertThat(RawHttp.get(server.endpoint(), path).text()).isEqualTo("Pending confirmation in Bitcoin blockchain");
        ledger.mine(5);
        RawHttp.Answer waiting = RawHttp.get(server.endpoint(), path);
        assertThat(waiting.status()).isEqualTo(404);
        assertThat(waiting.text()).startsWith("Timestamped by transaction ").endsWith("; waiting for 6 confirmations");
        ledger.mine(1);
        RawHttp.Answer done = RawHttp.get(server.endpoint(), path);

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.head()).contains("Content-Type: application/octet-stream");
        Timestamp timestamp = Timestamp.read("answer", done.body().toArray(), commitment);
        Bytes root = ledger.headers(1, 1, Deadline.in(Duration.ofSeconds(5)))
                .get(0)
                .merkleRoot()
                .bytes();
        assertThat(timestamp.attestations()).containsExactly(new Attested(root, new BitcoinAttestation(1)));
    }

    @Test
    void timestamp_unknownOrMalformedCommitment_isTold() throws IOException {
        assertThat(RawHttp.get(server.endpoint(), "/timestamp/00").text()).isEqualTo("Not found");
        for (String hex : List.of("", "0", "0g", "00%20", "AB", "00".repeat(300))) {
            assertThat(RawHttp.get(server.endpoint(), "/timestamp/" + hex).status())
                    .as(hex)
                    .isEqualTo(400);
        }
    }

    @Test
    void tip_whileSomethingWaits_is32Bytes() throws IOException, OtsException {
        RawHttp.Answer none = RawHttp.get(server.endpoint(), "/tip");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.body().length()).isZero();
        Bytes commitment = promise(new byte[32]).message();
        assertThat(RawHttp.get(server.endpoint(), "/tip").body())
                .isEqualTo(commitment.sha256().bytes());
    }

    @Test
    void anythingElse_isNotFound() throws IOException {
        assertThat(RawHttp.get(server.endpoint(), "/").status()).isEqualTo(404);
        assertThat(RawHttp.get(server.endpoint(), "/digest").status()).isEqualTo(404);
        assertThat(RawHttp.exchange(server.endpoint(), "DELETE /tip HTTP/1.0", new byte[0])
                        .status())
                .isEqualTo(404);
    }
}
