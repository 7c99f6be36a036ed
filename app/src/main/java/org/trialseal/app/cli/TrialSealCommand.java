package org.trialseal.app.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.function.Supplier;
import org.trialseal.app.work.Program;
import org.trialseal.core.bitcoin.Checkpoints;
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
            HeadersCommand.class,
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
    private final Surroundings surroundings;

    private TrialSealCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * What the program takes as given.
     *
     * @param bitcoin the main chain, as the program knows it
     * @param clock this computer's clock, whose times are claims
     */
    record Surroundings(Supplier<Checkpoints> bitcoin, Clock clock) {
        static final Surroundings REAL = new Surroundings(Checkpoints::shipped, Clock.systemUTC());
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /**
     * Runs one command line.
     *
     * @param args the arguments after the program's name
     * @return the process's exit code
     */
    public static int run(String... args) {
        if (args.length == 1 && args[0].equals("--version")) {
            // Scripts ask this often: not worth loading the command line parser.
            System.out.println(Program.line());
            return 0;
        }
        return commandLine(Surroundings.REAL).execute(args);
    }

    /** Runs one command line whose words, of both kinds, go to {@code out}. */
    static int run(PrintWriter out, String... args) {
        return run(out, out, args);
    }

    /** Runs one command line with an output of its own for results and for what is said besides. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return commandLine(Surroundings.REAL).setOut(out).setErr(err).execute(args);
    }

    /** The same in other surroundings. */
    static int run(Surroundings surroundings, PrintWriter out, String... args) {
        return commandLine(surroundings).setOut(out).setErr(out).execute(args);
    }

    private static CommandLine commandLine(Surroundings surroundings) {
        Failures failures = new Failures();
        return new CommandLine(new TrialSealCommand(surroundings))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }
}
