package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a package shows, as it is chosen on the command line. */
final class ProveOptionsTest {
    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void seal() throws Exception {
        commands = new Commands(folder);
        Files.writeString(folder.resolve("dm.csv"), "USUBJID,SEX,AGE\nP-01,f,34\nP-02,m,41\nP-03,f,29\n");
        Files.writeString(folder.resolve("ae.csv"), "USUBJID,AETERM\nP-01,headache\nP-02,nausea\nP-01,rash\n");
        assertThat(commands.run(
                        "seal",
                        "--out",
                        "@seal",
                        "--study",
                        "X",
                        "--network",
                        "practice",
                        "--no-anchor",
                        "--retain",
                        "@dm.csv",
                        "@ae.csv"))
                .as(commands.said())
                .isZero();
    }

    private String prove(String... words) {
        String[] all = new String[words.length + 3];
        System.arraycopy(new String[] {"@seal", "--out", "@p.trialseal"}, 0, all, 0, 3);
        System.arraycopy(words, 0, all, 3, words.length);
        int exitCode = commands.run("prove", all);
        return exitCode + " " + commands.said();
    }

    @Test
    void prove_subjectInOneDataset_showsNothingOfTheOther() {
        assertThat(prove("--subject", "P-01", "--in", "ae"))
                .startsWith("0 ")
                .contains("ae: 2 of 3 records")
                .doesNotContain("dm:");
    }

    @Test
    void prove_rowsByNumber_showsThese() {
        assertThat(prove("--rows", "dm?1,3", "ae?2-3"))
                .startsWith("0 ")
                .contains("dm: 2 of 3 records")
                .contains("ae: 2 of 3 records");
        assertThat(prove("--rows", "dm?4")).startsWith("64 ").contains("dm has 3 records, and none is number 4");
        assertThat(prove("--rows", "dm?0")).startsWith("64 ").contains("counted from 1");
        assertThat(prove("--rows", "dm?three")).startsWith("64 ").contains("such as 3,17-20");
        assertThat(prove("--rows", "dm")).startsWith("64 ").contains("NAME?N,N-M");
    }

    @Test
    void prove_fieldsOfOneDataset_showsAllOfTheOther() {
        assertThat(prove("--all", "--fields", "dm?SEX,dm?AGE"))
                .startsWith("0 ")
                .contains("dm: all 3 records, only the fields SEX, AGE")
                .contains("ae: all 3 records" + System.lineSeparator());
        assertThat(prove("--subject", "P-01", "--in", "ae", "--fields", "dm?SEX"))
                .startsWith("64 ")
                .contains("fields of dm are named, but nothing of it is shown");
    }

    @Test
    void prove_whereAnotherFileLies_leavesItAsItIs() throws Exception {
        Path taken = Files.writeString(folder.resolve("p.trialseal"), "something of somebody");
        assertThat(prove("--all")).startsWith("73 ").contains("p.trialseal exists already");
        assertThat(taken).hasContent("something of somebody");
        Files.delete(taken);
        assertThat(prove("--all")).startsWith("0 ");
        assertThat(prove("--rows", "dm?1")).as("a package is replaced").startsWith("0 ");
    }

    @Test
    void prove_inWithoutSubject_isRefused() {
        assertThat(prove("--all", "--in", "dm")).startsWith("64 ").contains("--in goes with --subject");
    }
}
