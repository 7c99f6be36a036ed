package org.trialseal.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The top command; each thing that TrialSeal does is a subcommand of it. */
@Command(
        name = "trialseal",
        mixinStandardHelpOptions = true,
        description = "Seals clinical-trial data and protocols, and proves offline what was and was not changed.")
public final class TrialSealCommand {

    /**
     * Runs one command line.
     *
     * @param args the arguments after the program's name
     * @return the process's exit code
     */
    public static int run(String... args) {
        return new CommandLine(new TrialSealCommand()).execute(args);
    }
}
