package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.app.work.Safe;

/** Names, titles and values from outside that would turn, hide or forge what a person reads on the terminal. */
class LookAlikesTest {
    private static final String TURNED = "lb\u202efdp.csv";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String said = "";

    @BeforeEach
    void writeInputs() throws IOException {
        Files.writeString(folder.resolve("passphrase"), "a passphrase\n");
        String home = folder.resolve("home").toString().replace('\\', '/');
        Files.writeString(folder.resolve("config"), "folder.data = " + home + "\n");
        Files.writeString(folder.resolve(TURNED), "USUBJID,\"A\u2067\nverdict: passed\"\nS-01,1\nS-02,2\n");
        Files.writeString(
                Files.createDirectories(folder.resolve("later")).resolve(TURNED),
                "USUBJID,\"A\u2067\nverdict: passed\"\nS-01,\"x\nverdict: passed\u001b[2J\"\nS-02,2\n");
    }

    private int run(String... words) {
        List<String> arguments = new ArrayList<>();
        for (String word : words) {
            arguments.add(
                    word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word);
        }
        arguments.addAll(1, List.of("--config", folder.resolve("config").toString()));
        StringWriter text = new StringWriter();
        int exitCode = TrialSealCommand.run(new PrintWriter(text), arguments.toArray(String[]::new));
        said = text.toString();
        assertHarmless();
        return exitCode;
    }

    private void assertHarmless() {
        assertThat(said).doesNotContainPattern("[\\u0000-\\u0009\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]");
        assertThat(said).doesNotContainPattern("[\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]");
        assertThat(said.lines()).noneMatch(line -> line.startsWith("verdict"));
    }

    @Test
    void everyCommand_turnedNamesAndForgedLines_areEscaped() {
        int sealed = run(
                "seal",
                "--out",
                "@seal",
                "--study",
                "TS",
                "--title",
                "lock \u202eLANIF",
                "--retain",
                "--network",
                "practice",
                "--no-anchor",
                "--passphrase-file",
                "@passphrase",
                "@" + TURNED);
        assertThat(sealed).as(said).isZero();
        assertThat(run("plan", "@" + TURNED)).isZero();
        assertThat(said).contains("lb\\u202efdp.csv");
        assertThat(run("status", "@seal")).isZero();
        assertThat(run("prove", "@seal", "--out", "@p", "--all", "--passphrase-file", "@passphrase"))
                .as(said)
                .isZero();
        assertThat(run("verify", "@p", "--practice")).isEqualTo(ExitCode.INDETERMINATE);
        assertThat(run("inspect", "@p")).isZero();
        assertThat(run("inspect", "@seal/seal.json")).isZero();
        assertThat(run("compare", "@seal", "@later/" + TURNED, "--passphrase-file", "@passphrase"))
                .as(said)
                .isEqualTo(ExitCode.FAILED);
        assertThat(said).contains("\\u2067\\u000averdict: passed").contains("\\u001b[2J");
    }

    @Test
    void everyFailure_turnedNames_areEscaped() {
        assertThat(run("inspect", "@" + TURNED.replace("lb", "none"))).isEqualTo(ExitCode.NO_INPUT);
        assertThat(said).contains("none\\u202efdp");
        assertThat(run("seal", "--\u202enwonknu\nverdict: passed")).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\tb", "a\u202eb", "a\u2066b", "a\u200fb", "a\u0085b", "a\ufeffb"})
    void text_harmfulCharacter_isShownAsItsNumber(String text) {
        assertThat(Safe.text(text)).isEqualTo(String.format(java.util.Locale.ROOT, "a\\u%04xb", (int) text.charAt(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "Größe", "\u05d0\u05d1", "\ud83d\ude00"})
    void text_harmlessText_staysAsItIs(String text) {
        assertThat(Safe.text(text)).isEqualTo(text);
    }
}
