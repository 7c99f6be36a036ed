package org.trialseal.app;

import org.trialseal.app.cli.TrialSealCommand;

/** Starts the program. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the command line, as given
     */
    public static void main(String[] args) {
        System.exit(TrialSealCommand.run(args));
    }
}
