package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.testing.SharedFiles;

/** A real audit trail in ODM through the commands: sealed twice, it is proven to have only grown. */
class OdmCommandsTest {
    private static final String END = "</ClinicalData>";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Commands commands;

    @SuppressWarnings("NullAway.Init")
    private String trail;

    @BeforeEach
    void writeInputs() throws Exception {
        commands = new Commands(folder);
        trail = Files.readString(SharedFiles.data("odm/rave-clinical-audit-records.xml"));
        int end = -1;
        for (int records = 0; records < 600; records++) {
            end = trail.indexOf(END, end + 1);
        }
        Files.writeString(folder.resolve("early.xml"), trail.substring(0, end) + END + "\n</ODM>\n");
        Files.writeString(folder.resolve("late.xml"), trail);
        assertThat(commands.run(
                        "seal", "--out", "@one", "--study", "S", "--network", "practice", "--no-anchor", "@early.xml"))
                .as(commands.said())
                .isEqualTo(ExitCode.PASSED);
    }

    private int sealAgain(String file) {
        return commands.run("seal", "--out", "@two", "--study", "S", "--previous", "@one", "--no-anchor", file);
    }

    @Test
    void seal_auditTrailThatGrew_isProvenToHaveOnlyGrown() {
        assertThat(commands.said()).contains("1 event log with 600 records");
        assertThat(sealAgain("@late.xml")).as(commands.said()).isEqualTo(ExitCode.PASSED);
        assertThat(commands.said()).contains("1 event log with 1113 records");
        assertThat(commands.run("prove", "@two", "--out", "@p.trialseal", "--all", "--data", "@late.xml"))
                .as(commands.said())
                .isEqualTo(ExitCode.PASSED);
        commands.run("verify", "@p.trialseal");
        assertThat(commands.said())
                .containsPattern("passed +append:AuditRecords")
                .doesNotContain("failed");
        assertThat(commands.run("compare", "@two", "@late.xml"))
                .as(commands.said())
                .isEqualTo(ExitCode.PASSED);
    }

    @Test
    void seal_auditTrailWithAChangedReason_isRefusedUnderItsName() throws Exception {
        String first = "<ReasonForChange>Enrolled</ReasonForChange>";
        assertThat(trail).contains(first);
        Files.writeString(
                folder.resolve("forged.xml"), trail.replaceFirst(first, "<ReasonForChange>Late</ReasonForChange>"));
        assertThat(sealAgain("@forged.xml")).as(commands.said()).isEqualTo(ExitCode.USAGE);
        assertThat(commands.said()).contains("AuditRecords").contains("record 3");
        assertThat(folder.resolve("two")).doesNotExist();
    }

    @Test
    void compare_oneItemChanged_namesTheItem() throws Exception {
        Files.writeString(
                folder.resolve("early.xml"),
                Files.readString(folder.resolve("early.xml"))
                        .replaceFirst("Value=\"01 JAN 1980\"", "Value=\"02 JAN 1980\""));
        assertThat(commands.run("compare", "@one", "@early.xml"))
                .as(commands.said())
                .isEqualTo(ExitCode.FAILED);
        assertThat(commands.said())
                .contains("DM.BRTHDTC")
                .contains("02 JAN 1980")
                .contains("FormData: re-encoded");
    }

    @Test
    void seal_studyDesignAlone_isADocument() throws Exception {
        Path design = SharedFiles.data("odm/odm-1.3.2-cdash-metadata.xml");
        assertThat(commands.run("plan", "--json", design.toString())).isEqualTo(ExitCode.PASSED);
        assertThat(commands.said()).containsPattern("\"importer\" ?: ?\"document\"");
    }
}
