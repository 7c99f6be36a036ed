package org.trialseal.app.cli;

import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.Places;
import org.trialseal.importers.Formats;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One command: gets its workspace, does its work, gives the exit code. */
abstract class Action implements Callable<Integer> {
    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Override
    public final Integer call() throws Exception {
        Output output =
                new Output(spec.commandLine().getOut(), spec.commandLine().getErr(), options);
        TrialSealCommand.Surroundings surroundings =
                ((TrialSealCommand) spec.root().userObject()).surroundings();
        try {
            return run(new Workspace(
                    options,
                    Configuration.load(options.config(), options.store(), Places.ofThisProcess()),
                    output,
                    Formats.installed(),
                    new SecureRandom(),
                    surroundings.clock(),
                    surroundings.bitcoin()));
        } finally {
            output.flush();
        }
    }

    /** Does the work. */
    abstract int run(Workspace workspace) throws Exception;
}
