package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two programs on one folder: the second one is told, and succeeds once the first one has ended. */
@Timeout(120)
class TwoProgramsTest {
    private static final int ROWS = 400_000;

    @TempDir
    private Path folder;

    private int seal(Program program, String out, String previous, String file) {
        return program.run(
                "seal",
                "--out",
                "@" + out,
                "--study",
                "S",
                "--previous",
                "@" + previous,
                "--no-anchor",
                "--passphrase-file",
                "@passphrase",
                "@" + file);
    }

    @Test
    void sealAndProve_whileAnotherProgramSeals_areToldAndSucceedLater() throws Exception {
        Program program = new Program(folder);
        Files.writeString(folder.resolve("dm.csv"), "USUBJID,SEX\nS-1,F\nS-2,M\n");
        Files.writeString(folder.resolve("lb.csv"), "USUBJID,VALUE\n" + "S-1,1\nS-2,2\n".repeat(ROWS / 2));
        String[] first = {
            "seal", "--out", "@1", "--study", "S", "--no-anchor", "--passphrase-file", "@passphrase", "@dm.csv"
        };
        assertThat(program.run(first)).as(program.said()).isZero();
        Process other = program.start(
                "seal",
                "--out",
                "@2",
                "--study",
                "S",
                "--previous",
                "@1",
                "--no-anchor",
                "--passphrase-file",
                "@passphrase",
                "@lb.csv");
        try {
            awaitLeaves(other, program);
            assertThat(seal(program, "3", "1", "dm.csv")).isEqualTo(ExitCode.IO_ERROR);
            assertThat(program.said())
                    .contains("is being written by another program; wait for it to end, then try again");
            assertThat(prove(program)).isEqualTo(ExitCode.IO_ERROR);
            assertThat(program.said()).contains("is being written by another program");
            assertThat(other.waitFor()).as(program.processSaid()).isZero();
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(prove(program)).as(program.said()).isZero();
        assertThat(seal(program, "3", "2", "dm.csv")).as(program.said()).isZero();
        assertThat(folder.resolve("3/ledger/0002.json")).exists();
    }

    private static int prove(Program program) {
        return program.run(
                "prove", "@1", "--out", "@p", "--all", "--data", "@dm.csv", "--passphrase-file", "@passphrase");
    }

    /** Waits until the other program has begun to write leaves, which is after it opened the store. */
    private void awaitLeaves(Process other, Program program) throws Exception {
        boolean writing = false;
        while (!writing) {
            assertThat(other.isAlive()).as(program.processSaid()).isTrue();
            TimeUnit.MILLISECONDS.sleep(10);
            try (Stream<Path> walk = Files.walk(folder, 4)) {
                writing = walk.anyMatch(path -> path.toString().contains(".2.partial-") && path.endsWith("leaves.bin"));
            } catch (java.io.UncheckedIOException e) {
                writing = false;
            }
        }
    }
}
