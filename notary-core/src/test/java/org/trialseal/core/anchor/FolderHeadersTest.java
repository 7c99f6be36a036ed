package org.trialseal.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.MiniChain;
import org.trialseal.core.bitcoin.Tier;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.AnchorFiles;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.SealRequest;
import org.trialseal.core.ots.Attested;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.Timestamp;
import org.trialseal.core.seal.NamedBlock;
import org.trialseal.core.seal.Network;
import org.trialseal.core.testing.ChainSource;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.verify.TimeFinding;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.Verifier;

/** A sealed document whose digest stands in a block of a small chain with checkpoints at 15, 31 and 47. */
class FolderHeadersTest {
    private static final Deadline SOON = Deadline.in(Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    private MiniChain chain;
    private EvidenceFolder seal;

    @BeforeEach
    void start() {
        chain = MiniChain.start();
    }

    /** Seals; the statement names a block unless the height is negative. */
    private void seal(int named) throws Exception {
        TestStudy study = new TestStudy(folder);
        study.document("plan.txt", "the plan".getBytes(StandardCharsets.UTF_8));
        SealRequest practice = study.request("seal");
        SealRequest request = new SealRequest(
                practice.out(),
                practice.stores(),
                Network.BITCOIN,
                practice.study(),
                practice.milestone(),
                practice.title(),
                practice.previous(),
                practice.supersedes(),
                practice.signers(),
                named < 0
                        ? Optional.empty()
                        : Optional.of(new NamedBlock(
                                named, Sha256.ofHex(chain.at(named).hash().display()))),
                practice.retain(),
                practice.items());
        seal = study.seal(request).folder();
    }

    private void attest(long... heights) throws Exception {
        Timestamp timestamp =
                Timestamp.of(seal.digest().bytes()).attest(new PendingAttestation("https://calendar.example.org"));
        for (long height : heights) {
            timestamp = timestamp.attest(new BitcoinAttestation(height));
        }
        try (AnchorFiles.Writing writing = new AnchorFiles(seal).begin()) {
            writing.timestamp(DetachedTimestamp.ofSha256(timestamp).toBytes());
        }
    }

    private Checkpoints checkpoints() {
        return chain.checkpoints(3);
    }

    private HeaderStore store() {
        return new HeaderStore(folder.resolve("headers"), checkpoints());
    }

    private FolderHeaders headers() {
        return new FolderHeaders(seal, store());
    }

    private void fetch() throws IOException, MalformedException {
        HeaderFetch fetch = new HeaderFetch(store(), HeaderProgress.silent());
        ChainSource source = ChainSource.of(chain.runFrom(0));
        fetch.extend(source, SOON);
        for (long height : headers().wanted()) {
            if (height > 0 && height <= 47) {
                fetch.fill(height, source, SOON);
            }
        }
    }

    private HeaderRun kept() throws IOException, MalformedException {
        return new FolderAnchors(seal).headers(checkpoints()).orElseThrow();
    }

    private TimeFinding time() throws IOException, MalformedException {
        FolderAnchors anchors = new FolderAnchors(seal);
        return new Verifier(VerificationPolicy.standard(checkpoints()))
                .time(seal.statement(), seal.digest(), anchors.proof(), anchors.headers(checkpoints()));
    }

    private List<Attested> attestations() throws IOException, MalformedException {
        return new FolderAnchors(seal).proof().orElseThrow().timestamp().attestations();
    }

    @Test
    void keep_blockAboveTheNewestCheckpoint_keepsAllFromThereToTheTip() throws Exception {
        chain.mine(50, 0);
        seal(49);
        chain.mine(5, 0).mineRoot(seal.digest()).mine(8, 0);
        attest(56);
        fetch();

        assertThat(headers().wanted()).containsExactly(49L, 56L);
        assertThat(headers().keep().tied()).isEqualTo(OptionalLong.of(56));
        assertThat(kept()).isEqualTo(chain.run(48, 65));
        assertThat(time().time().tier()).isEqualTo(Tier.PROOF_OF_WORK);
        assertThat(time().time().notBefore()).isPresent();

        chain.mine(10, 0);
        fetch();
        headers().keep();
        assertThat(kept()).isEqualTo(chain.run(48, 75));
    }

    @Test
    void keep_blockBelowTheNewestCheckpoint_keepsThoseUpToTheNext() throws Exception {
        chain.mine(35, 0);
        seal(-1);
        chain.mineRoot(seal.digest()).mine(20, 0);
        attest(36);
        fetch();

        assertThat(headers().keep().tied()).isEqualTo(OptionalLong.of(36));
        assertThat(kept()).isEqualTo(chain.run(36, 48));
        assertThat(time().time().tier()).isEqualTo(Tier.CHECKPOINTED);
    }

    @Test
    void keep_statementNamesABlockOfAnEarlierStretch_keepsFromThereOn() throws Exception {
        chain.mine(35, 0);
        seal(29);
        chain.mineRoot(seal.digest()).mine(20, 0);
        attest(36);
        fetch();

        headers().keep();
        assertThat(kept()).isEqualTo(chain.run(29, 48));
        assertThat(time().time().tier()).isEqualTo(Tier.CHECKPOINTED);
        assertThat(time().time().notBefore()).isPresent();
    }

    @Test
    void keep_namedBlockBelowAndAttestedAboveTheNewest_keepsBoth() throws Exception {
        chain.mine(46, 0);
        seal(46);
        chain.mine(3, 0).mineRoot(seal.digest()).mine(8, 0);
        attest(50);
        fetch();

        headers().keep();
        assertThat(kept()).isEqualTo(chain.run(46, 59));
        assertThat(time().time().tier()).isEqualTo(Tier.PROOF_OF_WORK);
        assertThat(time().time().notBefore()).isPresent();
    }

    @Test
    void keep_headersOfTheBlockUnknown_keepsNothing() throws Exception {
        chain.mine(50, 0);
        seal(-1);
        assertThat(headers().wanted()).isEmpty();
        attest(36);
        assertThat(headers().keep()).isEqualTo(new FolderHeaders.Result(OptionalLong.empty(), java.util.Set.of()));
        assertThat(new FolderAnchors(seal).headers(checkpoints())).isEmpty();
    }

    @Test
    void keep_severalBlocksOfWhichOneIsALie_takesTheLieOutAndTheRestStays() throws Exception {
        chain.mine(50, 0);
        seal(-1);
        chain.mineRoot(seal.digest()).mine(8, 0);
        attest(20, 51);
        fetch();

        FolderHeaders.Result result = headers().keep();
        assertThat(result.refuted()).containsExactly(20L);
        assertThat(result.tied()).isEqualTo(OptionalLong.of(51));
        assertThat(attestations())
                .extracting(Attested::attestation)
                .containsExactlyInAnyOrder(
                        new BitcoinAttestation(51), new PendingAttestation("https://calendar.example.org"));
        assertThat(time().time().tier()).isEqualTo(Tier.PROOF_OF_WORK);
    }

    @Test
    void keep_contradictedByAShallowBlock_waits() throws Exception {
        chain.mine(60, 0);
        seal(-1);
        attest(55);
        fetch();
        assertThat(headers().keep().refuted()).isEmpty();
        assertThat(attestations()).hasSize(2);

        chain.mine(1, 0);
        fetch();
        assertThat(headers().keep().refuted()).containsExactly(55L);
        assertThat(attestations()).hasSize(1);
    }
}
