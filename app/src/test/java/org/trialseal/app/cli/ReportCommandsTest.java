package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.certificate.Readback;
import org.trialseal.app.testing.SmallChain;
import org.trialseal.app.testing.SmallNetwork;
import org.trialseal.core.digest.Sha256;

/** {@code --report}: certificates of seals and verifications on a small chain that counts as the main one. */
@Timeout(120)
class ReportCommandsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SmallNetwork network;

    private String said = "";

    @BeforeEach
    void sealAndProve() throws IOException {
        network = new SmallNetwork(SmallChain.mined(20));
        Files.writeString(folder.resolve("passphrase"), "a passphrase\n");
        Files.writeString(folder.resolve("dm.csv"), "USUBJID,SEX\nS-01,F\nS-02,M\n");
        Files.write(
                folder.resolve("config"),
                List.of(
                        "folder.data = " + folder.resolve("home").toString().replace('\\', '/'),
                        "calendars = fake=" + network.endpoint(),
                        "calendars.allowed = " + network.endpoint(),
                        "calendars.quorum = 1",
                        "node.rest = " + network.endpoint()));
        assertThat(run("seal", "--out", "@seal", "--study", "S", "--passphrase-file", "@passphrase", "@dm.csv"))
                .as(said)
                .isZero();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    private int run(String command, String... words) {
        List<String> arguments = new ArrayList<>(List.of(command, "--config", at("config")));
        for (String word : words) {
            arguments.add(word.startsWith("@") ? at(word.substring(1)) : word);
        }
        StringWriter text = new StringWriter();
        int exitCode = TrialSealCommand.run(
                new TrialSealCommand.Surroundings(() -> network.chain().checkpoints(), Clock.systemUTC()),
                new PrintWriter(text),
                arguments.toArray(String[]::new));
        said = text.toString();
        return exitCode;
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private void anchorAndProve() {
        network.confirm(6);
        assertThat(run("anchor", "@seal")).as(said).isZero();
        assertThat(run(
                        "prove",
                        "@seal",
                        "--out",
                        "@p.trialseal",
                        "--passphrase-file",
                        "@passphrase",
                        "--all",
                        "--data",
                        "@dm.csv"))
                .as(said)
                .isZero();
    }

    private String text(String name) throws IOException {
        try (Readback read = new Readback(Files.readAllBytes(folder.resolve(name)))) {
            return read.text();
        }
    }

    @Test
    void verify_aPass_writesItsCertificateAndTheSameTwice() throws IOException {
        anchorAndProve();
        assertThat(run("verify", "--report", "@one.pdf", "@p.trialseal"))
                .as(said)
                .isZero();
        assertThat(said).contains("PASSED").contains("one.pdf");
        String digest =
                Sha256.of(Files.readAllBytes(folder.resolve("p.trialseal"))).hex();
        assertThat(text("one.pdf"))
                .contains("PASSED")
                .contains("Bitcoin block 21")
                .contains("proof of work")
                .contains(digest.substring(0, 32));
        assertThat(run("verify", "--report", "@two.pdf", "@p.trialseal")).isZero();
        assertThat(folder.resolve("two.pdf")).hasSameBinaryContentAs(folder.resolve("one.pdf"));
        assertThat(run("verify", "--report", "@de.pdf", "--lang", "de", "@p.trialseal"))
                .isZero();
        assertThat(text("de.pdf")).contains("BESTANDEN").contains("Was damit nicht bewiesen ist");
    }

    @Test
    void verify_aFailure_isStillOneAndItsCertificateSaysSo() throws IOException {
        anchorAndProve();
        byte[] bytes = Files.readAllBytes(folder.resolve("p.trialseal"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve("forged.trialseal"), bytes);
        assertThat(run("verify", "--report", "@r.pdf", "@forged.trialseal"))
                .as(said)
                .isEqualTo(ExitCode.FAILED);
        assertThat(text("r.pdf")).contains("FAILED").doesNotContain("PASSED");
    }

    @Test
    void verify_json_staysOneDocument() {
        anchorAndProve();
        assertThat(run("verify", "--json", "--quiet", "--report", "@r.pdf", "@p.trialseal"))
                .isZero();
        assertThat(said.strip()).startsWith("{").endsWith("}").contains("\"verdict\" : \"passed\"");
        assertThat(folder.resolve("r.pdf")).exists();
    }

    @Test
    void verify_quiet_saysTheVerdictInOneLine() {
        anchorAndProve();
        assertThat(run("verify", "--quiet", "@p.trialseal")).isZero();
        assertThat(said.strip().lines()).singleElement().asString().startsWith("PASSED. What this package shows");
    }

    @Test
    void verify_reportExists_isRefusedBeforeAnythingIsDone() throws IOException {
        anchorAndProve();
        Files.writeString(folder.resolve("r.pdf"), "mine");
        assertThat(run("verify", "--report", "@r.pdf", "@p.trialseal")).isEqualTo(ExitCode.CANNOT_CREATE);
        assertThat(said).contains("exists already").doesNotContain("PASSED");
        assertThat(folder.resolve("r.pdf")).hasContent("mine");
        assertThat(run("verify", "--report", "@nowhere/r.pdf", "@p.trialseal")).isEqualTo(ExitCode.NO_INPUT);
        assertThat(run("verify", "--report", "@new.pdf", "--lang", "fr", "@p.trialseal"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void verify_malformed_leavesNoCertificate() throws IOException {
        assertThat(run("verify", "--report", "@r.pdf", "@dm.csv")).isEqualTo(ExitCode.MALFORMED_INPUT);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.contains(".pdf"));
        }
    }

    @Test
    void verify_timestampByItself_isToldAndHasACertificate() throws IOException {
        anchorAndProve();
        assertThat(run("verify", "--report", "@ots.pdf", "@seal/anchors/seal.json.ots"))
                .as(said)
                .isZero();
        assertThat(said)
                .contains("PASSED. The timestamp is about seal.json, which existed no later than ")
                .contains("(block 21).")
                .contains("ots.pdf");
        assertThat(text("ots.pdf"))
                .contains("Certificate of a verification seal.json.ots")
                .contains("PASSED")
                .contains("The file it is about seal.json")
                .contains("Is the timestamp about this file?")
                .contains("Bitcoin block 21")
                .contains("verify the timestamp again")
                .doesNotContain("sealing computer")
                .doesNotContain("code holds the digest");
        assertThat(run("verify", "--report", "@again.pdf", "@seal/anchors/seal.json.ots"))
                .isZero();
        assertThat(folder.resolve("again.pdf")).hasSameBinaryContentAs(folder.resolve("ots.pdf"));
        assertThat(run("verify", "--json", "@seal/anchors/seal.json.ots")).isZero();
        assertThat(said).contains("\"verdict\" : \"passed\"").contains("\"id\" : \"file\"");
    }

    @Test
    void verify_timestampOfAnotherFile_failsOnPaperToo() throws IOException {
        anchorAndProve();
        assertThat(run(
                        "verify",
                        "--about",
                        "@dm.csv",
                        "--lang",
                        "de",
                        "--report",
                        "@no.pdf",
                        "@seal/anchors/seal.json.ots"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(said).contains("FAILED. The timestamp does not prove when dm.csv existed");
        assertThat(text("no.pdf"))
                .contains("NICHT BESTANDEN")
                .contains("Der Zeitnachweis beweist nicht, seit wann es dm.csv gibt.")
                .contains("Spätestens am nicht bewiesen")
                .doesNotContain("Es gab dies spätestens am");
    }

    @Test
    void verify_optionsOfTheOtherKind_areUsageErrors() {
        anchorAndProve();
        assertThat(run("verify", "--about", "@dm.csv", "@p.trialseal")).isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("--about is for OpenTimestamps proofs");
    }

    @Test
    void status_pendingThenAnchored_saysWhichAndNeverMoreThanThat() throws IOException {
        assertThat(run("status", "--report", "@pending.pdf", "@seal")).as(said).isZero();
        assertThat(text("pending.pdf"))
                .contains("Certificate of a seal")
                .contains("PENDING")
                .contains("nothing is proven about its time")
                .contains("dm Dataset, 2 records of 2 subjects")
                .contains("No later than not proven")
                .doesNotContain("ANCHORED")
                .doesNotContain("existed no later than");
        anchorAndProve();
        assertThat(run("status", "--report", "@anchored.pdf", "@seal")).as(said).isZero();
        assertThat(text("anchored.pdf"))
                .contains("ANCHORED")
                .contains("existed no later than")
                .contains("Bitcoin block 21")
                .doesNotContain("PENDING");
    }

    @Test
    void status_neverStamped_isNotAnchored() throws IOException {
        assertThat(run(
                        "seal",
                        "--out",
                        "@other",
                        "--study",
                        "T",
                        "--no-anchor",
                        "--passphrase-file",
                        "@passphrase",
                        "@dm.csv"))
                .as(said)
                .isZero();
        assertThat(run("status", "--report", "@none.pdf", "@other")).isZero();
        assertThat(text("none.pdf")).contains("NOT ANCHORED").contains("handed to no calendar yet");
    }

    @Test
    void status_blockThatAHeavierChainContradicts_failsOnPaper() throws IOException {
        anchorAndProve();
        SmallChain heavier = network.chain().forkAt(18);
        while (heavier.tip() < 30) {
            heavier.mine("other");
        }
        network.follow(heavier);
        assertThat(run("headers")).as(said).isZero();
        assertThat(run("status", "--report", "@refuted.pdf", "@seal")).isZero();
        assertThat(text("refuted.pdf")).contains("FAILED").doesNotContain("ANCHORED");
    }
}
