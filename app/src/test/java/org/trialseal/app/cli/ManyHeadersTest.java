package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.bitcoin.HeaderRunFormat;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.AnchorFiles;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.Timestamp;

/** A package with 22,000 headers: how long its verification takes, and that nothing around it changes the verdict. */
@Timeout(300)
class ManyHeadersTest {
    private static final Duration BAR = Duration.ofMillis(500);
    private static final int ROUNDS = 5;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private LongChain chain;

    private String said = "";

    @BeforeEach
    void makePackage() throws Exception {
        Files.writeString(folder.resolve("config"), "folder.data = " + slashed("home") + "\n");
        Files.writeString(folder.resolve("passphrase"), "a passphrase\n");
        Files.writeString(folder.resolve("plan.txt"), "the protocol\n");
        chain = new LongChain(Sha256.of());
        assertThat(run(
                        "seal",
                        "--no-anchor",
                        "--study",
                        "S",
                        "--out",
                        at("seal"),
                        "--passphrase-file",
                        at("passphrase"),
                        at("plan.txt")))
                .as(said)
                .isZero();
        EvidenceFolder seal = EvidenceFolder.open(folder.resolve("seal"));
        chain = new LongChain(seal.digest());
        Timestamp proof = Timestamp.of(seal.digest().bytes()).attest(new BitcoinAttestation(LongChain.NEWEST + 1));
        byte[] headers = HeaderRunFormat.of(
                        LongChain.checkpoints(chain.newest()).parameters())
                .toBytes(chain.above())
                .toArray();
        try (AnchorFiles.Writing writing = new AnchorFiles(seal).begin()) {
            writing.timestamp(DetachedTimestamp.ofSha256(proof).toBytes());
            writing.headers(headers);
        }
        assertThat(run(
                        "prove",
                        at("seal"),
                        "--out",
                        at("p.trialseal"),
                        "--all",
                        "--data",
                        at("plan.txt"),
                        "--passphrase-file",
                        at("passphrase")))
                .as(said)
                .isZero();
    }

    private String slashed(String name) {
        return at(name).replace('\\', '/');
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> command(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(1, List.of("--config", at("config")));
        return arguments;
    }

    private int run(String... words) {
        StringWriter text = new StringWriter();
        int exitCode = TrialSealCommand.run(
                LongChain.surroundings(chain.newest()),
                new PrintWriter(text),
                command(words).toArray(String[]::new));
        said = text.toString();
        return exitCode;
    }

    /** Processor time of the quickest round: other work on the computer does not count. */
    private Duration best() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = threads.getCurrentThreadCpuTime();
            assertThat(run("verify", at("p.trialseal"))).as(said).isZero();
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        return Duration.ofNanos(best);
    }

    @Test
    void verify_twentyTwoThousandHeaders_takesUnderHalfASecond() throws IOException {
        assertThat(Files.size(folder.resolve("p.trialseal"))).isBetween(960_000L, 1_000_000L);
        Duration alone = best();
        Files.createDirectories(folder.resolve("home/headers"));
        Files.write(
                folder.resolve("home/headers/" + LongChain.NEWEST + ".bin"),
                chain.above().bytes().toArray());
        Duration besideAKnownChain = best();
        assertThat(said).contains("21999 blocks");
        System.out.println("22,000 headers: " + alone.toMillis() + " ms; beside as many known ones: "
                + besideAKnownChain.toMillis() + " ms");
        assertThat(alone).isLessThan(BAR);
        assertThat(besideAKnownChain).isLessThan(BAR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.timezone=UTC -Duser.language=en",
                "-Duser.timezone=Pacific/Kiritimati -Duser.language=tr -Duser.country=TR",
                "-Duser.timezone=Pacific/Pago_Pago -Duser.language=ar -Duser.country=EG",
                "-Duser.timezone=Asia/Kathmandu -Duser.language=th -Duser.country=TH -Duser.extensions=u-ca-buddhist"
            })
    void verify_wholeProcess_saysTheSameAnywhere(String options) throws Exception {
        assertThat(run("verify", "--json", at("p.trialseal"))).isZero();
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx128m"));
        words.addAll(List.of(options.split(" ")));
        words.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                LongChain.class.getName(),
                chain.newest().display()));
        words.addAll(command("verify", "--json", at("p.trialseal")));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        System.out.println(
                "whole process, " + options + ": " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms");
        assertThat(told).isEqualTo(said);
    }
}
