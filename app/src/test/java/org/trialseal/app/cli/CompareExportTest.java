package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.compare.ArtifactComparison;

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
    void compare_recordsInAnotherOrder_listsEachUpToTheLimitsAndExportsAll() throws IOException {
        List<String> lines = new ArrayList<>(table("v").lines().toList());
        Collections.reverse(lines.subList(1, lines.size()));
        lines.set(ROWS, lines.get(ROWS).replace("v0", "w0"));
        Files.write(folder.resolve("t.csv"), lines);
        assertThat(commands.run("compare", "--export", "@out.csv", "@seal", "@t.csv"))
                .isEqualTo(ExitCode.FAILED);
        int moved = ROWS - 1;
        assertThat(commands.said())
                .contains("(1 changed, 0 added, 0 removed, " + moved + " in another order)")
                .contains("changed: SEQ 0, USUBJID S-0 (record 10500, sealed as record 1)")
                .contains("reordered: SEQ 98, USUBJID S-104 (record 2, sealed as record 10499)")
                .contains("... and " + (ROWS - 100) + " more");
        assertThat(Files.readAllLines(folder.resolve("out.csv"), StandardCharsets.UTF_8))
                .hasSize(1 + 1 + 1 + moved)
                .contains("t,reordered,\"SEQ=98; USUBJID=S-104\",10499,2,,,,");
        assertThat(commands.run("compare", "--export", "@out.json", "@seal", "@t.csv", "--json"))
                .isEqualTo(ExitCode.FAILED);
        String exported = Files.readString(folder.resolve("out.json"));
        assertThat(Pattern.compile("\"reordered\",").matcher(exported).results())
                .hasSize(moved);
        assertThat(Pattern.compile("\"reordered\",").matcher(commands.said()).results())
                .hasSize(ArtifactComparison.MAX_DIFFERENCES - 1);
    }

    @Test
    void compare_exportOfAnotherKind_isRefusedAndWritesNothing() {
        assertThat(commands.run("compare", "--export", "@out.txt", "@seal", "@t.csv"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(commands.said()).contains("ends in .csv or .json");
        assertThat(folder.resolve("out.txt")).doesNotExist();
    }
}
