package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trialseal.core.testing.SpecHash.cat;

import java.util.Arrays;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecStudy;

/** A dataset of which something else is shown than was sealed, with every digest of the package right. */
abstract class ShownDataset {
    final SpecStudy study = SpecStudy.sample();
    final SpecDataset lb = study.dataset(SpecStudy.LB);
    final int twos = lb.indexOf(Cell.text("S-02"));

    VerificationReport show(byte[]... parts) throws Exception {
        return Packages.practice()
                .verify(study.show(SpecStudy.LB, cat((Object[]) parts)).file());
    }

    void assertFailed(Reason reason, byte[]... parts) throws Exception {
        VerificationReport report = show(parts);
        Packages.assertFailed(report, "data:LB", reason);
        Packages.assertCheck(report, "completeness:LB", Reason.NOT_CHECKED);
        assertThat(report.disclosed()).isEmpty();
    }

    void assertMalformed(String reason, byte[]... parts) {
        assertThatThrownBy(() -> show(parts))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("0001.disclosure")
                .hasMessageContaining(reason);
    }

    /** The bytes with one occurrence of {@code from} replaced. */
    static byte[] replace(byte[] bytes, byte[] from, byte[] to) {
        for (int at = 0; at + from.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + from.length, from, 0, from.length)) {
                return cat(
                        Arrays.copyOfRange(bytes, 0, at),
                        to,
                        Arrays.copyOfRange(bytes, at + from.length, bytes.length));
            }
        }
        throw new AssertionError("nothing to replace");
    }

    static byte[] flipped(byte[] bytes) {
        byte[] other = bytes.clone();
        other[other.length - 1] ^= 1;
        return other;
    }
}
