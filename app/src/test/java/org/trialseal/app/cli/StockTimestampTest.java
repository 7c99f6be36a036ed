package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
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
import org.trialseal.app.certificate.Readback;
import org.trialseal.app.testing.SharedFiles;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.ots.Attested;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.PendingAttestation;

/** {@code prove --ots} and {@code inspect} of timestamps, as scripts see them. */
class StockTimestampTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String words = "";
    private String errors = "";

    @BeforeEach
    void writeInputs() throws IOException {
        Files.writeString(folder.resolve("passphrase"), "a passphrase\n");
        String home = folder.resolve("home").toString().replace('\\', '/');
        Files.writeString(folder.resolve("config"), "folder.data = " + home + "\n");
        Files.writeString(folder.resolve("lb.csv"), "USUBJID,SEQ,ALT\nS-01,1,33\nS-02,1,44\nS-01,2,55\n");
        Files.writeString(folder.resolve("protocol.txt"), "Give the drug.\n");
    }

    private int run(String command, String... rest) {
        List<String> arguments = new ArrayList<>(List.of(command, "--config", at("config")));
        for (String word : rest) {
            arguments.add(word.startsWith("@") ? at(word.substring(1)) : word);
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode =
                TrialSealCommand.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        words = out.toString();
        errors = err.toString();
        return exitCode;
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private void seal() {
        assertThat(run(
                        "seal",
                        "--network",
                        "practice",
                        "--study",
                        "S",
                        "--out",
                        "@seal",
                        "--passphrase-file",
                        "@passphrase",
                        "@lb.csv",
                        "@protocol.txt"))
                .as(errors)
                .isZero();
    }

    private int prove(String... rest) {
        List<String> all = new ArrayList<>(List.of("@seal", "--passphrase-file", "@passphrase", "--data", "@lb.csv"));
        all.addAll(List.of(rest));
        return run("prove", all.toArray(String[]::new));
    }

    @Test
    void prove_recordWithOts_writesLeafAndTimestampThatInspectExplains() throws Exception {
        seal();
        assertThat(prove("--ots", "@one.leaf.ots", "--record", "lb?USUBJID=S-01&SEQ=2"))
                .as(errors)
                .isZero();
        assertThat(words).contains("stock OpenTimestamps proof").contains("pending: no block holds it yet");
        assertThat(errors).contains("practice network: no stock client finds its blocks");

        run("anchor", "--wait", "--passphrase-file", "@passphrase", "@seal");
        assertThat(prove("--ots", "@one.leaf.ots", "--record", "lb?USUBJID=S-01&SEQ=2"))
                .as(errors)
                .isZero();
        assertThat(words).contains("these bytes existed when the block was made; not their place in the seal");

        assertThat(run("inspect", "@one.leaf.ots")).isZero();
        assertThat(words)
                .contains("The file beside it has this digest.")
                .contains("prepend '{\"claimedTime\":")
                .contains("attested by block 1 of Bitcoin's main chain, if its Merkle root is")
                .contains("pending: the calendar http://one.practice.invalid")
                .contains("practice network, whose blocks are none of Bitcoin's: it is no evidence");
        Files.writeString(folder.resolve("one.leaf"), "something else");
        run("inspect", "@one.leaf.ots");
        assertThat(words).contains("has another digest");
    }

    @Test
    void prove_documentWithOts_isAboutTheDocument() throws Exception {
        seal();
        assertThat(prove("--json", "--ots", "@protocol.txt.ots", "--document", "protocol.txt"))
                .as(errors)
                .isZero();
        assertThat(words).contains("\"inBlock\" : false").doesNotContain("\"stamped\"");
        run("inspect", "--json", "@protocol.txt.ots");
        assertJson();
        assertThat(words).contains("\"fitsFileBeside\" : true").contains("\"canonical\" : true");
    }

    @Test
    void prove_otsThatMakesNoSense_is64() {
        seal();
        assertThat(prove("--record", "lb?SEQ=2")).isEqualTo(ExitCode.USAGE);
        assertThat(errors).contains("--out").contains("--ots");
        assertThat(prove("--ots", "@r.ots", "--out", "@p", "--record", "lb?SEQ=2"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(prove("--ots", "@r.ots", "--all")).isEqualTo(ExitCode.USAGE);
        assertThat(prove("--ots", "@r.ots", "--record", "lb?SEQ=2", "--record", "lb?SEQ=1"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(prove("--ots", "@r.ots", "--fields", "ALT", "--record", "lb?SEQ=2"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(prove("--ots", "@lb.csv.ots", "--record", "lb?SEQ=2")).isEqualTo(ExitCode.CANNOT_CREATE);
        assertThat(errors).contains("lb.csv exists already");
        assertThat(folder.resolve("r.ots")).doesNotExist();
        assertThat(folder.resolve("lb.csv.ots")).doesNotExist();
    }

    @Test
    void inspect_everyVector_explainsOrRefuses() throws Exception {
        int refused = 0;
        List<Path> files = SharedFiles.timestamps();
        for (Path file : files) {
            int exitCode = run("inspect", file.toString());
            try {
                DetachedTimestamp proof = DetachedTimestamp.read(file.toString(), Files.readAllBytes(file));
                assertThat(exitCode).as(file + errors).isZero();
                assertExplains(proof, file);
            } catch (MalformedException e) {
                assertThat(exitCode).as(file.toString()).isEqualTo(ExitCode.MALFORMED_INPUT);
                assertThat(errors).contains(file.getFileName() + ", byte ").doesNotContain("Exception");
                refused++;
            }
        }
        assertThat(refused).isBetween(15, files.size() - 15);
    }

    private void assertExplains(DetachedTimestamp proof, Path file) throws IOException {
        assertThat(words).as(file.toString()).contains(proof.digest().hex());
        if (proof.isWeak()) {
            assertThat(words).contains("never proves a seal");
        }
        for (Attested one : proof.timestamp().attestations()) {
            assertThat(words).as(file.toString()).contains(expected(one));
        }
        String said = words;
        run("inspect", "--json", file.toString());
        assertJson();
        assertThat(words.split("\"op\" : ", -1))
                .as(said)
                .hasSize(1
                        + (int) said.lines()
                                .filter(line -> line.matches(" +\\d+  \\w+.*"))
                                .count());
    }

    private static String expected(Attested one) {
        if (one.attestation() instanceof BitcoinAttestation bitcoin) {
            return "block " + bitcoin.height() + " of Bitcoin's main chain";
        }
        return one.attestation() instanceof PendingAttestation pending
                ? "the calendar " + pending.uri() + " promised"
                : "counts for nothing here";
    }

    private void assertJson() throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(words)) {
            while (parser.nextToken() != null) {
                parser.getText();
            }
        }
    }

    @Test
    void inspect_knownProofs_saysWhatTheyAre() throws Exception {
        for (Path file : SharedFiles.timestamps()) {
            run("inspect", file.toString());
            switch (file.getFileName().toString()) {
                case "hello-world.txt.ots":
                    assertThat(words)
                            .contains("block 358391 of Bitcoin's main chain")
                            .contains("has this digest");
                    break;
                case "unknown-notary.txt.ots":
                    assertThat(words).contains("of an unknown kind, tag 0102030405060708, 46 bytes");
                    assertThat(words).contains("names no block of Bitcoin");
                    break;
                case "34-litecoin-only.ots":
                    assertThat(words).contains("of a Litecoin block");
                    break;
                case "24-unknown-op.ots":
                    assertThat(errors).contains("an unknown operation, tag ").contains("nothing behind it can be read");
                    break;
                case "incomplete.txt.ots":
                    assertThat(words).contains("A promise, no evidence; it is asked for 57cfa5c4");
                    break;
                default:
                    break;
            }
        }
    }

    @Test
    void verify_onThePracticeNetwork_isMarkedInEveryFormOfTheResult() throws Exception {
        seal();
        assertThat(run("anchor", "@seal")).as(errors).isZero();
        assertThat(prove("--subject", "S-01", "--out", "@p.trialseal"))
                .as(errors)
                .isZero();
        assertThat(run("verify", "--practice", "--quiet", "@p.trialseal"))
                .as(words)
                .isZero();
        assertThat(words.strip().lines())
                .singleElement()
                .asString()
                .startsWith("PASSED.")
                .endsWith("of the practice network, which is never evidence).");
        assertThat(run("verify", "--practice", "--report", "@r.pdf", "@p.trialseal"))
                .isZero();
        assertThat(words).contains("of the practice network, which is never evidence)");
        try (Readback read = new Readback(Files.readAllBytes(folder.resolve("r.pdf")))) {
            assertThat(read.text()).contains("practice network").contains("never evidence");
        }
        assertThat(run("verify", "--practice", "--quiet", "@seal/anchors/seal.json.ots"))
                .isEqualTo(ExitCode.INDETERMINATE);
        assertThat(words).contains("practice network");
    }
}
