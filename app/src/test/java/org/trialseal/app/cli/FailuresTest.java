package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is said of failures that the system reports in its own words. */
class FailuresTest {
    @Command
    private static final class Failing {}

    private static String said(Exception failure) {
        CommandLine command = new CommandLine(new Failing());
        StringWriter text = new StringWriter();
        command.setErr(new PrintWriter(text));
        assertThat(new Failures().handleExecutionException(failure, command, command.parseArgs()))
                .isEqualTo(ExitCode.IO_ERROR);
        return text.toString();
    }

    @Test
    void handle_diskOrQuotaFull_saysWhatToDo() {
        for (String reason : new String[] {"No space left on device", "Disk quota exceeded"}) {
            assertThat(said(new IOException(reason))).contains(reason + "; free some space and try again");
            assertThat(said(new FileSystemException("/seal", null, reason)))
                    .contains("/seal: " + reason + "; free some space and try again");
        }
    }

    @Test
    void handle_fileLargerThanTheDiskAllows_saysThatItIsNotTheInput() {
        assertThat(said(new IOException("File too large")))
                .contains("a file would become larger than the disk or this account allows; use another disk");
    }
}
