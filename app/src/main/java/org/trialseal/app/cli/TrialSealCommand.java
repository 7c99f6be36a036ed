package org.trialseal.app.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The top command; each thing that TrialSeal does is a subcommand of it. */
@Command(
        name = "trialseal",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            PlanCommand.class,
            SealCommand.class,
            AnchorCommand.class,
            StatusCommand.class,
            ProveCommand.class,
            VerifyCommand.class,
            CompareCommand.class,
            InspectCommand.class,
            PassphraseCommand.class,
            ConfigCommand.class
        },
        description = "Seals clinical-trial data and protocols, and proves offline what was and was not changed.")
public final class TrialSealCommand {

    /**
     * Runs one command line.
     *
     * @param args the arguments after the program's name
     * @return the process's exit code
     */
    public static int run(String... args) {
        if (args.length == 1 && args[0].equals("--version")) {
            // Scripts ask this often: not worth loading the command line parser.
            System.out.println(Version.line());
            return 0;
        }
        return commandLine().execute(args);
    }

    /** Runs one command line whose words, of both kinds, go to {@code out}. */
    static int run(PrintWriter out, String... args) {
        return run(out, out, args);
    }

    /** Runs one command line with an output of its own for results and for what is said besides. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return commandLine().setOut(out).setErr(err).execute(args);
    }

    private static CommandLine commandLine() {
        Failures failures = new Failures();
        return new CommandLine(new TrialSealCommand())
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }
}
