package org.trialseal.core.ots;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.assertj.core.api.Assertions;

/** Whatever the bytes, reading a proof gives a typed refusal, or a proof whose own bytes say the same. */
class OtsFuzzTest {
    @FuzzTest
    void read_anyBytes_isRefusedOrSaysTheSameAgain(byte[] bytes) throws OtsException {
        DetachedTimestamp proof;
        try {
            proof = DetachedTimestamp.read("fuzz", bytes);
        } catch (OtsException e) {
            Assertions.assertThat(e.offset()).isBetween(-1L, (long) bytes.length);
            return;
        }
        byte[] canonical = proof.toBytes();
        DetachedTimestamp again = DetachedTimestamp.read("again", canonical);
        Assertions.assertThat(again).isEqualTo(proof);
        Assertions.assertThat(again.toBytes()).isEqualTo(canonical);
        Assertions.assertThat(proof.timestamp().attestations()).isNotEmpty();
        Assertions.assertThat(proof.timestamp().merge(again.timestamp())).isEqualTo(proof.timestamp());
    }
}
