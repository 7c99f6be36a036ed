package org.trialseal.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs the commands of the demonstration as a user would, shows them with what they say, and checks how they end. */
final class DemoSteps {
    private static final Set<String> WITH_FILES =
            Set.of("seal-1", "seal-2", "subject.trialseal", "field.trialseal", "lb.trialseal", "forged.trialseal");
    private static final Set<String> WITH_PASSPHRASE = Set.of("seal", "prove", "compare");

    private final Output output;
    private final Path folder;
    private String lastOutput = "";
    private int count;
    private int failures;

    DemoSteps(Output output, Path folder) {
        this.output = output;
        this.folder = folder;
    }

    int count() {
        return count;
    }

    int failures() {
        return failures;
    }

    void title(String title) {
        output.say("");
        output.say(title);
    }

    /** Runs a command, shows what it says, and checks its exit code. */
    void run(int expected, List<String> command) {
        int exitCode = execute(command);
        lastOutput.lines().forEach(line -> output.say("    " + line));
        check(exitCode == expected, "ended with " + exitCode + " instead of " + expected);
    }

    /** Runs a command and shows only the first line that it says. */
    void quietly(int expected, List<String> command) {
        int exitCode = execute(command);
        lastOutput.lines().limit(1).forEach(line -> output.say("    " + line));
        check(exitCode == expected, "ended with " + exitCode + " instead of " + expected);
    }

    /** Checks that the last command said these words. */
    void expectInLastOutput(String... words) {
        for (String word : words) {
            check(lastOutput.contains(word), "did not say: " + word);
        }
    }

    private void check(boolean holds, String otherwise) {
        count++;
        if (!holds) {
            failures++;
            output.warn("this step " + otherwise);
        }
    }

    private int execute(List<String> command) {
        output.say("  $ trialseal " + shown(command));
        List<String> arguments = new ArrayList<>();
        arguments.add(command.get(0));
        arguments.addAll(List.of("--config", place("demo.properties")));
        if (WITH_PASSPHRASE.contains(command.get(0))) {
            arguments.addAll(List.of("--passphrase-file", place("passphrase.txt")));
        }
        for (String word : command.subList(1, command.size())) {
            boolean file = WITH_FILES.contains(word) || word.startsWith("data/") || word.startsWith("later/");
            arguments.add(file ? place(word) : word);
        }
        StringWriter text = new StringWriter();
        int exitCode = TrialSealCommand.run(new PrintWriter(text), arguments.toArray(String[]::new));
        lastOutput = text.toString().replace(folder.toString() + java.io.File.separator, "");
        return exitCode;
    }

    private static String shown(List<String> command) {
        List<String> words = new ArrayList<>();
        for (String word : command) {
            words.add(word.matches("[A-Za-z0-9./_,-]+") ? word : "'" + word + "'");
        }
        return String.join(" ", words);
    }

    private String place(String name) {
        return folder.resolve(name).toString();
    }

    /** Copies a file with one bit in its middle changed. */
    void flipBit(String from, String to) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(from));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve(to), bytes);
    }
}
