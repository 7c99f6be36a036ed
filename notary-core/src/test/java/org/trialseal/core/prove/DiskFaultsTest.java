package org.trialseal.core.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialseal.core.evidence.AnchorFiles;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.testing.SeededRandom;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.disk.FaultyDisk;
import org.trialseal.core.testing.disk.FaultyDisk.Fault;
import org.trialseal.core.testing.disk.MemoryDisk;

/**
 * A disk that fails at every single write, force, creation, deletion and rename of sealing, anchoring, proving and changing
 * a passphrase, once, for good, or with a power cut: what was acknowledged is there, nothing half is visible, and the next
 * attempt succeeds and leaves nothing behind.
 */
class DiskFaultsTest {
    private static final Passphrase WORDS = TestStudy.passphrase("correct horse");
    private static final Passphrase OTHERS = TestStudy.passphrase("other words");

    @TempDir(factory = MemoryDisk.class)
    private Path folder;

    /** What is done on a failing disk, and what must be true afterwards. */
    private interface Work {
        void run(SealedOnDisk study) throws Exception;
    }

    /** Runs {@code work} with a fault at step 1, 2, 3 ... until it comes to its end without one. */
    private void atEveryStep(Fault fault, Path before, Work work, Aftermath aftermath) throws Exception {
        boolean reached = true;
        for (int step = 1; reached; step++) {
            Path place = Files.createDirectory(folder.resolve(fault + "-" + step));
            SealedOnDisk.copy(before, place);
            FaultyDisk disk = new FaultyDisk(place);
            disk.failAt(step, fault);
            boolean acknowledged = false;
            try {
                work.run(new SealedOnDisk(disk.root(), WORDS));
                acknowledged = true;
            } catch (IOException e) {
                assertThat(e).as("step " + step).hasMessageMatching("the (disk failed|program is dead).*");
            }
            reached = disk.mend();
            assertThat(reached || acknowledged).isTrue();
            SealedOnDisk healthy = new SealedOnDisk(disk.root(), WORDS);
            boolean done = acknowledged;
            assertThatCode(() -> aftermath.check(healthy, disk.root(), done))
                    .as("%s at step %d of %s", fault, step, healthy.names())
                    .doesNotThrowAnyException();
        }
    }

    private interface Aftermath {
        void check(SealedOnDisk study, Path place, boolean acknowledged) throws Exception;
    }

    private Path fresh() throws IOException {
        Path fresh = Files.createDirectory(folder.resolve("before"));
        new SealedOnDisk(fresh, WORDS).withFiles();
        return fresh;
    }

    private Path sealedOnce() throws Exception {
        Path sealed = fresh();
        new SealedOnDisk(sealed, WORDS).seal("one", 1);
        return sealed;
    }

    private static void requireNothingHalf(SealedOnDisk study) throws IOException {
        assertThat(study.names()).noneMatch(name -> name.matches(".*(\\.partial|\\.new|\\.tmp|proof-).*"));
    }

    /** A single failure is cleared up at once. */
    private static void requireNothingMade(Fault fault, SealedOnDisk study) throws IOException {
        if (fault == Fault.ONCE) {
            assertThat(study.names()).isSubsetOf("", "doc.txt", "lb.bin", "stores");
        }
    }

    @ParameterizedTest
    @EnumSource
    void seal_first_isThereWholeOrNotAtAll(Fault fault) throws Exception {
        atEveryStep(fault, fresh(), study -> study.seal("one", 1), (study, place, acknowledged) -> {
            boolean there = Files.exists(place.resolve("one"));
            assertThat(there || !acknowledged).isTrue();
            if (!there) {
                requireNothingMade(fault, study);
                study.seal("one", 2);
                requireNothingHalf(study);
                try (var stores = Files.list(place.resolve("stores"))) {
                    assertThat(stores).hasSize(1);
                }
            }
            study.requireWhole("one");
        });
    }

    @ParameterizedTest
    @EnumSource
    void seal_second_leavesTheFirstAloneAndIsThereWholeOrNotAtAll(Fault fault) throws Exception {
        atEveryStep(fault, sealedOnce(), study -> study.seal("two", 1), (study, place, acknowledged) -> {
            study.requireWhole("one");
            boolean there = Files.exists(place.resolve("two"));
            assertThat(there || !acknowledged).isTrue();
            if (!there && fault == Fault.ONCE) {
                requireNothingHalf(study);
            }
            if (!there) {
                study.seal("two", 2);
                requireNothingHalf(study);
            }
            study.requireWhole("two");
        });
    }

    @ParameterizedTest
    @EnumSource
    void prove_package_isThereWholeOrNotAtAll(Fault fault) throws Exception {
        atEveryStep(fault, sealedOnce(), study -> study.prove("one", "p.trialseal"), (study, place, acknowledged) -> {
            Path made = place.resolve("out").resolve("p.trialseal");
            assertThat(Files.exists(made) || !acknowledged).isTrue();
            if (Files.exists(made)) {
                SealedOnDisk.requireVerified(made);
            }
            SealedOnDisk.requireVerified(study.prove("one", "p.trialseal"));
            requireNothingHalf(study);
        });
    }

    @ParameterizedTest
    @EnumSource
    void anchors_replaced_areTheOldOrTheNewOnes(Fault fault) throws Exception {
        Path before = sealedOnce();
        anchor(before, "old");
        atEveryStep(fault, before, study -> anchor(study.root(), "new"), (study, place, acknowledged) -> {
            EvidenceFolder seal = EvidenceFolder.open(place.resolve("one"));
            List<byte[]> allowed = acknowledged ? List.of(bytes("new")) : List.of(bytes("old"), bytes("new"));
            assertThat(allowed)
                    .anySatisfy(
                            now -> assertThat(seal.timestamp(9).orElseThrow().toArray())
                                    .isEqualTo(now));
            assertThat(allowed)
                    .anySatisfy(now ->
                            assertThat(seal.headers(9).orElseThrow().toArray()).isEqualTo(now));
            anchor(place, "last");
            requireNothingHalf(study);
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static void anchor(Path study, String content) throws Exception {
        EvidenceFolder seal = EvidenceFolder.open(study.resolve("one"));
        try (AnchorFiles.Writing writing = new AnchorFiles(seal).begin()) {
            writing.timestamp(bytes(content));
            writing.headers(bytes(content));
        }
    }

    @ParameterizedTest
    @EnumSource
    void changePassphrase_ofTheStore_leavesTheOldOrTheNewOne(Fault fault) throws Exception {
        Path before = sealedOnce();
        atEveryStep(
                fault,
                before,
                study -> StudyStore.changePassphrase(
                        study.storeFolder(EvidenceFolder.open(study.root().resolve("one"))),
                        WORDS,
                        OTHERS,
                        new SeededRandom(3)),
                (study, place, acknowledged) -> {
                    EvidenceFolder seal = EvidenceFolder.open(place.resolve("one"));
                    Passphrase valid = opens(study, seal, OTHERS) ? OTHERS : WORDS;
                    assertThat(valid == OTHERS || !acknowledged).isTrue();
                    StudyStore.changePassphrase(study.storeFolder(seal), valid, WORDS, new SeededRandom(4));
                    study.requireWhole("one");
                    requireNothingHalf(study);
                });
    }

    private static boolean opens(SealedOnDisk study, EvidenceFolder seal, Passphrase words) throws Exception {
        try (StudyStore store = study.store(seal, words)) {
            return store.studySecret().isPresent();
        } catch (org.trialseal.core.evidence.WrongPassphraseException e) {
            return false;
        }
    }
}
