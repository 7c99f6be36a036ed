package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.testing.SharedFiles;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.evidence.SealRequest;
import org.trialseal.core.evidence.Sealing;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Study;
import org.trialseal.importers.odm.OdmImporter;

/** A seal that was made before the event log had old values is compared, shown and continued as it was made. */
class OdmVersionsTest {
    private static final String END = "</ClinicalData>";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Commands commands;

    @BeforeEach
    void sealByTheFirstVersion() throws Exception {
        commands = new Commands(folder);
        String trail = Files.readString(SharedFiles.data("odm/rave-clinical-audit-records.xml"));
        int end = -1;
        for (int records = 0; records < 600; records++) {
            end = trail.indexOf(END, end + 1);
        }
        Path early = Files.writeString(folder.resolve("early.xml"), trail.substring(0, end) + END + "\n</ODM>\n");
        Files.writeString(folder.resolve("late.xml"), trail);
        Importer first = new OdmImporter().asVersion(1).orElseThrow();
        PathFile file = PathFile.of(early);
        FilePlan plan = first.plan(file, Map.of(), Optional.empty(), List.of());
        SealRequest request = new SealRequest(
                folder.resolve("one"),
                folder.resolve("home").resolve("studies"),
                Network.PRACTICE,
                Study.of("S"),
                "first",
                "",
                Optional.empty(),
                OptionalLong.empty(),
                List.of(),
                Optional.empty(),
                false,
                List.of(new SealItem.DataItem(file, first, plan, Map.of("AuditRecords", LogOrder.OLDEST_FIRST))));
        try (Passphrase passphrase = Passphrase.of("a passphrase".getBytes(StandardCharsets.UTF_8))) {
            new Sealing(new SecureRandom(), Clock.systemUTC()).seal(request, passphrase, SealProgress.silent());
        }
    }

    @Test
    void compare_laterFileWithTheOlderSeal_hasNoDifferences() throws Exception {
        Files.writeString(folder.resolve("again.xml"), Files.readString(folder.resolve("early.xml")) + "\n");
        assertThat(commands.run("compare", "@one", "@again.xml"))
                .as(commands.said())
                .isEqualTo(ExitCode.PASSED);
        assertThat(commands.said()).contains("AuditRecords: re-encoded").doesNotContain("OldValue");
        commands.run("compare", "@one", "@late.xml");
        assertThat(commands.said()).contains("It only appended").doesNotContain("OldValue");
    }

    @Test
    void proveAndVerify_olderSeal_passesAndComparesAsAPackage() throws Exception {
        assertThat(commands.run("prove", "@one", "--out", "@p.trialseal", "--all", "--data", "@early.xml"))
                .as(commands.said())
                .isEqualTo(ExitCode.PASSED);
        commands.run("verify", "@p.trialseal");
        assertThat(commands.said()).doesNotContain("failed");
        Files.writeString(folder.resolve("again.xml"), Files.readString(folder.resolve("early.xml")) + "\n");
        commands.run("compare", "--practice", "@p.trialseal", "@again.xml");
        assertThat(commands.said())
                .contains("AuditRecords: re-encoded")
                .doesNotContain("altered")
                .doesNotContain("OldValue");
    }

    @Test
    void seal_laterTrailAfterTheOlderSeal_isProvenToHaveOnlyGrown() throws Exception {
        assertThat(commands.run(
                        "seal", "--out", "@two", "--study", "S", "--previous", "@one", "--no-anchor", "@late.xml"))
                .as(commands.said())
                .isEqualTo(ExitCode.PASSED);
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
}
