package org.trialseal.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs commands in a folder: words that begin with {@code @} are names of files in it. */
final class Commands {
    private final Path folder;
    private String said = "";

    Commands(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("passphrase"), "a passphrase\n");
        Files.writeString(
                folder.resolve("config"),
                "folder.data = " + folder.resolve("home").toString().replace('\\', '/') + "\n");
    }

    /** Runs a command and returns its exit code. */
    int run(String command, String... words) {
        List<String> arguments = new ArrayList<>(List.of(command, "--config", at("config")));
        if (List.of("seal", "prove", "compare").contains(command)) {
            arguments.addAll(List.of("--passphrase-file", at("passphrase")));
        }
        for (String word : words) {
            arguments.add(word.startsWith("@") ? at(word.substring(1)) : word);
        }
        StringWriter text = new StringWriter();
        int exitCode = TrialSealCommand.run(new PrintWriter(text), arguments.toArray(String[]::new));
        said = text.toString();
        return exitCode;
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    /** What the last command said. */
    String said() {
        return said;
    }
}
