package org.trialseal.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trialseal.app.Main;

/** The program in a folder of its own: as a process that can be killed, or within this one. */
final class Program {
    private final Path folder;
    private String said = "";

    Program(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("passphrase"), "a passphrase\n");
        String home = folder.resolve("home").toString().replace('\\', '/');
        Files.writeString(folder.resolve("config"), "folder.data = " + home + "\n");
    }

    /** Words with an @ in front are names in the folder. */
    private List<String> arguments(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words[0], "--config", at("config")));
        Arrays.stream(words)
                .skip(1)
                .map(word -> word.startsWith("@") ? at(word.substring(1)) : word)
                .forEach(arguments::add);
        return arguments;
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    /** Runs a command here and gives its exit code. */
    int run(String... words) {
        StringWriter text = new StringWriter();
        int exitCode =
                TrialSealCommand.run(new PrintWriter(text), arguments(words).toArray(String[]::new));
        said = text.toString();
        return exitCode;
    }

    /** What the last command that was run here said. */
    String said() {
        return said;
    }

    /** Starts a command as a process, whose words go to a file. */
    Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(arguments(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("process.log").toFile())
                .start();
    }

    /** What the last process said. */
    String processSaid() throws IOException {
        return Files.readString(folder.resolve("process.log"), StandardCharsets.UTF_8);
    }
}
