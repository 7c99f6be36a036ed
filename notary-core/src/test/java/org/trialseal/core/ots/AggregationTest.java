package org.trialseal.core.ots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;

class AggregationTest {
    private static final PendingAttestation PENDING = new PendingAttestation("https://calendar.example");

    @Test
    void timestamps_anyNumberOfDigests_allLeadToTheTip() throws Exception {
        for (int count = 1; count <= 17; count++) {
            List<Sha256> digests = digests(count);
            Aggregation tree = Aggregation.of(digests, nonces(count));
            List<Timestamp> timestamps =
                    tree.timestamps(Timestamp.of(tree.tip().bytes()).attest(PENDING));
            assertThat(timestamps).hasSize(count);
            for (int i = 0; i < count; i++) {
                assertThat(timestamps.get(i).message()).isEqualTo(digests.get(i).bytes());
                assertThat(timestamps.get(i).attestations())
                        .containsExactly(new Attested(tree.tip().bytes(), PENDING));
            }
        }
    }

    @Test
    void tip_threeDigests_joinsThePairAndMovesTheOddOneUp() {
        List<Sha256> digests = digests(3);
        List<Bytes> nonces = nonces(3);
        List<Bytes> blinded = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            blinded.add(digests.get(i).bytes().concat(nonces.get(i)).sha256().bytes());
        }
        Bytes pair = blinded.get(0).concat(blinded.get(1)).sha256().bytes();
        assertThat(Aggregation.of(digests, nonces).tip())
                .isEqualTo(pair.concat(blinded.get(2)).sha256());
    }

    @Test
    void timestamps_openTip_canBeGraftedLater() throws Exception {
        Aggregation tree = Aggregation.of(digests(2), nonces(2));
        Timestamp open = tree.timestamps(Timestamp.of(tree.tip().bytes())).get(1);
        assertThat(open.isComplete()).isFalse();
        Timestamp stamped = open.graft(Timestamp.of(tree.tip().bytes()).attest(PENDING));
        assertThat(stamped.isComplete()).isTrue();
    }

    @Test
    void of_wrongNumbersOrNonces_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Aggregation.of(List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Aggregation.of(digests(2), nonces(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Aggregation.of(digests(1), List.of(Bytes.ofHex("00"))))
                .withMessage("a nonce has 16 bytes, not 1");
    }

    @Test
    void of_asManyAsAllowed_isOneTreeAndOneMoreIsRefused() throws Exception {
        int most = Aggregation.MAX_DIGESTS;
        List<Sha256> digests = Collections.nCopies(most, Sha256.of(new byte[0]));
        Bytes nonce = nonces(1).get(0);
        assertThat(Aggregation.of(digests, Collections.nCopies(most, nonce)).tip())
                .isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Aggregation.of(
                        Collections.nCopies(most + 1, digests.get(0)), Collections.nCopies(most + 1, nonce)))
                .withMessage("1 to 65536 digests, each with its nonce");
    }

    private static List<Sha256> digests(int count) {
        List<Sha256> digests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            digests.add(Sha256.of(new byte[] {(byte) i}));
        }
        return digests;
    }

    private static List<Bytes> nonces(int count) {
        return digests(count).stream()
                .map(digest -> digest.bytes().slice(0, 16))
                .toList();
    }
}
