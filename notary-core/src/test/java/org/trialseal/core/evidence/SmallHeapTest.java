package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.seal.DatasetEntry;

/** Seals more rows than fit into the memory of a process, interleaved. */
class SmallHeapTest {
    @TempDir
    private Path folder;

    @Test
    void seal_300000InterleavedRows_fitInto48Mebibytes() throws Exception {
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterleavedSealing.class.getName(),
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0).as(read(log)).isTrue();
        DatasetEntry entry = (DatasetEntry)
                EvidenceFolder.open(folder.resolve("seal")).entries().get(1);
        assertThat(entry.shape()).isEqualTo(new DatasetEntry.Shape(true, InterleavedSealing.COLUMNS, 3_000, 300_000));
        assertThat(Files.size(folder.resolve("seal/artifacts/0001/fingerprints.bin")))
                .isGreaterThan(30_000_000);
    }

    private static String read(Path log) throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }
}
