package org.trialseal.app.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.trialseal.core.evidence.Passphrase;

/** Gets a passphrase from a file or from the terminal. */
final class PassphraseInput {
    private static final int MAX_BYTES = 4_096;

    private PassphraseInput() {}

    /** The passphrase for what exists already. */
    static Passphrase existing(GlobalOptions options) throws IOException, CommandFailure {
        return read(options.passphraseFile(), "Passphrase: ", "--passphrase-file", false);
    }

    /** The passphrase for something new; on a terminal it is asked for twice. */
    static Passphrase fresh(Optional<Path> file, String option) throws IOException, CommandFailure {
        return read(file, "New passphrase: ", option, true);
    }

    private static Passphrase read(Optional<Path> file, String prompt, String option, boolean twice)
            throws IOException, CommandFailure {
        if (file.isPresent()) {
            return fromFile(file.get());
        }
        Optional<Console> console = Terminal.console();
        if (console.isEmpty()) {
            throw CommandFailure.usage("a passphrase is needed: give " + option + " FILE, or run in a terminal");
        }
        char[] typed = ask(console.get(), prompt);
        if (twice && !Arrays.equals(typed, ask(console.get(), "The same again: "))) {
            throw CommandFailure.usage("the two passphrases differ; nothing was done");
        }
        return passphrase(typed);
    }

    private static char[] ask(Console console, String prompt) throws CommandFailure {
        char[] typed = console.readPassword("%s", prompt);
        if (typed == null) {
            throw CommandFailure.usage("no passphrase was given");
        }
        return typed;
    }

    private static Passphrase passphrase(char[] typed) throws CommandFailure {
        byte[] utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(typed)).array();
        int end = utf8.length;
        while (end > 0 && utf8[end - 1] == 0) {
            end--;
        }
        Arrays.fill(typed, '\0');
        return of(Arrays.copyOf(utf8, end));
    }

    private static Passphrase fromFile(Path file) throws IOException, CommandFailure {
        byte[] content;
        try (var in = Files.newInputStream(file)) {
            content = in.readNBytes(MAX_BYTES + 1);
        }
        int end = 0;
        while (end < content.length && content[end] != '\n' && content[end] != '\r') {
            end++;
        }
        if (end > MAX_BYTES) {
            throw CommandFailure.usage("the first line of " + file + " is longer than " + MAX_BYTES + " bytes");
        }
        return of(Arrays.copyOf(content, end));
    }

    private static Passphrase of(byte[] utf8) throws CommandFailure {
        if (utf8.length == 0) {
            throw CommandFailure.usage("the passphrase is empty; nothing was done");
        }
        return Passphrase.of(utf8);
    }
}
