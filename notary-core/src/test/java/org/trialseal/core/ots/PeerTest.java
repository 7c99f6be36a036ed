package org.trialseal.core.ots;

import static org.assertj.core.api.Assertions.assertThat;

import com.eternitywall.ots.DetachedTimestampFile;
import com.eternitywall.ots.StreamDeserializationContext;
import com.eternitywall.ots.attestation.BitcoinBlockHeaderAttestation;
import com.eternitywall.ots.attestation.TimeAttestation;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;

/**
 * What we write, java-opentimestamps 1.11 reads alike. It knows neither reverse nor hexlify and refuses arguments of
 * exactly 256 bytes, and misreads the tags and payloads of unknown attestations, Litecoin's among them: such proofs are
 * not put before it.
 */
class PeerTest {
    private static final long SEED = 1_111;
    private static final int ROUNDS = 500;

    @Test
    void toBytes_seededProofs_areReadAlikeByThePeer() throws Exception {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomProofs random = RandomProofs.forPeer(seed);
            check("seed " + seed, DetachedTimestamp.ofSha256(random.timestamp(random.digest(32))));
        }
    }

    @Test
    void toBytes_vectors_areReadAlikeByThePeer() throws Exception {
        for (Path file : OtsVectors.readable(Integer.MAX_VALUE)) {
            DetachedTimestamp proof = OtsVectors.read(file);
            if (proof.timestamp().attestations().stream().noneMatch(PeerTest::isUnknownToPeer)) {
                check(file.toString(), proof);
            }
        }
    }

    private static boolean isUnknownToPeer(Attested attested) {
        Attestation attestation = attested.attestation();
        return attestation instanceof UnknownAttestation && !attestation.tag().equals(UnknownAttestation.ETHEREUM);
    }

    private static void check(String name, DetachedTimestamp ours) throws Exception {
        DetachedTimestampFile peers =
                DetachedTimestampFile.deserialize(new StreamDeserializationContext(ours.toBytes()));
        assertThat(Bytes.copyOf(peers.fileDigest())).as(name).isEqualTo(ours.digest());
        List<String> read = new ArrayList<>();
        collect(field(peers, DetachedTimestampFile.class, "timestamp"), read);
        assertThat(read)
                .as(name)
                .containsExactlyInAnyOrderElementsOf(ours.timestamp().attestations().stream()
                        .map(PeerTest::describe)
                        .toList());
    }

    private static void collect(Object timestamp, List<String> read) throws Exception {
        Class<?> type = timestamp.getClass();
        Bytes message = Bytes.copyOf((byte[]) field(timestamp, type, "msg"));
        for (Object attestation : (List<?>) field(timestamp, type, "attestations")) {
            read.add(message + " " + describe((TimeAttestation) attestation));
        }
        for (Object next : ((Map<?, ?>) field(timestamp, type, "ops")).values()) {
            collect(next, read);
        }
    }

    private static Object field(Object of, Class<?> type, String name) throws Exception {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }

    private static String describe(TimeAttestation attestation) {
        if (attestation instanceof BitcoinBlockHeaderAttestation) {
            return "Bitcoin " + ((BitcoinBlockHeaderAttestation) attestation).getHeight();
        }
        if (attestation instanceof com.eternitywall.ots.attestation.PendingAttestation) {
            byte[] uri = ((com.eternitywall.ots.attestation.PendingAttestation) attestation).getUri();
            return "Pending " + new String(uri, StandardCharsets.US_ASCII);
        }
        return "Ethereum "
                + ((com.eternitywall.ots.attestation.EthereumBlockHeaderAttestation) attestation).getHeight();
    }

    private static String describe(Attested attested) {
        Attestation attestation = attested.attestation();
        return attested.message() + " " + describe(attestation);
    }

    private static String describe(Attestation attestation) {
        if (attestation instanceof BitcoinAttestation) {
            return "Bitcoin " + ((BitcoinAttestation) attestation).height();
        }
        if (attestation instanceof PendingAttestation) {
            return "Pending " + ((PendingAttestation) attestation).uri();
        }
        return "Ethereum " + number(attestation.payload());
    }

    private static long number(Bytes payload) {
        long value = 0;
        for (int i = payload.length() - 1; i >= 0; i--) {
            value = value << 7 | payload.at(i) & 0x7f;
        }
        return value;
    }
}
