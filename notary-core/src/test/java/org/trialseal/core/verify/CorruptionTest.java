package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialseal.core.testing.SpecHash.cat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trialseal.core.testing.SpecPackages;

/** Accidents to the bytes of a package: never passed, never anything but a typed error or a check that did not pass. */
final class CorruptionTest {
    private final Verifier verifier = Packages.practice();

    private void assertNotPassed(byte[] archive, String what) {
        assertThat(Outcome.of(archive, verifier)).as(what).isNotEqualTo(Outcome.PASSED);
    }

    private static byte[] small() {
        return SpecPackages.subject().bytes();
    }

    @Test
    void verify_everyBitOfASmallPackageFlipped_neverPasses() {
        byte[] archive = small();
        assertThat(Outcome.of(archive, verifier)).isEqualTo(Outcome.PASSED);
        assertThat(archive.length).isLessThan(8 << 10);
        IntStream.range(0, 8 * archive.length)
                .parallel()
                .forEach(bit -> assertNotPassed(Damage.at(archive, bit / 8, 1 << bit % 8), "bit " + bit));
    }

    @Test
    void verify_everyTruncationOfASmallPackage_isMalformed() {
        byte[] archive = small();
        for (int length = 0; length < archive.length; length++) {
            assertThat(Outcome.of(Arrays.copyOf(archive, length), verifier))
                    .as("length " + length)
                    .isEqualTo(Outcome.MALFORMED);
        }
    }

    @Test
    void verify_anythingAppendedOrPrepended_isMalformed() {
        byte[] archive = small();
        for (byte[] junk : List.of(new byte[1], new byte[22], archive)) {
            assertThat(Outcome.of(cat(archive, junk), verifier)).isEqualTo(Outcome.MALFORMED);
            assertThat(Outcome.of(cat(junk, archive), verifier)).isEqualTo(Outcome.MALFORMED);
        }
    }
}
