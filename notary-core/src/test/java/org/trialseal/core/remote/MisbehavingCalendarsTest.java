package org.trialseal.core.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialseal.core.anchor.AllowList;
import org.trialseal.core.anchor.Calendar;
import org.trialseal.core.anchor.Failed;
import org.trialseal.core.anchor.StampPolicy;
import org.trialseal.core.anchor.StampResult;
import org.trialseal.core.anchor.StampResult.Status;
import org.trialseal.core.anchor.Stamper;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.Attested;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.testing.Seeded;

/** Three calendars on real sockets, some of which misbehave, and a stamper that must not care. */
@Timeout(60)
class MisbehavingCalendarsTest {
    private static final Random NONCES = Seeded.random("MisbehavingCalendarsTest");
    private static final List<Sha256> DIGESTS = List.of(Sha256.of("seal".getBytes(StandardCharsets.UTF_8)));
    private static final List<String> URIS =
            List.of("http://one.example.org", "http://two.example.org", "http://three.example.org");
    private static final StampPolicy QUICK =
            new StampPolicy(2, Duration.ofMillis(1200), Duration.ofMillis(600), Duration.ofMillis(250));
    private static final Duration AGGREGATION = Duration.ofMillis(50);

    private final HttpLink link = HttpLink.direct();
    private RawServer one;
    private RawServer two;
    private RawServer three;

    @BeforeEach
    void start() throws IOException {
        one = new RawServer((request, socket) -> promise(request, socket, URIS.get(0)));
        two = new RawServer((request, socket) -> promise(request, socket, URIS.get(1)));
        three = new RawServer((request, socket) -> promise(request, socket, URIS.get(2)));
    }

    @AfterEach
    void stop() throws IOException {
        link.close();
        one.close();
        two.close();
        three.close();
    }

    private static void promise(RawServer.Request request, Socket socket, String uri)
            throws IOException, InterruptedException {
        Thread.sleep(AGGREGATION.toMillis());
        Misbehaviour.answer(socket, "200 OK", Misbehaviour.promise(request.body(), uri));
    }

    private Calendar calendar(int index, RawServer server) {
        return HttpCalendar.reachedAt("Operator " + index, URIS.get(index), server.endpoint(), link);
    }

    private Stamper stamper(StampPolicy policy) {
        List<Calendar> calendars = List.of(calendar(0, one), calendar(1, two), calendar(2, three));
        return new Stamper(calendars, AllowList.of(URIS), policy, NONCES);
    }

    private static StampResult timed(Stamper stamper, Duration longest) throws InterruptedException {
        long start = System.nanoTime();
        StampResult result = stamper.stamp(DIGESTS);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("time taken").isLessThan(longest);
        return result;
    }

    private static List<String> promises(StampResult result) {
        return result.timestamps().get(0).attestations().stream()
                .map(Attested::attestation)
                .map(at -> ((PendingAttestation) at).uri())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Misbehaviour.class)
    void stamp_oneOfThreeMisbehaves_quorumIsReachedWithinTwoSeconds(Misbehaviour misbehaviour)
            throws InterruptedException {
        one.behave(misbehaviour);
        StampResult result = timed(stamper(QUICK), AGGREGATION.plusSeconds(2));

        assertThat(result.status()).isEqualTo(Status.STAMPED);
        assertThat(promises(result)).containsExactlyInAnyOrder(URIS.get(1), URIS.get(2));
        assertThat(result.calendars().get(0).answer()).isInstanceOf(Failed.class);
    }

    @ParameterizedTest
    @EnumSource(Misbehaviour.class)
    void stamp_twoOfThreeMisbehave_keepsTheHonestOneAndSaysTooFew(Misbehaviour misbehaviour)
            throws InterruptedException {
        one.behave(misbehaviour);
        three.behave(misbehaviour);
        StampResult result = timed(stamper(QUICK), AGGREGATION.plusSeconds(2));

        assertThat(result.status()).isEqualTo(Status.BELOW_QUORUM);
        assertThat(promises(result)).containsExactly(URIS.get(1));
    }

