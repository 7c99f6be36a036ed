package org.trialseal.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The program's version, which the build writes into the jar's manifest. */
final class Version implements IVersionProvider {
    /** One line: the program's name and version. */
    static String line() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return "TrialSeal " + (version == null ? "(not packaged)" : version);
    }

    @Override
    public String[] getVersion() {
        return new String[] {line()};
    }
}
