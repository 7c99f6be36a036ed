package org.trialseal.app.work.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.testing.SmallChain;
import org.trialseal.app.testing.SmallNetwork;
import org.trialseal.app.testing.SmallStudies;
import org.trialseal.app.work.anchor.AnchorFault.Kind;
import org.trialseal.app.work.anchor.AnchorProgress.Step;
import org.trialseal.core.anchor.Failed;
import org.trialseal.core.evidence.AnchorFiles;
import org.trialseal.core.evidence.EvidenceFolder;

/** Anchors of sealed documents on a small chain that counts as the main one, brought further round by round. */
@Timeout(120)
final class AnchorUpkeepTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    @TempDir
    private Path home;

    private SmallNetwork network;
    private SmallStudies studies;
    private Clock clock = Clock.fixed(START, ZoneOffset.UTC);

    @BeforeEach
    void start() throws IOException {
        network = new SmallNetwork(SmallChain.mined(20));
        studies = new SmallStudies(home, network);
        studies.nameServer();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    private void later(Duration duration) {
        clock = Clock.offset(clock, duration);
    }

    private EvidenceFolder stamped(String name) throws Exception {
        EvidenceFolder folder = studies.seal(name, "S-" + name, "protocol final", Optional.empty(), clock);
        studies.stamp(folder, clock);
        return folder;
    }

    private AnchorRound round() throws Exception {
        return studies.upkeep(clock).once();
    }

    private AnchorProgress progress(String name) throws Exception {
        return studies.progress(name, clock);
    }

    private void mine(int blocks) {
        SmallChain longer = network.chain().forkAt(network.chain().tip());
        for (int i = 0; i < blocks; i++) {
            longer.mine("later");
        }
        network.follow(longer);
    }

    @Test
    void once_fromPromiseToDepth_goesStepByStepAndIsGreenOnlyAtTheEnd() throws Exception {
        stamped("seal");
        AnchorUpkeep upkeep = studies.upkeep(clock);
        AnchorRound waiting = upkeep.once();
        assertThat(waiting.asked()).isEqualTo(1);
        assertThat(waiting.news()).isZero();
        assertThat(waiting.headers())
                .as("nobody is asked for headers before a block is named")
                .isEmpty();
        assertThat(progress("seal").step()).isEqualTo(Step.PENDING);

        network.confirm(0);
        assertThat(upkeep.once().news()).isEqualTo(1);
        assertThat(progress("seal").step()).isEqualTo(Step.NAMED);
        assertThat(progress("seal").block()).hasValue(21);

        mine(3);
        assertThat(upkeep.once().news()).isEqualTo(1);
        assertThat(progress("seal").step()).isEqualTo(Step.NAMED);
        assertThat(progress("seal").confirmations()).isEqualTo(3);
        assertThat(progress("seal").notAfter()).isEmpty();

        mine(3);
        AnchorRound last = upkeep.once();
        assertThat(last.news()).isEqualTo(1);
        assertThat(last.faults()).isEmpty();
        assertThat(progress("seal").step()).isEqualTo(Step.CONFIRMED);
        assertThat(progress("seal").confirmations()).isEqualTo(6);
        assertThat(progress("seal").notAfter()).isPresent();
        assertThat(progress("seal").blockTime())
                .contains(Instant.ofEpochSecond(network.chain().at(21).time()));
    }

    @Test
    void once_sixBlocksDeep_asksServersAtTheStartOnly() throws Exception {
        stamped("seal");
        network.confirm(6);
        AnchorUpkeep upkeep = studies.upkeep(clock);
        upkeep.once();
        mine(5);
        assertThat(upkeep.once().headers()).isEmpty();
        assertThat(progress("seal").confirmations()).isEqualTo(6);
        AnchorRound nextStart = round();
        assertThat(nextStart.headers()).hasSize(1);
        assertThat(nextStart.news()).isEqualTo(1);
        assertThat(progress("seal").confirmations()).isEqualTo(11);
    }

    @Test
    void once_blockBelowACheckpoint_isLinkedAndNeverAskedForAgain() throws Exception {
        network.follow(SmallChain.mined(3));
        stamped("seal");
        network.confirm(10);
        AnchorUpkeep upkeep = studies.upkeep(clock);
        upkeep.once();
        assertThat(progress("seal").step()).isEqualTo(Step.LINKED);
        int asked = network.asked();
        network.refuse(true);
        network.hang();
        AnchorRound after = upkeep.once();
        assertThat(after).isEqualTo(new AnchorRound(0, 0, after.faults(), after.headers(), false));
        assertThat(after.faults()).isEmpty();
        assertThat(network.asked()).isEqualTo(asked);
    }

    @Test
    void once_withoutAServer_saysSoAndStaysAmberUntilOneIsNamed() throws Exception {
        studies.configure();
        stamped("seal");
        assertThat(round().serverMissing())
                .as("while it is pending no header is lacking")
                .isFalse();
        network.confirm(6);
        assertThat(round().serverMissing()).isTrue();
        assertThat(progress("seal").step()).isEqualTo(Step.NAMED);
        assertThat(progress("seal").notAfter()).isEmpty();
        studies.nameServer();
        assertThat(round().serverMissing()).isFalse();
        assertThat(progress("seal").step()).isEqualTo(Step.CONFIRMED);
    }

    @Test
    void once_serverOfHeadersGone_isToldAndNothingIsGreen() throws Exception {
        stamped("seal");
        network.confirm(6);
        studies.configure("node.rest = http://127.0.0.1:9");
        AnchorRound round = round();
        assertThat(round.headers()).hasSize(1);
        assertThat(round.headers().get(0).fault().orElseThrow()).contains("127.0.0.1:9 cannot be reached");
        assertThat(progress("seal").step()).isEqualTo(Step.NAMED);
    }

    @Test
    void once_calendarThatRefuses_isToldBySealAndTheOthersGoOn() throws Exception {
        EvidenceFolder second = stamped("second");
        network.confirm(6);
        stamped("first");
        Files.delete(studies.folder("first").resolve("seal.json"));
        network.refuse(true);
        AnchorRound round = round();
        assertThat(round.asked()).isEqualTo(1);
        assertThat(round.faults()).hasSize(1);
        AnchorFault fault = round.faults().get(0);
        assertThat(fault.folder()).isEqualTo(studies.folder("second"));
        assertThat(fault.kind()).isEqualTo(Kind.CALENDAR);
        assertThat(fault.cause()).contains(Failed.Cause.REFUSED);
        assertThat(fault.calendar()).isEqualTo(network.endpoint());
        network.refuse(false);
        assertThat(round().faults()).isEmpty();
        assertThat(AnchorState.of(second)).isEqualTo(AnchorState.IN_BLOCK);
    }

    @Test
    void once_calendarNamesABlockThatHoldsSomethingElse_isToldAndRecovers() throws Exception {
        stamped("seal");
        network.attest(12);
        AnchorRound round = round();
        assertThat(round.faults()).extracting(AnchorFault::kind).containsExactly(Kind.REFUTED);
        assertThat(progress("seal").step()).isEqualTo(Step.PENDING);
        network.confirm(7);
        assertThat(round().faults()).isEmpty();
        assertThat(progress("seal").step()).isEqualTo(Step.CONFIRMED);
    }

    @Test
    void once_heavierChain_takesTheGreenAway() throws Exception {
        stamped("seal");
        network.confirm(6);
        round();
        assertThat(progress("seal").step()).isEqualTo(Step.CONFIRMED);
        SmallChain heavier = network.chain().forkAt(18);
        while (heavier.tip() < 40) {
            heavier.mine("other");
        }
        network.follow(heavier);
        AnchorRound round = round();
        assertThat(round.headers()
                        .get(0)
                        .news()
                        .orElseThrow()
                        .branch()
                        .orElseThrow()
                        .taken())
                .isTrue();
        assertThat(progress("seal").step()).isNotIn(Step.CONFIRMED, Step.LINKED);
    }

    @Test
    void once_pendingForAWeek_isOverdueAndStillAskedFor() throws Exception {
        stamped("seal");
        later(Duration.ofDays(7));
        assertThat(progress("seal").step()).isEqualTo(Step.OVERDUE);
        assertThat(round().asked()).isEqualTo(1);
        later(Duration.ofDays(394));
        assertThat(round().asked()).as("given up after four hundred days").isZero();
    }

    @Test
    void once_anotherProgramWrites_waitsThenSaysSoAndSucceedsLater() throws Exception {
        EvidenceFolder folder = stamped("seal");
        network.confirm(6);
        AnchorRound round;
        try (AnchorFiles.Writing other = new AnchorFiles(folder).begin()) {
            round = round();
            assertThat(other).isNotNull();
        }
        assertThat(round.faults()).extracting(AnchorFault::kind).containsExactly(Kind.IN_USE);
        assertThat(round.faults().get(0).failure().orElseThrow())
                .hasMessageContaining("is being written by another program");
        assertThat(round.wasBusy()).isTrue();
        assertThat(round().wasBusy()).isFalse();
        assertThat(progress("seal").step()).isEqualTo(Step.CONFIRMED);
    }

    @Test
    void once_headersInTheFolderDamaged_areReplaced() throws Exception {
        stamped("seal");
        network.confirm(6);
        round();
        Files.write(studies.folder("seal").resolve("anchors/headers.bin"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> progress("seal")).isInstanceOf(org.trialseal.core.digest.MalformedException.class);
        assertThat(round().faults()).isEmpty();
        assertThat(progress("seal").step()).isEqualTo(Step.CONFIRMED);
    }

    @Test
    void once_proofDamaged_isTold() throws Exception {
        stamped("seal");
        Files.write(studies.folder("seal").resolve("anchors/seal.json.ots"), new byte[] {1, 2, 3});
        assertThat(round().faults()).extracting(AnchorFault::kind).containsExactly(Kind.DAMAGED);
    }

    @Test
    void once_interrupted_endsAtOnce() throws Exception {
        stamped("seal");
        Thread.currentThread().interrupt();
        AnchorUpkeep upkeep = studies.upkeep(clock);
        assertThatThrownBy(upkeep::once).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void once_throughAProxy_reachesTheCalendarBehindIt() throws Exception {
        network.callItself("http://calendar.example.org");
        String proxy = network.endpoint().substring("http://".length());
        studies.configure(
                "calendars = fake=http://calendar.example.org",
                "proxy = " + proxy,
                "esplora = http://explorer.example.org");
        stamped("seal");
        assertThat(network.asked()).as("what came through the proxy").isEqualTo(1);
        network.confirm(6);
        AnchorRound round = round();
        assertThat(network.asked()).isGreaterThan(1);
        assertThat(round.faults()).isEmpty();
        assertThat(progress("seal").block()).hasValue(21);
        assertThat(round.headers().get(0).fault().orElseThrow())
                .as("the proxy was asked for the explorer too")
                .contains("explorer.example.org")
                .doesNotContain("cannot be reached");
    }
}
