package org.trialseal.core.ots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;

class OtsMutationTest {
    private static final long SEED = 940512;

    @Test
    void read_everyTruncation_isRefused() throws Exception {
        for (byte[] proof : samples()) {
            checkTruncations("seeded", proof);
        }
        for (Path file : OtsVectors.readable(2_000)) {
            checkTruncations(file.toString(), OtsVectors.bytes(file));
        }
    }

    private static void checkTruncations(String name, byte[] proof) {
        for (int length = 0; length < proof.length; length++) {
            try {
                DetachedTimestamp.read(name, Arrays.copyOf(proof, length));
                fail("%s cut to %d bytes was read", name, length);
            } catch (OtsException e) {
                assertThat(e.offset()).isLessThanOrEqualTo(length);
            }
        }
    }

    @Test
    void read_everyFlippedBit_neverMovesABitcoinAttestationToAnotherDigest() throws Exception {
        for (byte[] proof : samples()) {
            checkFlips("seeded", proof);
        }
        for (Path file : OtsVectors.readable(800)) {
            checkFlips(file.toString(), OtsVectors.bytes(file));
        }
    }

    private static void checkFlips(String name, byte[] bytes) throws OtsException {
        DetachedTimestamp original = DetachedTimestamp.read(name, bytes);
        Set<Attested> proven = bitcoin(original);
        int refused = 0;
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                checkMutant(name + " bit " + bit, DetachedTimestamp.read(name, flipped), original, proven);
            } catch (OtsException e) {
                refused++;
            }
        }
        assertThat(refused).as(name).isGreaterThan(8 * 33);
    }

    private static void checkMutant(
            String name, DetachedTimestamp mutant, DetachedTimestamp original, Set<Attested> proven) {
        boolean sameDigest = mutant.digest().equals(original.digest());
        if (mutant.equals(original) || !sameDigest && bitcoin(mutant).stream().anyMatch(proven::contains)) {
            fail("%s: the proof of another digest", name);
        }
    }

    private static Set<Attested> bitcoin(DetachedTimestamp proof) {
        return proof.timestamp().attestations().stream()
                .filter(attested -> attested.attestation() instanceof BitcoinAttestation)
                .collect(Collectors.toSet());
    }

    private static List<byte[]> samples() throws OtsException {
        RandomProofs random = new RandomProofs(SEED);
        Timestamp pending = random.timestamp(random.digest(32));
        Timestamp stamped = pending.merge(TimestampBuilder.from(pending.message())
                .append(Bytes.ofHex("00010203"))
                .sha256()
                .attest(new BitcoinAttestation(940_512))
                .build());
        return List.of(DetachedTimestamp.ofSha256(stamped).toBytes());
    }
}
