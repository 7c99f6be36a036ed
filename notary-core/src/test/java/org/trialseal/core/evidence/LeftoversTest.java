package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.testing.TestStudy;

/** Folders in the making, and the locks that keep two writers apart. */
class LeftoversTest {
    @TempDir
    private Path folder;

    /** What a killed program leaves: a folder and a lock file that nobody holds. */
    private Path leftover(String name) throws IOException {
        Path partial = Files.createDirectories(folder.resolve(name).resolve("artifacts/0001"))
                .getParent()
                .getParent();
        Files.writeString(partial.resolve("artifacts/0001/leaves.bin"), "half");
        Files.createFile(folder.resolve(name + ".lock"));
        return partial;
    }

    private Sealing.Result seal() throws Exception {
        TestStudy study = new TestStudy(folder).document("doc.pdf", TestStudy.content(10));
        return study.seal(study.request("seal"));
    }

    @Test
    void seal_leftoversOfAnInterruptedSeal_areRemovedAndSaid() throws Exception {
        leftover(".seal.partial-123");
        Path ofAnother = leftover(".other.partial-123");
        assertThat(seal().removed()).containsExactly(".seal.partial-123");
        assertThat(folder.resolve(".seal.partial-123")).doesNotExist();
        assertThat(folder.resolve(".seal.partial-123.lock")).doesNotExist();
        assertThat(ofAnother).exists();
    }

    @Test
    void seal_leftoversOfARunningSeal_areLeftAlone() throws Exception {
        try (PartialFolder running = PartialFolder.create(folder.resolve("seal"))) {
            Files.writeString(running.path().resolve("half"), "half");
            assertThat(seal().removed()).isEmpty();
            assertThat(running.path().resolve("half")).exists();
        }
        assertThat(folder.resolve("seal/seal.json")).exists();
        assertThat(hidden()).isEmpty();
    }

    @Test
    void seal_loneLockFile_isRemovedInSilence() throws Exception {
        Files.createFile(folder.resolve(".seal.partial-9.lock"));
        assertThat(seal().removed()).isEmpty();
        assertThat(hidden()).isEmpty();
    }

    private List<Path> hidden() throws IOException {
        try (var list = Files.list(folder)) {
            return list.filter(path -> path.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    @Test
    void finish_folder_hasItsNameAndItsLockUntilClosed() throws Exception {
        Path target = folder.resolve("target");
        try (PartialFolder partial = PartialFolder.create(target)) {
            Files.writeString(partial.path().resolve("a"), "a");
            partial.sync();
            assertThat(target).doesNotExist();
            partial.finish();
            assertThat(target.resolve("a")).hasContent("a");
            assertThat(PartialFolder.removeLeftovers(target, leftover -> {})).isEmpty();
            assertThat(hidden()).hasSize(1);
        }
        assertThat(hidden()).isEmpty();
        assertThat(TestStudy.filesIn(folder)).containsExactly(target.resolve("a"));
    }

    @Test
    void finish_targetCameToBeMeanwhile_failsAndLeavesIt() throws Exception {
        Path target = folder.resolve("target");
        try (PartialFolder partial = PartialFolder.create(target)) {
            Files.createDirectory(target);
            Files.writeString(target.resolve("theirs"), "x");
            assertThatThrownBy(partial::finish).isInstanceOf(IOException.class);
        }
        assertThat(TestStudy.filesIn(folder)).containsExactly(target.resolve("theirs"));
    }

    @Test
    void acquire_secondWriter_isTold() throws Exception {
        try (FolderLock first = FolderLock.acquire(folder)) {
            assertThat(FolderLock.tryAcquire(folder)).isEmpty();
            assertThatThrownBy(() -> FolderLock.acquire(folder))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessageContaining("is being written by another program; wait for it to end");
        }
        FolderLock.acquire(folder).close();
    }

    @Test
    void open_storeInUse_isTold() throws Exception {
        TestStudy study = new TestStudy(folder).document("doc.pdf", TestStudy.content(10));
        EvidenceFolder seal = study.seal("seal");
        try (StudyStore store = study.store(seal)) {
            assertThat(store.studySecret()).isPresent();
            assertThatThrownBy(() -> study.store(seal)).isInstanceOf(FolderInUseException.class);
            assertThatThrownBy(() -> study.seal(study.requestAfter("second", folder.resolve("seal"))))
                    .isInstanceOf(FolderInUseException.class);
        }
        assertThat(folder.resolve("second")).doesNotExist();
        study.seal(study.requestAfter("second", folder.resolve("seal")));
    }

    @Test
    void begin_anchorsInUse_isTold() throws Exception {
        AnchorFiles anchors = new AnchorFiles(seal().folder());
        try (AnchorFiles.Writing writing = anchors.begin()) {
            writing.timestamp(new byte[] {1});
            assertThatThrownBy(anchors::begin).isInstanceOf(FolderInUseException.class);
        }
        try (AnchorFiles.Writing writing = anchors.begin()) {
            writing.timestamp(new byte[] {2});
            writing.headers(new byte[] {3});
        }
        EvidenceFolder seal = EvidenceFolder.open(folder.resolve("seal"));
        assertThat(seal.timestamp(10).orElseThrow().hex()).isEqualTo("02");
        assertThat(seal.headers(10).orElseThrow().hex()).isEqualTo("03");
        assertThatThrownBy(() -> seal.timestamp(0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("larger than 0");
    }
}
