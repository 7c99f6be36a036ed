package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.MemoryImporter;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;

/** A file system of 16 MB that fills up while sealing; only where the test may mount one (root on Linux). */
class DiskFullTest {
    private static final int ROWS = 100_000;

    @TempDir
    private Path folder;

    private Path disk;
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk.toString());
        Assumptions.assumeTrue(mounted, "skipped: cannot mount a small tmpfs here (root on Linux can)");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(run("umount", disk.toString())).isTrue();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** About 9 MB of evidence. */
    private TestStudy study(Path stores) throws IOException {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(List.of(Cell.text("S-" + i / 100), Cell.text("v")));
        }
        TestTable table = TestTable.grouped("LB", List.of("ID", "ALT"), rows);
        return new TestStudy(stores).imported("lb.bin", new MemoryImporter(1000, table));
    }

    private void fill(int bytes) throws IOException {
        Files.write(disk.resolve("filler"), new byte[bytes]);
    }

    @Test
    void seal_diskFillsUp_failsWithNothingHalfWrittenAndSucceedsOnceThereIsRoom() throws Exception {
        TestStudy study = study(folder);
        SealRequest request = Requests.to(study.request("seal"), disk.resolve("seal"), disk.resolve("stores"));
        fill(12 << 20);
        assertThat(catchThrowable(() -> study.seal(request)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
        assertThat(TestStudy.filesIn(disk)).containsExactly(disk.resolve("filler"));
        assertThat(request.out()).doesNotExist();
        Files.delete(disk.resolve("filler"));
        Sealing.Result result = study.seal(request);
        assertThat(result.folder().entries()).hasSize(2);
        assertThat(result.removed()).isEmpty();
    }

    @Test
    void seal_diskOfTheStoreIsFull_failsWithNothingHalfWritten() throws Exception {
        TestStudy study = study(folder);
        SealRequest request = Requests.to(study.request("seal"), folder.resolve("seal"), disk.resolve("stores"));
        fill((16 << 20) - 3 * 4096);
        assertThat(catchThrowable(() -> study.seal(request)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
        assertThat(TestStudy.filesIn(disk)).containsExactly(disk.resolve("filler"));
        assertThat(request.out()).doesNotExist();
        Files.delete(disk.resolve("filler"));
        assertThat(study.seal(request).folder().entries()).hasSize(2);
    }
}
