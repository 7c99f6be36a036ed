package org.trialseal.core.remote.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.FolderAnchors;
import org.trialseal.core.anchor.HeaderSource;
import org.trialseal.core.anchor.StampPolicy;
import org.trialseal.core.anchor.StampResult;
import org.trialseal.core.anchor.Stamper;
import org.trialseal.core.anchor.UpgradeResult;
import org.trialseal.core.anchor.Upgrader;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.ots.Attested;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.prove.Prover;
import org.trialseal.core.prove.Selection;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.remote.HttpLink;
import org.trialseal.core.remote.NodeRpcHeaders;
import org.trialseal.core.testing.Seeded;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.peers.BitcoinNode;
import org.trialseal.core.testing.peers.NpmPeers;
import org.trialseal.core.testing.peers.Peer;
import org.trialseal.core.testing.peers.PythonPeer;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.VerificationReport;
import org.trialseal.core.verify.Verifier;

/** The practice calendars, anchored by a real Bitcoin node in regtest, with clients of all kinds. */
@Tag(Peer.TAG)
@Timeout(120)
class NodePeerTest {
    private static final Checkpoints REGTEST = Checkpoints.genesisOnly(ChainParameters.practice());

    @TempDir
    private Path home;

    private NpmPeers npm;
    private BitcoinNode node;
    private HttpLink link;
    private HeaderSource source;
    private PracticeNetwork network;

    @BeforeEach
    void start() throws Exception {
        npm = NpmPeers.require();
        node = npm.startNode(home);
        link = HttpLink.direct();
        source = NodeRpcHeaders.at(node.address(), Optional.of(node.login()), link);
        Clock clock = Clock.systemUTC();
        network = PracticeNetwork.open(
                PracticeLedger.open(home.resolve("calendars"), clock, new NodeChain(node, source)), clock);
    }

    @AfterEach
    void stop() throws Exception {
        if (network != null) {
            network.close();
        }
        if (link != null) {
            link.close();
        }
        if (node != null) {
            node.close();
        }
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20));
    }

    private String calendar() {
        return network.endpoints().get(0);
    }

    private Path file(String name) throws IOException {
        return Files.writeString(home.resolve(name), "content of " + name + "\n");
    }

    private static DetachedTimestamp read(Path proof) throws Exception {
        return DetachedTimestamp.read(proof.toString(), Files.readAllBytes(proof));
    }

    private List<Attested> blocks(DetachedTimestamp proof) {
        return proof.timestamp().attestations().stream()
                .filter(attested -> attested.attestation() instanceof BitcoinAttestation)
                .toList();
    }

    /** Every block named must be that of the node. */
    private void assertInBlock(DetachedTimestamp proof, Path of) throws Exception {
        assertThat(proof.isFor(Sha256.of(Files.readAllBytes(of)))).isTrue();
        assertThat(blocks(proof)).isNotEmpty();
        for (Attested attested : blocks(proof)) {
            long height = ((BitcoinAttestation) attested.attestation()).height();
            BlockHeader header = source.headers(height, 1, soon()).get(0);
            assertThat(attested.message()).isEqualTo(header.merkleRoot().bytes());
        }
    }

    @Test
    void headers_ofTheNode_keepEveryRule() throws Exception {
        network.mine(40);
        long tip = source.tipHeight(soon());
        assertThat(tip).isEqualTo(150);
        HeaderRun run = HeaderRun.of(0, source.headers(0, 2016, soon()));
        assertThat(run.count()).isEqualTo(tip + 1);
        Bytes headers = run.slice(1, tip + 1).bytes();
        Files.write(home.resolve("copy.bin"), headers.toArray());
        try (PracticeChain copy = new PracticeChain(home.resolve("copy.bin"))) {
            copy.refresh();
            assertThat(copy.tipHeight()).isEqualTo(tip);
            assertThat(copy.headers(0, 2016)).isEqualTo(source.headers(0, 2016, soon()));
        }
    }

    @Test
    void seal_anchoredByTheNode_verifiesUnderRegtest() throws Exception {
        TestStudy study = new TestStudy(home).document("protocol.txt", TestStudy.content(5_000));
        EvidenceFolder seal = study.seal("seal");
        FolderAnchors anchors = new FolderAnchors(seal);
        Stamper stamper = new Stamper(
                network.calendars(),
                PracticeNetwork.allowList(),
                StampPolicy.standard(),
                Seeded.random("NodePeerTest"));
        assertThat(anchors.stamp(stamper).status()).isEqualTo(StampResult.Status.STAMPED);
        assertThat(network.confirm()).isGreaterThan(100);

        Upgrader upgrader = new Upgrader(PracticeNetwork.allowList(), network, Optional.of(source));
        UpgradeResult upgraded = anchors.upgrade(upgrader, soon()).orElseThrow();
        assertThat(upgraded.namesBlock()).isTrue();
        assertInBlock(upgraded.proof(), seal.files().statement());
        assertThat(anchors.keepHeaders(source, REGTEST, soon())).isTrue();

        Path made = prove(study, seal);
        assertThat(verify(made, true).verdict()).isEqualTo(Result.PASSED);
        VerificationReport strict = verify(made, false);
        assertThat(strict.verdict()).isEqualTo(Result.INDETERMINATE);
        assertThat(strict.checks())
                .filteredOn(check -> check.result() == Result.INDETERMINATE)
                .extracting(Check::id)
                .contains("time");
        npm.client(
                home,
                "verify",
                seal.files().timestamp().toString(),
                "-f",
                seal.files().statement().toString());
    }

    private Path prove(TestStudy study, EvidenceFolder seal) throws Exception {
        Path made = home.resolve("all.trialseal");
        try (StudyStore store = study.store(seal)) {
            new Prover(seal, seal.unlock(study.passphrase()), store, new DocumentsIn(home))
                    .prove(List.of(new Selection.All(Set.of())), List.of(), made);
        }
        return made;
    }

    private static VerificationReport verify(Path made, boolean practice) throws Exception {
        VerificationPolicy policy = VerificationPolicy.standard(Checkpoints.shipped());
        return new Verifier(practice ? policy.acceptingPractice() : policy).verify(PathFile.of(made));
    }

    @Test
    void javaScriptClient_stampsAndVerifies_andWeReadIt() throws Exception {
        Path file = file("js.txt");
        Path proof = home.resolve("js.txt.ots");
        npm.client(home, "stamp", "-c", calendar(), "-m", "1", file.toString());
        assertThat(read(proof).isFor(Sha256.of(Files.readAllBytes(file)))).isTrue();
        assertThat(blocks(read(proof))).isEmpty();
        network.confirm();

        assertThat(npm.client(home, "upgrade", "-c", calendar(), proof.toString()))
                .contains("Timestamp complete");
        assertInBlock(read(proof), file);
        assertThat(npm.client(home, "verify", proof.toString()))
                .contains("Bitcoin block ")
                .contains("attests existence");
        Files.writeString(file, "something else");
        assertThat(npm.refusal(home, "verify", proof.toString())).contains("does not match");
    }

    @Test
    void referenceLibrary_stampsAndChecks_andWeReadIt() throws Exception {
        PythonPeer python = PythonPeer.require();
        Path file = file("py.txt");
        Path proof = home.resolve("py.txt.ots");
        python.stamp(calendar(), file);
        network.confirm();
        python.upgrade(calendar(), proof);
        assertInBlock(read(proof), file);
        List<String> headers = source.headers(0, 2016, soon()).stream()
                .map(header -> header.bytes().hex())
                .toList();
        assertThat(python.check(proof, headers)).hasSize(1);
    }
}
