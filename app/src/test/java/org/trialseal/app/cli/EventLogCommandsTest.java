package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.sample.SampleTrial;

/** The consent log of the sample trial through the commands. */
class EventLogCommandsTest {
    @TempDir
    private Path folder;

    private Path consent;
    private List<String> lines;
    private String output = "";

    @BeforeEach
    void prepare() throws Exception {
        SampleTrial.writeTo(folder.resolve("data"));
        consent = folder.resolve("consent.csv");
        lines = Files.readAllLines(folder.resolve("data/consent.csv"));
        Files.writeString(folder.resolve("pass"), "for this test\n");
        Files.writeString(
                folder.resolve("cfg"),
                "folder.data = " + folder.resolve("home").toString().replace("\\", "\\\\") + "\n");
    }

    private int run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command[0], "--config", place("cfg")));
        if (!command[0].equals("verify") && !command[0].equals("plan")) {
            arguments.addAll(List.of("--passphrase-file", place("pass")));
        }
        arguments.addAll(List.of(command).subList(1, command.length));
        StringWriter text = new StringWriter();
        int exitCode = TrialSealCommand.run(new PrintWriter(text), arguments.toArray(String[]::new));
        output = text.toString();
        return exitCode;
    }

    private String place(String name) {
        return folder.resolve(name).toString();
    }

    /** Writes the head and so many records. */
    private void export(int records) throws Exception {
        Files.write(consent, lines.subList(0, 1 + records));
    }

    private int sealFirst() {
        return run(
                "seal",
                "--out",
                place("seal-1"),
                "--study",
                "TS",
                "--network",
                "practice",
                "--no-anchor",
                "--log",
                "consent",
                consent.toString());
    }

    private int sealAgain(String... kind) {
        List<String> command = new ArrayList<>(List.of(
                "seal", "--out", place("seal-2"), "--study", "TS", "--previous", place("seal-1"), "--no-anchor"));
        command.addAll(List.of(kind));
        command.add(consent.toString());
        return run(command.toArray(String[]::new));
    }

    @Test
    void seal_logTwice_isProvenToHaveOnlyGrown() throws Exception {
        export(20);
        assertThat(sealFirst()).as(output).isEqualTo(ExitCode.PASSED);
        assertThat(output).contains("Sealed 1 event log with 20 records");
        export(35);
        assertThat(sealAgain("--log", "consent")).as(output).isEqualTo(ExitCode.PASSED);

        assertThat(run("prove", place("seal-2"), "--out", place("p.trialseal"), "--all", "--data", consent.toString()))
                .as(output)
                .isEqualTo(ExitCode.PASSED);
        run("verify", "--practice", place("p.trialseal"));
        assertThat(output)
                .contains(
                        "passed        append:consent", "20 records in the first, 35 now", "consent: 35 of 35 records");
    }

    @Test
    void compare_logThatGrew_failsAndSaysThatItOnlyAppended() throws Exception {
        export(20);
        sealFirst();
        export(23);

        assertThat(run("compare", place("seal-1"), consent.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(output).contains("3 added", "It only appended: all 20 sealed records");
    }

    @Test
    void seal_logThatWasRewritten_isRefused() throws Exception {
        export(20);
        sealFirst();
        lines.set(8, lines.get(8).replace("SIGNED", "REFUSED"));
        export(35);

        assertThat(sealAgain("--log", "consent")).isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("seal-2")).doesNotExist();
    }

    @Test
    void seal_planWithNewestFirst_isFollowed() throws Exception {
        export(20);
        sealFirst();
        List<String> reversed = new ArrayList<>(lines.subList(1, 31));
        Collections.reverse(reversed);
        reversed.add(0, lines.get(0));
        Files.write(consent, reversed);

        assertThat(run("plan", "--json", "--newest-first", "consent", consent.toString()))
                .isEqualTo(ExitCode.PASSED);
        assertThat(output).contains("\"kind\" : \"log\"", "\"order\" : \"newest-first\"");
        Files.writeString(folder.resolve("plan.json"), output);
        assertThat(sealAgain("--plan", place("plan.json"))).as(output).isEqualTo(ExitCode.PASSED);
        assertThat(output).contains("1 event log with 30 records");
    }

    @Test
    void prove_retainedLog_needsNoFile() throws Exception {
        export(20);
        sealFirst();
        export(25);
        assertThat(sealAgain("--retain", "--log", "consent")).as(output).isEqualTo(ExitCode.PASSED);

        assertThat(run("prove", place("seal-2"), "--out", place("p.trialseal"), "--all"))
                .as(output)
                .isEqualTo(ExitCode.PASSED);
        run("verify", "--practice", place("p.trialseal"));
        assertThat(output).contains("passed        data:consent", "passed        append:consent");
    }

    @Test
    void seal_formerLogAsDataset_warns() throws Exception {
        export(20);
        sealFirst();

        assertThat(sealAgain()).isEqualTo(ExitCode.PASSED);
        assertThat(output).contains("consent is an event log in the seal before", "--log consent");
    }

    @Test
    void seal_nameThatNoTableHas_isAUsageError() throws Exception {
        export(5);

        assertThat(run(
                        "seal",
                        "--out",
                        place("seal-1"),
                        "--study",
                        "TS",
                        "--no-anchor",
                        "--log",
                        "consents",
                        consent.toString()))
                .isEqualTo(ExitCode.USAGE);
    }
}
