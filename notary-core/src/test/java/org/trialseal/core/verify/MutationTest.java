package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.testing.Seeded;

/** Mutants of packages, 10,000 of them or, with the profile {@code long}, a million, within 256 MB of heap. */
class MutationTest {
    private static final long MUTANTS = Long.getLong("trialseal.mutants", 10_000);

    @TempDir
    private Path folder;

    @Test
    void verify_mutants_areNeverPassedAndEndWithATypedErrorInTime() throws Exception {
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MutationRun.class.getName(),
                        Long.toString(Seeded.seed("MutationTest")),
                        "0",
                        Long.toString(MUTANTS)))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(30 + MUTANTS / 500, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0).as(read(log)).isTrue();
    }

    private static String read(Path log) throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }
}