    @ParameterizedTest
    @EnumSource(Misbehaviour.class)
    void stamp_allMisbehaveAndThenMendTheirWays_recoversByItself(Misbehaviour misbehaviour)
            throws IOException, InterruptedException {
        List.of(one, two, three).forEach(server -> server.behave(misbehaviour));
        Stamper stamper = stamper(QUICK);
        StampResult none = timed(stamper, QUICK.total().plusSeconds(2));
        assertThat(none.status()).isEqualTo(Status.NONE);
        assertThat(none.calendars()).allMatch(report -> report.answer() instanceof Failed);

        one.behave((request, socket) -> promise(request, socket, URIS.get(0)));
        two.behave((request, socket) -> promise(request, socket, URIS.get(1)));
        assertThat(timed(stamper, AGGREGATION.plusSeconds(2)).status()).isEqualTo(Status.STAMPED);
    }

    @Test
    void stamp_standardPolicyAndOneHangs_takesAtMostTwoSecondsMore() throws InterruptedException {
        three.behave(Misbehaviour.HANGING);
        StampResult result = timed(stamper(StampPolicy.standard()), AGGREGATION.plusSeconds(2));
        assertThat(result.status()).isEqualTo(Status.STAMPED);
    }

    @Test
    void stamp_standardPolicyAndTwoHang_takesAtMostTwoSecondsMore() throws InterruptedException {
        one.behave(Misbehaviour.DRIPPING);
        three.behave(Misbehaviour.HANGING);
        StampResult result = timed(stamper(StampPolicy.standard()), AGGREGATION.plusMillis(2_300));
        assertThat(result.status()).isEqualTo(Status.BELOW_QUORUM);
    }

    @Test
    void stamp_certificatesThatNobodyVouchesFor_areInsecureAndTheHonestOneSuffices() throws Exception {
        try (SelfSignedServer secure = new SelfSignedServer()) {
            List<Calendar> calendars = List.of(
                    calendar(0, one),
                    HttpCalendar.reachedAt("Operator 1", URIS.get(1), secure.endpoint(), link),
                    HttpCalendar.reachedAt("Operator 2", URIS.get(2), secure.endpoint(), link));
            StampResult result = timed(
                    new Stamper(calendars, AllowList.of(URIS), StampPolicy.standard(), NONCES),
                    AGGREGATION.plusSeconds(2));
            assertThat(result.status()).isEqualTo(Status.BELOW_QUORUM);
            assertThat(promises(result)).containsExactly(URIS.get(0));
            assertThat(result.calendars().subList(1, 3))
                    .allMatch(report -> report.answer().equals(Failed.because(Failed.Cause.INSECURE)));
            assertThat(secure.handshakes()).isZero();
        }
    }

    @Test
    void stamp_serverThatSpeaksNoTls_isRefusedAndTheOthersSuffice() throws InterruptedException {
        one.behave(Misbehaviour.NOT_HTTP);
        List<Calendar> calendars = List.of(
                HttpCalendar.reachedAt("Operator 0", URIS.get(0), one.endpoint().replace("http:", "https:"), link),
                calendar(1, two),
                calendar(2, three));
        Stamper stamper = new Stamper(calendars, AllowList.of(URIS), QUICK, NONCES);
        StampResult result = timed(stamper, AGGREGATION.plusSeconds(2));
        assertThat(result.status()).isEqualTo(Status.STAMPED);
        assertThat(result.calendars().get(0).answer()).isInstanceOf(Failed.class);
    }

    @Test
    void stamp_serverIsGone_isUnreachableAndTheOthersSuffice() throws IOException, InterruptedException {
        three.close();
        StampResult result = timed(stamper(QUICK), AGGREGATION.plusSeconds(2));
        assertThat(result.status()).isEqualTo(Status.STAMPED);
        assertThat(result.calendars().get(2).answer()).isEqualTo(Failed.because(Failed.Cause.UNREACHABLE));
    }
}
