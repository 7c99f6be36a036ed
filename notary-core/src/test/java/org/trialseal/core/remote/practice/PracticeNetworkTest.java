package org.trialseal.core.remote.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.anchor.AttestationReport;
import org.trialseal.core.anchor.Calendar;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.Failed;
import org.trialseal.core.anchor.StampPolicy;
import org.trialseal.core.anchor.StampResult;
import org.trialseal.core.anchor.Stamper;
import org.trialseal.core.anchor.StillPending;
import org.trialseal.core.anchor.SubmitAnswer;
import org.trialseal.core.anchor.UpgradeAnswer;
import org.trialseal.core.anchor.UpgradeOutcome;
import org.trialseal.core.anchor.UpgradeResult;
import org.trialseal.core.anchor.Upgraded;
import org.trialseal.core.anchor.Upgrader;
import org.trialseal.core.bitcoin.AttestationPolicy;
import org.trialseal.core.bitcoin.BlockCheck;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.Finding;
import org.trialseal.core.bitcoin.HeaderEvidence;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.Attested;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.Timestamp;
import org.trialseal.core.testing.Seeded;

@Timeout(120)
class PracticeNetworkTest {
    private static final Random NONCES = Seeded.random("PracticeNetworkTest");
    private static final Instant NOW = Instant.parse("2026-03-14T15:09:26Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final List<Sha256> DIGESTS =
            List.of(Sha256.of(new byte[] {1}), Sha256.of(new byte[] {2}), Sha256.of(new byte[] {3}));

    @TempDir
    private Path data;

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10));
    }

    private static List<DetachedTimestamp> stamp(PracticeNetwork network) throws InterruptedException {
        Stamper stamper = new Stamper(network.calendars(), PracticeNetwork.allowList(), StampPolicy.standard(), NONCES);
        StampResult result = stamper.stamp(DIGESTS);
        assertThat(result.status()).isEqualTo(StampResult.Status.STAMPED);
        assertThat(result.operators()).isEqualTo(2);
        return result.timestamps().stream().map(DetachedTimestamp::ofSha256).toList();
    }

    private static List<UpgradeResult> upgrade(PracticeNetwork network, List<DetachedTimestamp> proofs)
            throws InterruptedException {
        return new Upgrader(PracticeNetwork.allowList(), network, Optional.of(network)).upgrade(proofs, soon());
    }

    private static List<UpgradeOutcome> outcomes(List<UpgradeResult> results) {
        return results.stream()
                .flatMap(result -> result.attestations().stream())
                .map(AttestationReport::outcome)
                .toList();
    }

    private static List<Attested> blocks(DetachedTimestamp proof) {
        return proof.timestamp().attestations().stream()
                .filter(at -> at.attestation() instanceof BitcoinAttestation)
                .toList();
    }

    private static List<BlockCheck> check(PracticeNetwork network, DetachedTimestamp proof, boolean practice)
            throws IOException {
        AttestationPolicy policy = AttestationPolicy.standard(Checkpoints.genesisOnly(ChainParameters.practice()));
        HeaderRun run = HeaderRun.of(0, network.headers(0, 2016, soon()));
        HeaderEvidence evidence = HeaderEvidence.examine(practice ? policy.acceptingPractice() : policy, run, null);
        List<BlockCheck> checks = new ArrayList<>();
        for (Attested block : blocks(proof)) {
            checks.add(evidence.attestation(((BitcoinAttestation) block.attestation()).height(), block.message()));
        }
        return checks;
    }

    private static void assertFinal(PracticeNetwork network, List<DetachedTimestamp> proofs)
            throws IOException, InterruptedException {
        List<UpgradeResult> results = upgrade(network, proofs);
        assertThat(outcomes(results)).hasSize(2 * proofs.size()).allMatch(Upgraded.class::isInstance);
        for (UpgradeResult result : results) {
            assertThat(check(network, result.proof(), true))
                    .hasSize(2)
                    .allMatch(check -> check.finding() == Finding.PRACTICE_ACCEPTED);
        }
    }

    @Test
    void network_fromStampToBlock_goesThroughEveryStage() throws IOException, InterruptedException {
        try (PracticeNetwork network = PracticeNetwork.open(data, CLOCK)) {
            List<DetachedTimestamp> proofs = stamp(network);
            assertThat(outcomes(upgrade(network, proofs)))
                    .containsOnly(new StillPending("Pending confirmation in Bitcoin blockchain"));

            assertThat(network.mine(1)).isEqualTo(1);
            assertThat(outcomes(upgrade(network, proofs)))
                    .allSatisfy(outcome -> assertThat(((StillPending) outcome).reason())
                            .matches("Timestamped by transaction [0-9a-f]{64}; waiting for 6 confirmations"));

            assertThat(network.confirm()).isEqualTo(7);
            assertFinal(network, proofs);
        }
    }

    @Test
    void check_withoutAcceptingPractice_isIndeterminate() throws IOException, InterruptedException {
        try (PracticeNetwork network = PracticeNetwork.open(data, CLOCK)) {
            List<DetachedTimestamp> proofs = stamp(network);
            network.confirm();
            DetachedTimestamp proof = upgrade(network, proofs).get(0).proof();
            assertThat(check(network, proof, false)).allMatch(check -> check.finding() == Finding.PRACTICE_NETWORK);
        }
    }

    @Test
    void proofs_writtenAndReadAgain_areTheSame() throws IOException, InterruptedException {
        try (PracticeNetwork network = PracticeNetwork.open(data, CLOCK)) {
            for (DetachedTimestamp proof : stamp(network)) {
                assertThat(DetachedTimestamp.read("test", proof.toBytes())).isEqualTo(proof);
            }
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void open_again_carriesOn() throws IOException, InterruptedException {
        List<DetachedTimestamp> proofs;
        try (PracticeNetwork network = PracticeNetwork.open(data, CLOCK)) {
            proofs = stamp(network);
        }
        try (PracticeNetwork network = PracticeNetwork.open(data, CLOCK)) {
            network.confirm();
        }
        try (PracticeNetwork network = PracticeNetwork.open(data, CLOCK)) {
            assertFinal(network, proofs);
        }
    }

    @Test
    void open_whileAnotherIsOpen_shareWhatEitherDoes() throws IOException, InterruptedException {
        try (PracticeNetwork one = PracticeNetwork.open(data, CLOCK);
                PracticeNetwork other = PracticeNetwork.open(data, CLOCK)) {
            List<DetachedTimestamp> byOne = stamp(one);
            List<DetachedTimestamp> byOther = stamp(other);
            other.confirm();
            assertFinal(one, byOne);
            assertFinal(one, byOther);
            assertThat(one.mine(3)).isEqualTo(10);
            assertThat(other.tipHeight(soon())).isEqualTo(10);
        }
    }

    @Test
    void confirm_nothingWaits_minesNothing() throws IOException, InterruptedException {
        try (PracticeNetwork network = PracticeNetwork.open(data, CLOCK)) {
            assertThat(network.confirm()).isZero();
            stamp(network);
            assertThat(network.confirm()).isEqualTo(7);
            assertThat(network.confirm()).isEqualTo(7);
        }
    }

    @Test
    void mine_numberOutOfRange_isACallersBug() throws IOException {
        try (PracticeNetwork network = PracticeNetwork.open(data, CLOCK)) {
            assertThatThrownBy(() -> network.mine(-1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> network.mine(10_001)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void calendars_promiseOfTheOther_isNotFound() throws IOException, InterruptedException {
        try (PracticeNetwork network = PracticeNetwork.open(data, CLOCK)) {
            UpgradeResult result = upgrade(network, stamp(network)).get(0);
            AttestationReport report = result.attestations().get(0);
            Calendar other = network.calendars().stream()
                    .filter(calendar -> !calendar.uri().equals(report.uri()))
                    .findFirst()
                    .orElseThrow();
            assertThat(other.upgrade(report.commitment(), soon())).isEqualTo(new StillPending("Not found"));
        }
    }

    @Test
    void upgrade_somebodyElsesFinishedProof_changesNothing() throws IOException, InterruptedException {
        try (PracticeNetwork network = PracticeNetwork.open(data, CLOCK)) {
            List<DetachedTimestamp> theirs = stamp(network);
            network.confirm();
            Bytes theirCommitment =
                    upgrade(network, theirs).get(0).attestations().get(0).commitment();
            List<DetachedTimestamp> ours = stamp(network);
            Upgrader upgrader = new Upgrader(
                    PracticeNetwork.allowList(),
                    uri -> new Substituting(network.at(uri), theirCommitment),
                    Optional.of(network));
            UpgradeResult result = upgrader.upgrade(ours.get(0), soon());

            assertThat(result.changed()).isFalse();
            assertThat(outcomes(List.of(result))).allMatch(outcome -> !(outcome instanceof Upgraded));
            assertThat(outcomes(List.of(result))).contains(Failed.because(Failed.Cause.CONTRADICTED));
        }
    }

    /** Answers with what another commitment has become, as if it were for the one asked for. */
    private record Substituting(Calendar calendar, Bytes other) implements Calendar {
        @Override
        public String operator() {
            return calendar.operator();
        }

        @Override
        public String uri() {
            return calendar.uri();
        }

        @Override
        public SubmitAnswer submit(Sha256 digest, Deadline deadline) {
            return calendar.submit(digest, deadline);
        }

        @Override
        public UpgradeAnswer upgrade(Bytes commitment, Deadline deadline) {
            UpgradeAnswer answer = calendar.upgrade(other, deadline);
            if (!(answer instanceof Upgraded)) {
                return answer;
            }
            try {
                byte[] wire = ((Upgraded) answer).timestamp().toBytes();
                return new Upgraded(Timestamp.read("substituted", wire, commitment));
            } catch (OtsException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void headers_askedForMoreThanThereAre_givesWhatThereIs() throws IOException {
        try (PracticeNetwork network = PracticeNetwork.open(data, CLOCK)) {
            network.mine(5);
            assertThat(network.headers(3, 2016, soon())).hasSize(3);
            assertThat(network.headers(6, 1, soon())).isEmpty();
            assertThat(network.headers(Long.MAX_VALUE, 1, soon())).isEmpty();
            assertThatThrownBy(() -> network.headers(0, 2017, soon())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void blocks_timesComeFromTheClock() throws IOException {
        try (PracticeNetwork network = PracticeNetwork.open(data, CLOCK)) {
            network.mine(1);
            assertThat(network.headers(1, 1, soon()).get(0).time()).isEqualTo(NOW.getEpochSecond());
        }
    }

    @Test
    void open_clockTenYearsBack_chainStaysValidAndProofsFinal() throws IOException, InterruptedException {
        try (PracticeNetwork network = PracticeNetwork.open(data, CLOCK)) {
            network.mine(12);
        }
        Clock back = Clock.fixed(NOW.minus(Duration.ofDays(3650)), ZoneOffset.UTC);
        try (PracticeNetwork network = PracticeNetwork.open(data, back)) {
            List<DetachedTimestamp> proofs = stamp(network);
            network.confirm();
            assertFinal(network, proofs);
        }
    }

    @Test
    void open_dataFolderIsAFile_failsAndLeavesNothingRunning() throws IOException {
        Path file = Files.createFile(data.resolve("file"));
        assertThatThrownBy(() -> PracticeNetwork.open(file, CLOCK)).isInstanceOf(IOException.class);
    }

    @Test
    void interruptedThread_doesNotBreakTheNetworkForOthers() throws IOException, InterruptedException {
        try (PracticeNetwork network = PracticeNetwork.open(data, CLOCK)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> network.mine(1)).isInstanceOf(IOException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(network.mine(1)).isEqualTo(1);
            stamp(network);
        }
    }

    @Test
    void close_endsEveryThreadOfItsOwn() throws IOException, InterruptedException {
        try (PracticeNetwork network = PracticeNetwork.open(data, CLOCK)) {
            stamp(network);
            assertThat(LiveThreads.named("trialseal-practice")).isNotEmpty();
        }
        assertThat(LiveThreads.remaining("trialseal-practice")).isEmpty();
    }

    @Test
    void at_addressOfNoPracticeCalendar_isACallersBug() throws IOException {
        try (PracticeNetwork network = PracticeNetwork.open(data, CLOCK)) {
            assertThatThrownBy(() -> network.at("https://alice.btc.calendar.opentimestamps.org"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no calendar of the practice network");
        }
    }
}
