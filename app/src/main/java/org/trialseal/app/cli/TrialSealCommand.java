package org.trialseal.app.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
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
        description = "Seals clinical-trial data and protocols, and proves offline what was and was not changed.")
public final class TrialSealCommand {
    /** The subcommands in the order of the help. */
    static final List<Subcommand> SUBCOMMANDS = List.of(
            new Subcommand("demo", DemoCommand.class),
            new Subcommand("plan", PlanCommand.class),
            new Subcommand("seal", SealCommand.class),
            new Subcommand("anchor", AnchorCommand.class),
            new Subcommand("headers", HeadersCommand.class),
            new Subcommand("status", StatusCommand.class),
            new Subcommand("prove", ProveCommand.class),
            new Subcommand("verify", VerifyCommand.class),
            new Subcommand("compare", CompareCommand.class),
            new Subcommand("inspect", InspectCommand.class),
            new Subcommand("passphrase", PassphraseCommand.class),
            new Subcommand("config", ConfigCommand.class));

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

    /** A subcommand by the name that its own class gives it. */
    record Subcommand(String name, Class<?> type) {}

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
        return commandLine(Surroundings.REAL, args).execute(args);
    }

    /** Runs one command line whose words, of both kinds, go to {@code out}. */
    static int run(PrintWriter out, String... args) {
        return run(out, out, args);
    }

    /** Runs one command line with an output of its own for results and for what is said besides. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return commandLine(Surroundings.REAL, args).setOut(out).setErr(err).execute(args);
    }

    /** The same in other surroundings. */
    static int run(Surroundings surroundings, PrintWriter out, String... args) {
        return commandLine(surroundings, args).setOut(out).setErr(out).execute(args);
    }

    private static CommandLine commandLine(Surroundings surroundings, String[] args) {
        Failures failures = new Failures();
        CommandLine program = new CommandLine(new TrialSealCommand(surroundings));
        wanted(args).forEach(subcommand -> program.addSubcommand(subcommand.type()));
        return program.setParameterExceptionHandler(failures).setExecutionExceptionHandler(failures);
    }

    /** The one that is named first, since reading the options of all takes a tenth of a second; else all of them. */
    private static List<Subcommand> wanted(String[] args) {
        return SUBCOMMANDS.stream()
                .filter(subcommand -> args.length > 0 && subcommand.name().equals(args[0]))
                .findFirst()
                .map(List::of)
                .orElse(SUBCOMMANDS);
    }
}
