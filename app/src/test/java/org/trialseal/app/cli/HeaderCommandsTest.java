package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialseal.app.testing.SmallChain;
import org.trialseal.app.testing.SmallNetwork;

/** From seal to verdict on a small chain that counts as the main one, with headers from a server. */
@Timeout(120)
class HeaderCommandsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final SmallNetwork network = started(SmallChain.mined(20));
    private String said = "";

    private static SmallNetwork started(SmallChain chain) {
        try {
            return new SmallNetwork(chain);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void writeInputs() throws IOException {
        Files.writeString(folder.resolve("passphrase"), "a passphrase\n");
        Files.writeString(folder.resolve("plan.txt"), "the protocol\n");
        configure("node.rest = " + network.endpoint());
    }

    @AfterEach
    void stop() {
        network.close();
    }

    private void configure(String... lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "folder.data = " + folder.resolve("home").toString().replace('\\', '/'),
                "calendars = fake=" + network.endpoint(),
                "calendars.allowed = " + network.endpoint(),
                "calendars.quorum = 1"));
        all.addAll(List.of(lines));
        Files.write(folder.resolve("config"), all);
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

    private int seal(String... more) {
        List<String> words = new ArrayList<>(
                List.of("--out", "@seal", "--study", "S", "--passphrase-file", "@passphrase", "@plan.txt"));
        words.addAll(List.of(more));
        return run("seal", words.toArray(String[]::new));
    }

    private int prove() throws IOException {
        Files.deleteIfExists(folder.resolve("p.trialseal"));
        return run(
                "prove",
                "@seal",
                "--out",
                "@p.trialseal",
                "--passphrase-file",
                "@passphrase",
                "--all",
                "--data",
                "@plan.txt");
    }

    private void sealAnchorAndProve() throws IOException {
        assertThat(seal()).as(said).isZero();
        network.confirm(6);
        assertThat(run("anchor", "@seal")).as(said).isZero();
        assertThat(said).contains("Kept the block headers that tie block 21");
        assertThat(prove()).as(said).isZero();
    }

    @Test
    void sealToVerdict_serverOfHeaders_isProofOfWorkWithBothBounds() throws IOException {
        sealAnchorAndProve();
        assertThat(folder.resolve("seal/seal.json"))
                .content()
                .contains(
                        "\"block\":{\"hash\":\"" + network.chain().at(14).hash().display() + "\",\"height\":14}");
        assertThat(run("status", "@seal")).isZero();
        assertThat(said)
                .contains("Time: proof-of-work.")
                .contains("Bitcoin block 21")
                .contains("6 blocks")
                .contains("names block 14, so it was made no earlier than");
        assertThat(run("verify", "--json", "@p.trialseal")).as(said).isZero();
        assertThat(said)
                .contains("\"tier\" : \"proof-of-work\"")
                .contains("\"notBefore\"")
                .contains("\"notAfter\"");
        assertThat(run("verify", "--min-work", "1000000000000", "@p.trialseal")).isEqualTo(ExitCode.INDETERMINATE);
        assertThat(said).contains("less than was asked");
    }

    @Test
    void verify_elsewhere_needsNoStore() throws IOException {
        sealAnchorAndProve();
        configure("node.rest =", "folder.studies = x");
        Files.writeString(folder.resolve("config"), "folder.data = " + folder.resolve("elsewhere") + "\n");
        assertThat(run("verify", "@p.trialseal")).as(said).isZero();
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void verify_heavierChainKnownHere_fails() throws IOException {
        sealAnchorAndProve();
        SmallChain heavier = network.chain().forkAt(18);
        while (heavier.tip() < 30) {
            heavier.mine("other");
        }
        network.follow(heavier);
        assertThat(run("headers")).as(said).isZero();
        assertThat(said).contains("reorganised").contains("gave way to 12");
        assertThat(run("verify", "@p.trialseal")).isEqualTo(ExitCode.FAILED);
        assertThat(said).contains("A chain with more work is known here");
        assertThat(run("status", "@seal")).isZero();
        assertThat(said).contains("A chain with more work is known here");
    }

    @Test
    void verify_packageWithoutHeaders_takesThoseKnownHere() throws IOException {
        assertThat(seal()).isZero();
        network.confirm(6);
        configure();
        assertThat(run("anchor", "@seal")).as(said).isZero();
        assertThat(said).contains("headers of that block are not known here").contains("Name a server");
        assertThat(prove()).isZero();
        assertThat(run("verify", "@p.trialseal")).isEqualTo(ExitCode.INDETERMINATE);
        configure("node.rest = " + network.endpoint());
        assertThat(run("headers")).isZero();
        assertThat(run("verify", "@p.trialseal")).as(said).isZero();
    }

    @Test
    void anchor_calendarNamesABlockThatHoldsSomethingElse_isNotBelievedAndRecovers() throws IOException {
        assertThat(seal()).isZero();
        network.attest(12);
        assertThat(run("anchor", "@seal")).as(said).isEqualTo(ExitCode.INDETERMINATE);
        assertThat(said).contains("block 12 was named by a calendar and holds something else");
        assertThat(run("status", "@seal")).isZero();
        assertThat(said).contains("Anchor: pending");
        network.confirm(7);
        assertThat(run("anchor", "@seal")).as(said).isZero();
        assertThat(prove()).isZero();
        assertThat(run("verify", "@p.trialseal")).as(said).isZero();
    }

    @Test
    void anchor_blockBelowTheNewestCheckpoint_isCheckpointed() throws IOException {
        network.follow(SmallChain.mined(3));
        configure();
        assertThat(seal()).isZero();
        network.confirm(10);
        configure("node.rest = " + network.endpoint());
        assertThat(run("anchor", "@seal")).as(said).isZero();
        assertThat(prove()).isZero();
        assertThat(run("verify", "--json", "@p.trialseal")).as(said).isZero();
        assertThat(said).contains("\"tier\" : \"checkpointed\"").doesNotContain("notBefore");
    }

    @Test
    void seal_serverHangs_waitsTwoSecondsAtMostAndNamesNoBlock() throws IOException {
        network.hang();
        assertThat(seal("--no-anchor")).isZero();
        Files.move(folder.resolve("seal"), folder.resolve("first"));
        long start = System.nanoTime();
        assertThat(seal("--previous", "@first")).as(said).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(4_500));
        assertThat(folder.resolve("seal/seal.json")).content().doesNotContain("\"block\"");
    }

    @Test
    void seal_notAnchored_asksNobodyAndTakesWhatIsKnown() throws IOException {
        assertThat(run("headers")).isZero();
        network.hang();
        assertThat(seal("--no-anchor")).isZero();
        assertThat(folder.resolve("seal/seal.json")).content().contains("\"height\":14");
    }

    @Test
    void seal_practice_namesNoBlock() throws IOException {
        assertThat(run("headers")).isZero();
        assertThat(seal("--no-anchor", "--network", "practice")).isZero();
        assertThat(folder.resolve("seal/seal.json")).content().doesNotContain("\"block\"");
    }

    @Test
    void headers_olderBlock_fetchesWhatLinksItToTheCheckpoint() throws IOException {
        network.follow(SmallChain.mined(3));
        configure();
        assertThat(seal()).isZero();
        network.confirm(10);
        assertThat(run("anchor", "@seal")).isZero();
        assertThat(prove()).isZero();
        assertThat(run("verify", "@p.trialseal")).isEqualTo(ExitCode.INDETERMINATE);
        configure("node.rest = " + network.endpoint());
        assertThat(run("headers", "--block", "4")).as(said).isZero();
        assertThat(run("verify", "--json", "@p.trialseal")).as(said).isZero();
        assertThat(said).contains("\"tier\" : \"checkpointed\"");
        assertThat(run("headers", "--block", "0")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void headers_noServer_isUsageAndLocalIsNot() throws IOException {
        configure();
        assertThat(run("headers")).isEqualTo(ExitCode.USAGE);
        assertThat(said).contains("no server of block headers is named");
        assertThat(run("headers", "--local")).isZero();
        assertThat(said).contains("knows by itself is 7").contains("no headers above it");
    }

    @Test
    void headers_serverGone_is69AndKeepsWhatIsKnown() throws IOException {
        assertThat(run("headers", "--json")).isZero();
        assertThat(said).contains("\"tip\" : 20").contains("\"added\" : 13");
        configure("node.rest = http://127.0.0.1:9");
        assertThat(run("headers")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(said).contains("127.0.0.1:9 cannot be reached").contains("up to block 20");
    }

    @ParameterizedTest
    @CsvSource({
        "node.rpc = http://192.168.0.9:8332,begins with https",
        "electrum = example.org,host:port",
        "electrum = tcp://example.org:50001,over TLS only",
        "esplora = example.org,address of an explorer",
        "proxy = http://proxy.example.org,form host:port",
        "headers.timeout.seconds = 0,whole number"
    })
    void headers_badSetting_is65(String line, String words) throws IOException {
        configure("node.rest = " + network.endpoint(), line);
        assertThat(run("headers")).as(said).isEqualTo(ExitCode.MALFORMED_INPUT);
        assertThat(said).contains(words);
    }

    @Test
    void sealAndAnchor_throughAProxy_reachTheCalendarBehindItAndTheNodeHereDirectly() throws IOException {
        network.callItself("http://calendar.example.org");
        configure(
                "node.rest = " + network.endpoint(),
                "calendars = fake=http://calendar.example.org",
                "proxy = " + network.endpoint().substring("http://".length()));
        assertThat(seal()).as(said).isZero();
        assertThat(network.asked()).as("what came through the proxy").isEqualTo(1);
        network.confirm(6);
        assertThat(run("anchor", "@seal")).as(said).isZero();
        assertThat(said).contains("Kept the block headers that tie block 21");
        configure("calendars = fake=http://calendar.example.org", "proxy = 127.0.0.1:9");
        assertThat(run("anchor", "--again", "@seal")).as(said).isEqualTo(ExitCode.UNREACHABLE);
    }

    @Test
    void config_defaults_showThatNobodyIsAsked() throws IOException {
        configure();
        assertThat(run("config")).isZero();
        assertThat(said)
                .contains("electrum = \n")
                .contains("esplora = \n")
                .contains("node.rpc = \n")
                .contains("proxy = \n");
    }
}
