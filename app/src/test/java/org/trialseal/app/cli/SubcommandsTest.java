package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** Commands are read one at a time when they are named, and all together for the help. */
class SubcommandsTest {
    @Test
    void subcommands_namesInTheList_areThoseOfTheirClasses() {
        for (TrialSealCommand.Subcommand subcommand : TrialSealCommand.SUBCOMMANDS) {
            assertThat(subcommand.type().getAnnotation(Command.class).name()).isEqualTo(subcommand.name());
        }
    }

    @Test
    void help_ofTheProgram_namesEveryCommand() {
        StringWriter text = new StringWriter();
        assertThat(TrialSealCommand.run(new PrintWriter(text), "--help")).isZero();
        assertThat(text.toString().lines().map(String::strip).map(line -> line.split(" ")[0]))
                .containsSubsequence(TrialSealCommand.SUBCOMMANDS.stream()
                        .map(TrialSealCommand.Subcommand::name)
                        .toList());
    }

    @Test
    void aMisspeltCommand_isAMistakeOfUsage() {
        StringWriter text = new StringWriter();
        assertThat(TrialSealCommand.run(new PrintWriter(text), "verfy")).isEqualTo(ExitCode.USAGE);
        assertThat(text.toString()).contains("'verfy'");
    }
}
