package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code compare --export}. */
final class CompareExportTest {
    private static final int ROWS = 10_500;

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void seal() throws IOException {
        commands = new Commands(folder);
        Files.writeString(folder.resolve("t.csv"), table("v"));
        assertThat(commands.run(
                        "seal",
                        "--network",
                        "practice",
                        "--no-anchor",
                        "--retain",
                        "--keys",
                        "SEQ",
                        "--study",
                        "T",
                        "--out",
                        "@seal",
                        "@t.csv"))
                .isZero();
    }

    private static String table(String value) {
        StringBuilder text = new StringBuilder("USUBJID,SEQ,VALUE\n");
        for (int row = 0; row < ROWS; row++) {
            text.append("S-")
                    .append(row / 100)
                    .append(',')
                    .append(row % 100)
                    .append(',')
                    .append(value)
                    .append(row)
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void compare_withAnExport_writesAllDifferencesAndListsTheFirst() throws IOException {
        Files.writeString(folder.resolve("t.csv"), table("w"));
        assertThat(commands.run("compare", "--export", "@out.csv", "@seal", "@t.csv"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(commands.said()).contains("... and " + (ROWS - 100) + " more");
        assertThat(Files.readAllLines(folder.resolve("out.csv"), StandardCharsets.UTF_8))
                .hasSize(ROWS + 1)
                .contains("t,changed,SEQ=99; USUBJID=S-104,10500,10500,VALUE,v10499,w10499,"
                        .replace("SEQ=99; USUBJID=S-104", "\"SEQ=99; USUBJID=S-104\""));
        assertThat(commands.run("compare", "--export", "@out.json", "@seal", "@t.csv"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(Files.readString(folder.resolve("out.json"))).contains("\"new\" : \"w10499\"");
    }

    @Test
    void compare_exportOfAnotherKind_isRefusedAndWritesNothing() {
        assertThat(commands.run("compare", "--export", "@out.txt", "@seal", "@t.csv"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(commands.said()).contains("ends in .csv or .json");
        assertThat(folder.resolve("out.txt")).doesNotExist();
    }
}
