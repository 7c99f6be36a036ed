package org.trialseal.core.ots;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.testing.peers.Peer;
import org.trialseal.core.testing.peers.PythonPeer;

/** What we write, the reference library reads alike, whatever the operations. */
@Tag(Peer.TAG)
@Timeout(120)
class ReferencePeerTest {
    private static final long SEED = 9_001;
    private static final int ROUNDS = 300;

    @TempDir
    private Path folder;

    @Test
    void toBytes_seededProofs_areReadAlikeByTheReference() throws Exception {
        PythonPeer python = PythonPeer.require();
        List<Path> files = new ArrayList<>();
        List<DetachedTimestamp> proofs = new ArrayList<>();
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomProofs random = new RandomProofs(seed);
            DetachedTimestamp proof = DetachedTimestamp.ofSha256(random.timestamp(random.digest(32)));
            proofs.add(proof);
            files.add(Files.write(folder.resolve(seed + ".ots"), proof.toBytes()));
        }
        List<PythonPeer.Reading> readings = python.read(files);
        assertThat(readings).hasSize(ROUNDS);
        for (int i = 0; i < ROUNDS; i++) {
            PythonPeer.Reading reading = readings.get(i);
            String seed = "seed " + (SEED + i);
            assertThat(reading.error()).as(seed).isEmpty();
            assertThat(reading.digest())
                    .as(seed)
                    .isEqualTo(proofs.get(i).digest().hex());
            assertThat(reading.attestations())
                    .as(seed)
                    .containsExactlyInAnyOrderElementsOf(proofs.get(i).timestamp().attestations().stream()
                            .map(ReferencePeerTest::described)
                            .toList());
        }
    }

    private static String described(Attested attested) {
        String message = attested.message().hex();
        if (attested.attestation() instanceof BitcoinAttestation) {
            return message + " Bitcoin " + ((BitcoinAttestation) attested.attestation()).height();
        }
        return attested.attestation() instanceof PendingAttestation
                ? message + " Pending " + ((PendingAttestation) attested.attestation()).uri()
                : message + " Other " + attested.attestation().tag().hex();
    }
}
