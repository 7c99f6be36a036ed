package org.trialseal.app.cli;

import java.io.Console;
import java.util.Optional;

/** The terminal that the program was started from, when input and output are not redirected. */
final class Terminal {
    private Terminal() {}

    /** Whether a person sits at a terminal. */
    static boolean isThere() {
        return console().isPresent();
    }

    /** The terminal. Since Java 22 the platform gives a console for redirected streams too, which does not count. */
    @SuppressWarnings("SystemConsoleNull")
    static Optional<Console> console() {
        Console console = System.console();
        return console != null && isTerminal(console) ? Optional.of(console) : Optional.empty();
    }

    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
