package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command line as scripts see it: exit codes, messages, and that nothing half written stays. */
class CommandLineTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String said = "";

    @BeforeEach
    void writeInputs() throws IOException {
        Files.writeString(folder.resolve("passphrase"), "a passphrase\n");
        Files.writeString(folder.resolve("other"), "another passphrase\n");
        Files.writeString(folder.resolve("config"), "folder.data = " + slashed(folder.resolve("home")) + "\n");
        Files.writeString(folder.resolve("dm.csv"), "USUBJID,SEX,AGE\nS-01,F,33\nS-02,M,44\nS-03,F,55\n");
        Files.writeString(folder.resolve("ragged.csv"), "USUBJID,SEX\nS-01,F\nS-02\n");
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private int run(String command, String... words) {
        List<String> arguments = new ArrayList<>(List.of(command, "--config", at("config")));
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

    private int seal(String out, String... words) {
        List<String> all =
                new ArrayList<>(List.of("--out", "@" + out, "--study", "S", "--passphrase-file", "@passphrase"));
        all.addAll(List.of(words));
        return run("seal", all.toArray(String[]::new));
    }

    @Test
    void demo_everyStep_endsAsItShould() {
        assertThat(run("demo", "--out", "@demo")).as(said).isZero();
        assertThat(said).contains("steps ended as they should").contains("\"81\" -> \"41\"");
    }

    @Test
    void seal_aFileThatDoesNotParse_is65AndLeavesNothing() throws IOException {
        assertThat(seal("seal", "--no-anchor", "@ragged.csv")).isEqualTo(ExitCode.MALFORMED_INPUT);
        assertThat(said).contains("ragged.csv").contains("line 3").contains("1 field where the header has 2");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.contains("seal"));
        }
    }

    @Test
    void seal_theSameFileAsDocument_isSealed() {
        assertThat(seal("seal", "--no-anchor", "--as", "document", "@ragged.csv"))
                .as(said)
                .isZero();
    }

    @Test
    void seal_noSuchFile_is66() {
        assertThat(seal("seal", "--no-anchor", "@nothing.csv")).isEqualTo(ExitCode.NO_INPUT);
        assertThat(said).contains("there is no such file");
    }

    @Test
    void seal_existingFolder_is73() {
        assertThat(seal("seal", "--no-anchor", "@dm.csv")).isZero();
        assertThat(seal("seal", "--no-anchor", "@dm.csv")).isEqualTo(ExitCode.CANNOT_CREATE);
        assertThat(said).contains("exists already");
    }

    @Test
    void seal_otherStudyOrNetworkAfterPrevious_is64() {
        assertThat(seal("one", "--no-anchor", "@dm.csv")).isZero();
        assertThat(run(
                        "seal",
                        "--out",
                        "@two",
                        "--study",
                        "T",
                        "--previous",
                        "@one",
                        "--passphrase-file",
                        "@passphrase",
                        "--no-anchor",
                        "@dm.csv"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(seal("two", "--no-anchor", "--network", "practice", "--previous", "@one", "@dm.csv"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(seal("two", "--no-anchor", "--previous", "@one", "--supersedes", "1", "@dm.csv"))
                .as(said)
                .isZero();
        assertThat(run("status", "@two")).isZero();
        assertThat(said).contains("seal 2").contains("seal 1 was wrong");
    }

    @Test
    void verify_folder_saysWhatToDo() {
        seal("seal", "--no-anchor", "@dm.csv");
        assertThat(run("verify", "@seal")).isEqualTo(ExitCode.NO_INPUT);
        assertThat(said).contains("is an evidence folder").contains("'trialseal prove'");
        assertThat(run("verify", "@")).isEqualTo(ExitCode.NO_INPUT);
        assertThat(said).contains("is a folder; name the package in it");
    }

    @Test
    void verify_minimumWorkThatIsNoNumber_is64() {
        for (String number : List.of("-1", "x", "1e9", "", "9".repeat(79))) {
            assertThat(run("verify", "--min-work", number, "@dm.csv")).isEqualTo(ExitCode.USAGE);
            assertThat(said).contains("--min-work takes a number of hashes").doesNotContain("java.");
        }
    }

    @Test
    void seal_sameStudyWithoutPrevious_warnsOfTheOtherLedger() {
        assertThat(seal("one", "--no-anchor", "@dm.csv")).isZero();
        assertThat(said).doesNotContain("new ledger");

        assertThat(seal("rehearsal", "--no-anchor", "--network", "practice", "@dm.csv"))
                .isZero();
        assertThat(said).as("networks never mix").doesNotContain("new ledger");

        assertThat(seal("two", "--no-anchor", "@dm.csv")).isZero();
        assertThat(said).contains("begins a new ledger, though").contains("one holds a seal of study");

        assertThat(seal("three", "--no-anchor", "--previous", "@one", "@dm.csv"))
                .isZero();
        assertThat(said).doesNotContain("new ledger");
    }

    @Test
    void everyCommand_folderThatIsNotThere_is66() {
        for (String command : List.of("status", "anchor", "prove", "passphrase")) {
            String[] words = command.equals("prove")
                    ? new String[] {"@gone", "--out", "@p", "--all", "--passphrase-file", "@passphrase"}
                    : new String[] {"@gone"};
            assertThat(run(command, words)).as(command + said).isEqualTo(ExitCode.NO_INPUT);
            assertThat(said).contains("gone: there is no such file or folder");
        }
        assertThat(seal("two", "--no-anchor", "--previous", "@gone", "@dm.csv")).isEqualTo(ExitCode.NO_INPUT);
        assertThat(said).contains("gone: there is no such file or folder");
    }

    @Test
    void prove_onlyTheFileOfAnotherDataset_is66AndNamesTheOneThatIsMissing() throws Exception {
        Files.writeString(folder.resolve("lb.csv"), "USUBJID,ALT\nS-01,81\nS-02,55\n");
        assertThat(seal("seal", "--no-anchor", "@dm.csv", "@lb.csv")).isZero();
        String[] words = {
            "@seal", "--out", "@p", "--subject", "S-01", "--passphrase-file", "@passphrase", "--data", "@dm.csv"
        };
        assertThat(run("prove", words)).as(said).isEqualTo(ExitCode.NO_INPUT);
        assertThat(said).contains("lb.csv").contains("--data");

        Files.move(folder.resolve("dm.csv"), folder.resolve("renamed.csv"));
        words[words.length - 1] = "@renamed.csv";
        assertThat(run("prove", words)).as(said).isNotZero();
        assertThat(said).as("a renamed file stands for any").contains("the data given for lb have other columns");
    }

    @Test
    void seal_columnsThatNoFileHas_areSaid() throws Exception {
        Files.writeString(folder.resolve("ts.csv"), "TSPARM,TSVAL\nTITLE,x\n");
        assertThat(seal("one", "--no-anchor", "--subject", "USUBJD", "--keys", "SEX,AEG", "@dm.csv", "@ts.csv"))
                .isZero();
        assertThat(said)
                .contains("no file has a column USUBJD, which was asked for")
                .contains("no file has a column AEG, which was asked for")
                .doesNotContain("column SEX");
        assertThat(seal("two", "--no-anchor", "--subject", "USUBJID", "@dm.csv", "@ts.csv"))
                .isZero();
        assertThat(said).doesNotContain("no file has a column");
    }

    @Test
    void verify_packageCutShort_is65AndSaysWhatToDo() throws Exception {
        assertThat(seal("seal", "--no-anchor", "@dm.csv")).isZero();
        assertThat(run(
                        "prove",
                        "@seal",
                        "--out",
                        "@p",
                        "--all",
                        "--passphrase-file",
                        "@passphrase",
                        "--data",
                        "@dm.csv"))
                .as(said)
                .isZero();
        byte[] whole = Files.readAllBytes(folder.resolve("p"));
        Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(run("verify", "--json", "@cut")).isEqualTo(ExitCode.MALFORMED_INPUT);
        assertThat(said)
                .contains("cut, byte ")
                .contains("ends too early. The file may have been cut short or changed on its way: ask for it again");
    }

    @Test
    void seal_besideWhatCannotBeReadOrIsNotFinished_saysNothingOfIt() throws Exception {
        assertThat(seal("one", "--no-anchor", "@dm.csv")).isZero();
        Files.move(folder.resolve("one"), folder.resolve(".one.partial-123"));
        Files.createDirectory(folder.resolve("foreign"));
        Files.write(folder.resolve("foreign/seal.json"), new byte[5000]);
        assertThat(seal("two", "--no-anchor", "@dm.csv")).as(said).isZero();
        assertThat(said).doesNotContain("new ledger").contains("as seal 1 of study");
    }

    @Test
    void prove_wrongPassphrase_is64() {
        seal("seal", "--no-anchor", "@dm.csv");
        assertThat(run("prove", "@seal", "--out", "@p", "--all", "--data", "@dm.csv", "--passphrase-file", "@other"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("the passphrase does not open");
        assertThat(folder.resolve("p")).doesNotExist();
    }

    @Test
    void prove_withoutTheData_is66_andWithRetainedDataPasses() {
        seal("seal", "--no-anchor", "@dm.csv");
        assertThat(run("prove", "@seal", "--out", "@p", "--all", "--passphrase-file", "@passphrase"))
                .isEqualTo(ExitCode.NO_INPUT);
        seal("kept", "--no-anchor", "--retain", "@dm.csv");
        assertThat(run("prove", "@kept", "--out", "@p", "--all", "--passphrase-file", "@passphrase"))
                .as(said)
                .isZero();
        assertThat(run("verify", "@p")).isEqualTo(ExitCode.INDETERMINATE);
        assertThat(said).contains("no timestamp");
    }

    @Test
    void compare_withAnAllegedValue_confirmsOrRefutesIt() throws IOException {
        seal("seal", "--no-anchor", "@dm.csv");
        Files.writeString(folder.resolve("dm.csv"), "USUBJID,SEX,AGE\nS-01,F,33\nS-02,M,45\nS-03,F,55\n");
        assertThat(run(
                        "compare",
                        "--passphrase-file",
                        "@passphrase",
                        "--alleged",
                        "dm?USUBJID=S-02#AGE=44",
                        "@seal",
                        "@dm.csv"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(said).contains("AGE \"44\": confirmed").contains("AGE: (the sealed value was not kept) -> \"45\"");
        run("compare", "--passphrase-file", "@passphrase", "--alleged", "dm?USUBJID=S-02#AGE=43", "@seal", "@dm.csv");
        assertThat(said).contains("AGE \"43\": refuted");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anyCommand_pipeInsteadOfAFile_isRefusedRatherThanWaitedFor() throws Exception {
        new ProcessBuilder("mkfifo", at("pipe")).start().waitFor();
        assertThat(seal("seal", "--no-anchor", "@pipe")).isEqualTo(ExitCode.NO_INPUT);
        assertThat(said).contains("pipe is a pipe or a device; write what it gives to a file");
        assertThat(run("verify", "@pipe")).isEqualTo(ExitCode.NO_INPUT);
        assertThat(said).contains("pipe is a pipe or a device");
    }

    @Test
    void compare_allegedInJson_isAnswered() {
        seal("seal", "--no-anchor", "@dm.csv");
        run(
                "compare",
                "--json",
                "--passphrase-file",
                "@passphrase",
                "--alleged",
                "dm?USUBJID=S-02#AGE=43",
                "@seal",
                "@dm.csv");
        assertThat(said.replaceAll("\\s", ""))
                .contains(
                        "\"alleged\":[{\"dataset\":\"dm\",\"key\":{\"USUBJID\":\"S-02\"},\"column\":\"AGE\",\"value\":\"43\","
                                + "\"verdict\":\"refuted\",\"detail\":\"");
    }

    @Test
    void compare_allegedByValues_isRefusedRatherThanIgnored() {
        seal("seal", "--no-anchor", "@dm.csv");
        assertThat(run("compare", "--values", "--alleged", "dm?USUBJID=S-02#AGE=43", "@seal", "@dm.csv"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("--alleged asks an evidence folder");
    }

    @Test
    void anchor_waitingOnThePracticeNetwork_endsInABlock() {
        assertThat(seal("seal", "--no-anchor", "--network", "practice", "@dm.csv"))
                .isZero();
        assertThat(run("anchor", "--wait", "@seal")).as(said).isZero();
        assertThat(said).contains("The proof names a block");
    }

    @Test
    void verify_somethingElse_is65() {
        assertThat(run("verify", "@dm.csv")).isEqualTo(ExitCode.MALFORMED_INPUT);
        assertThat(said).contains("not a proof package").doesNotContain("Exception");
    }

    @Test
    void anyCommand_unknownOption_is64() {
        assertThat(run("verify", "--frobnicate", "@p")).isEqualTo(ExitCode.USAGE);
        assertThat(run("frobnicate")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void plan_json_isOneDocument() {
        assertThat(run("plan", "--json", "@dm.csv")).isZero();
        assertThat(said.strip()).startsWith("{").endsWith("}").contains("\"subject\" : \"USUBJID\"");
    }
}
