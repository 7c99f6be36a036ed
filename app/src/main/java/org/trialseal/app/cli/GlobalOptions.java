package org.trialseal.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class GlobalOptions {
    @Option(names = "--json", description = "Print one JSON document on standard output and nothing else.")
    private boolean json;

    @Option(names = "--quiet", description = "Say nothing but the result.")
    private boolean quiet;

    @Option(names = "--verbose", description = "Say more.")
    private boolean verbose;

    @Option(names = "--config", paramLabel = "FILE", description = "Read settings from this file.")
    private @Nullable Path config;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Folder of the study stores (subject secrets). Default: in the data folder.")
    private @Nullable Path store;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Read the passphrase from the first line of this file.")
    private @Nullable Path passphraseFile;

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    Optional<Path> config() {
        return Optional.ofNullable(config);
    }

    Optional<Path> store() {
        return Optional.ofNullable(store);
    }

    Optional<Path> passphraseFile() {
        return Optional.ofNullable(passphraseFile);
    }
}
