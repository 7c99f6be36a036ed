package org.trialseal.core.ots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PruningTest {
    private static Timestamp proof(long seed) {
        RandomProofs proofs = new RandomProofs(seed);
        try {
            return proofs.timestamp(proofs.digest(32));
        } catch (OtsException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void without_nothingRefused_isTheSame() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(proof(seed).without(attested -> false))
                    .as("seed " + seed)
                    .contains(proof(seed));
        }
    }

    @Test
    void without_everythingRefused_isEmpty() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(proof(seed).without(attested -> true)).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void without_someRefused_keepsTheOthersAndTheirOrder() throws OtsException {
        for (long seed = 0; seed < 50; seed++) {
            Timestamp proof = proof(seed);
            for (Attested one : Set.copyOf(proof.attestations())) {
                List<Attested> left = new ArrayList<>(proof.attestations());
                left.removeIf(one::equals);
                Optional<Timestamp> pruned = proof.without(one::equals);
                assertThat(pruned.map(Timestamp::attestations).orElse(List.of()))
                        .as("seed " + seed)
                        .isEqualTo(left);
                if (pruned.isPresent()) {
                    Timestamp again = Timestamp.read(
                            "pruned", pruned.get().toBytes(), pruned.get().message());
                    assertThat(again).isEqualTo(pruned.get());
                    assertThat(again.merge(proof)).isEqualTo(proof);
                }
            }
        }
    }
}
