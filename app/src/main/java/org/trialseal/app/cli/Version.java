package org.trialseal.app.cli;

import org.trialseal.app.work.Program;
import picocli.CommandLine.IVersionProvider;

/** The program's version, which the build writes into the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {Program.line()};
    }
}
