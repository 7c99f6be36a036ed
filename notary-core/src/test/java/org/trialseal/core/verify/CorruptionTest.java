package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.u64;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.Seeded;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecStudy;

/** Accidents to the bytes of a package: never passed, never anything but a typed error or a check that did not pass. */
final class CorruptionTest {
    private static final int FLIPS = Integer.getInteger("trialseal.flips", 10_000);

    private final Verifier verifier = Packages.practice();

    private void assertNotPassed(byte[] archive, String what) {
        assertThat(Outcome.of(archive, verifier)).as(what).isNotEqualTo(Outcome.PASSED);
    }

    private static byte[] small() {
        SpecStudy study = SpecStudy.small();
        SpecDataset lb = study.dataset(SpecStudy.LB);
        int index = lb.indexOf(Cell.text("S-02"));
        return study.show(SpecStudy.LB, cat(lb.head(3), u64(1), lb.whole(3, index)))
                .bytes();
    }

    private static byte[] large() {
        SpecStudy study = SpecStudy.sample();
        return study.show(new TreeMap<>(Map.of(
                        SpecStudy.LB, study.dataset(SpecStudy.LB).everything(3),
                        SpecStudy.TA, study.dataset(SpecStudy.TA).everything(2),
                        SpecStudy.WIDER,
                                cat(
                                        study.dataset(SpecStudy.WIDER).head(0),
                                        u64(1),
                                        study.dataset(SpecStudy.WIDER).partial(0, 1, List.of(0), List.of(1, 100))),
                        SpecStudy.PROTOCOL, study.document(SpecStudy.PROTOCOL).content())))
                .bytes();
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

    @Test
    void verify_seededDamageToALargerPackage_neverPasses() {
        byte[] archive = large();
        assertThat(Outcome.of(archive, verifier)).isEqualTo(Outcome.PASSED);
        Random random = Seeded.random("CorruptionTest");
        for (int round = 0; round < FLIPS / 4; round++) {
            byte[] damaged = damage(archive, random);
            if (!Arrays.equals(damaged, archive)) {
                assertNotPassed(damaged, "round " + round);
            }
        }
    }

    private static byte[] damage(byte[] archive, Random random) {
        int at = random.nextInt(archive.length);
        switch (random.nextInt(5)) {
            case 0:
                return Arrays.copyOf(archive, at);
            case 1:
                return cat(
                        Arrays.copyOf(archive, at),
                        Arrays.copyOfRange(
                                archive, Math.min(at + 1 + random.nextInt(40), archive.length), archive.length));
            case 2:
                return cat(
                        Arrays.copyOf(archive, at),
                        new byte[1 + random.nextInt(8)],
                        Arrays.copyOfRange(archive, at, archive.length));
            case 3:
                byte[] overwritten = archive.clone();
                Arrays.fill(overwritten, at, Math.min(at + 1 + random.nextInt(16), archive.length), (byte)
                        random.nextInt());
                return overwritten;
            default:
                return Damage.at(archive, at, 1 << random.nextInt(8));
        }
    }

    @Test
    void verify_seededDamageInsideEntriesWithRightDigests_neverPassesAsSomethingElse() {
        SpecStudy study = SpecStudy.sample();
        SpecDataset lb = study.dataset(SpecStudy.LB);
        byte[] shown = lb.everything(3);
        Random random = Seeded.random("CorruptionTest.inside");
        for (int round = 0; round < FLIPS / 4; round++) {
            byte[] damaged = damage(shown, random);
            if (!Arrays.equals(damaged, shown)) {
                assertNotPassed(study.show(SpecStudy.LB, damaged).bytes(), "round " + round);
            }
        }
    }
}
