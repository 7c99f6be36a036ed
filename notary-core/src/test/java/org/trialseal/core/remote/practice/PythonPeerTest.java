package org.trialseal.core.remote.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.StampPolicy;
import org.trialseal.core.anchor.Stamper;
import org.trialseal.core.anchor.UpgradeResult;
import org.trialseal.core.anchor.Upgrader;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.testing.Seeded;
import org.trialseal.core.testing.peers.Peer;
import org.trialseal.core.testing.peers.PythonPeer;

/** The reference library against our calendars, our proofs and our chain. */
@Tag(Peer.TAG)
@Timeout(120)
class PythonPeerTest {
    @TempDir
    private Path folder;

    private PythonPeer python;

    @BeforeEach
    void require() throws Exception {
        python = PythonPeer.require();
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10));
    }

    private static List<String> headers(PracticeNetwork network) throws Exception {
        List<String> hex = new ArrayList<>();
        for (BlockHeader header : network.headers(0, 2016, soon())) {
            hex.add(header.bytes().hex());
        }
        return hex;
    }

    private Path file(String name) throws Exception {
        return Files.writeString(folder.resolve(name), "content of " + name);
    }

    @Test
    void ourProof_ofTwoCalendars_isCheckedByTheReference() throws Exception {
        try (PracticeNetwork network = PracticeNetwork.open(folder, Clock.systemUTC())) {
            Path file = file("ours.txt");
            Stamper stamper = new Stamper(
                    network.calendars(),
                    PracticeNetwork.allowList(),
                    StampPolicy.standard(),
                    Seeded.random("PythonPeerTest"));
            Sha256 digest = Sha256.of(Files.readAllBytes(file));
            DetachedTimestamp pending = DetachedTimestamp.ofSha256(
                    stamper.stamp(List.of(digest)).timestamps().get(0));
            Path proof = Files.write(folder.resolve("ours.txt.ots"), pending.toBytes());
            assertThat(python.check(proof, headers(network))).isEmpty();
            assertThat(python.read(List.of(proof)).get(0).attestations())
                    .hasSize(2)
                    .allMatch(one -> one.contains(" Pending http://"));

            network.confirm();
            UpgradeResult result =
                    new Upgrader(PracticeNetwork.allowList(), network, Optional.empty()).upgrade(pending, soon());
            Files.write(proof, result.proof().toBytes());
            assertThat(python.check(proof, headers(network))).hasSize(2);
            assertThat(python.replays(proof)).isTrue();
        }
    }

    @Test
    void itsProof_stampedHere_isUpgradedByUs() throws Exception {
        try (PracticeNetwork network = PracticeNetwork.open(folder, Clock.systemUTC())) {
            Path file = file("theirs.txt");
            Path proof = folder.resolve("theirs.txt.ots");
            python.stamp(network.endpoints().get(1), file);
            network.confirm();
            DetachedTimestamp read = DetachedTimestamp.read("theirs", Files.readAllBytes(proof));
            assertThat(read.isFor(Sha256.of(Files.readAllBytes(file)))).isTrue();
            UpgradeResult result =
                    new Upgrader(PracticeNetwork.allowList(), network, Optional.of(network)).upgrade(read, soon());
            assertThat(result.namesBlock()).isTrue();

            python.upgrade(network.endpoints().get(1), proof);
            assertThat(DetachedTimestamp.read("theirs", Files.readAllBytes(proof)))
                    .isEqualTo(result.proof());
            assertThat(Files.readAllBytes(proof)).isEqualTo(result.proof().toBytes());
        }
    }
}
