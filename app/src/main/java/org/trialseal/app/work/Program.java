package org.trialseal.app.work;

import org.jspecify.annotations.Nullable;

/** This program's name and version, which the build writes into the jar's manifest. */
public final class Program {
    private Program() {}

    /** One line: the program's name and version. */
    public static String line() {
        @Nullable String version = Program.class.getPackage().getImplementationVersion();
        return "TrialSeal " + (version == null ? "(not packaged)" : version);
    }
}
