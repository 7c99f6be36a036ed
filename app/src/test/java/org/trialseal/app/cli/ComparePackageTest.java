package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code compare} with a proof package: what is identical to it is worth no more than the package itself. */
final class ComparePackageTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Commands commands;

    @BeforeEach
    void sealAndProve() throws IOException {
        commands = new Commands(folder);
        Files.writeString(folder.resolve("dm.csv"), "USUBJID,SEX\nS-01,F\nS-02,M\n");
        Files.copy(folder.resolve("dm.csv"), folder.resolve("later.csv"));
        run("seal", "--network", "practice", "--study", "T", "--out", "@seal", "@dm.csv");
        run("anchor", "@seal");
        run("prove", "@seal", "--all", "--data", "@dm.csv", "--out", "@p.trialseal");
    }

    private void run(String command, String... words) {
        assertThat(commands.run(command, words)).as(commands.said()).isZero();
    }

    private void damagePackage() throws IOException {
        Path file = folder.resolve("p.trialseal");
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("S-02");
        Files.writeString(file, bytes.replace("S-02", "S-03"), StandardCharsets.ISO_8859_1);
    }

    @Test
    void compare_withAPackageThatIsProved_passes() {
        run("compare", "--practice", "@p.trialseal", "@later.csv");
        assertThat(commands.said()).contains("PASSED. Everything is identical to ");
        run("compare", "--practice", "--json", "--quiet", "@p.trialseal", "@later.csv");
        assertThat(commands.said()).contains("\"verdict\" : \"passed\"");
    }

    @Test
    void compare_withAPackageThatIsNotProved_isIndeterminateAndNeverSaysPassed() throws IOException {
        assertThat(commands.run("compare", "@p.trialseal", "@later.csv")).isEqualTo(ExitCode.INDETERMINATE);
        assertThat(commands.said())
                .contains("INDETERMINATE. Everything is identical to ")
                .contains("not all checks of the package itself could be made")
                .doesNotContain("PASSED.");
        assertThat(commands.run("compare", "--json", "--quiet", "@p.trialseal", "@later.csv"))
                .isEqualTo(ExitCode.INDETERMINATE);
        assertThat(commands.said()).contains("\"verdict\" : \"indeterminate\"").doesNotContain("PASSED");
        assertThat(commands.run("compare", "--export", "@out.csv", "@p.trialseal", "@later.csv"))
                .isEqualTo(ExitCode.INDETERMINATE);
        assertThat(folder.resolve("out.csv"))
                .content()
                .contains("indeterminate")
                .contains("did not pass");
    }

    @Test
    void compare_withADamagedPackage_failsInEveryForm() throws IOException {
        damagePackage();
        assertThat(commands.run("compare", "--practice", "@p.trialseal", "@later.csv"))
                .as(commands.said())
                .isEqualTo(ExitCode.FAILED);
        assertThat(commands.said())
                .contains("FAILED. The package does not prove")
                .doesNotContain("PASSED.");
        assertThat(commands.run("compare", "--practice", "--json", "--quiet", "@p.trialseal", "@later.csv"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(commands.said()).contains("\"verdict\" : \"failed\"");
    }

    @Test
    void compare_aLaterPackage_isWorthNoMoreThanItself() {
        run("compare", "--practice", "@seal", "@p.trialseal");
        assertThat(commands.said()).contains("PASSED. Everything is identical to ");
        assertThat(commands.run("compare", "@seal", "@p.trialseal")).isEqualTo(ExitCode.INDETERMINATE);
        assertThat(commands.said()).contains("INDETERMINATE. Everything").doesNotContain("PASSED.");
        assertThat(commands.run("compare", "--json", "--quiet", "@seal", "@p.trialseal"))
                .isEqualTo(ExitCode.INDETERMINATE);
        assertThat(commands.said()).contains("\"verdict\" : \"indeterminate\"");
    }
}
