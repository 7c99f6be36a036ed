package org.trialseal.app;

import org.trialseal.app.cli.TrialSealCommand;
import org.trialseal.app.ui.DesktopProgram;

/** Starts the program. */
public final class Main {
    private static final long CLEANING_MILLIS = 5_000;

    private Main() {}

    /**
     * Opens the desktop, or runs one command and ends the process with its exit code.
     *
     * @param args the command line, as given; empty for the desktop
     */
    public static void main(String[] args) {
        if (args.length == 0 && DesktopProgram.hasScreen()) {
            DesktopProgram.run();
            return;
        }
        Thread worker = Thread.currentThread();
        Thread stopping = new Thread(() -> stop(worker), "trialseal-stop");
        Runtime.getRuntime().addShutdownHook(stopping);
        int exitCode = TrialSealCommand.run(args);
        if (unhook(stopping)) {
            System.exit(exitCode);
        }
    }

    /** On Ctrl-C, lets the command remove what it has half written before the process ends. */
    private static void stop(Thread worker) {
        worker.interrupt();
        try {
            worker.join(CLEANING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the process is not being stopped already. */
    private static boolean unhook(Thread stopping) {
        try {
            return Runtime.getRuntime().removeShutdownHook(stopping);
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
