package org.trialseal.core.remote.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.UpgradeResult;
import org.trialseal.core.anchor.Upgraded;
import org.trialseal.core.anchor.Upgrader;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.testing.Seeded;

/** Processes that are killed at any moment: whatever they were told is promised stays promised. */
@Timeout(120)
class PracticeCrashTest {
    private static final int KILLS = 4;

    @TempDir
    private Path data;

    @Test
    void kill_atAnyMoment_losesNothingAcknowledged() throws IOException, InterruptedException, MalformedException {
        Random random = Seeded.random("PracticeCrashTest");
        List<DetachedTimestamp> acknowledged = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            acknowledged.addAll(stampAndKill(2 + random.nextInt(4), random.nextInt(60)));
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(2 * KILLS);
        assertAllKept(acknowledged);
    }

    @Test
    void twoProcesses_atOnce_shareOneChain() throws IOException, InterruptedException, MalformedException {
        List<DetachedTimestamp> acknowledged = new ArrayList<>();
        Process child = start();
        try (BufferedReader out = child.inputReader(StandardCharsets.US_ASCII);
                PracticeNetwork network = PracticeNetwork.open(data, Clock.systemUTC())) {
            for (int i = 0; i < 5; i++) {
                acknowledged.add(proof(out.readLine()));
                network.mine(20);
            }
            child.destroyForcibly().waitFor();
            assertThat(network.mine(1)).isGreaterThan(100);
        } finally {
            child.destroyForcibly();
        }
        assertAllKept(acknowledged);
    }

    private void assertAllKept(List<DetachedTimestamp> acknowledged) throws IOException, InterruptedException {
        try (PracticeNetwork network = PracticeNetwork.open(data, Clock.systemUTC())) {
            network.confirm();
            Upgrader upgrader = new Upgrader(PracticeNetwork.allowList(), network, Optional.of(network));
            for (UpgradeResult result : upgrader.upgrade(acknowledged, Deadline.in(Duration.ofSeconds(30)))) {
                assertThat(result.attestations()).hasSize(2).allMatch(at -> at.outcome() instanceof Upgraded);
            }
        }
    }

    /** Kills the process some milliseconds after so many of its stampings; gives all that it printed. */
    private List<DetachedTimestamp> stampAndKill(int stampings, long millisLater)
            throws IOException, InterruptedException, MalformedException {
        Process child = start();
        List<DetachedTimestamp> proofs = new ArrayList<>();
        try (BufferedReader out = child.inputReader(StandardCharsets.US_ASCII)) {
            for (int i = 0; i < stampings; i++) {
                proofs.add(proof(out.readLine()));
            }
            TimeUnit.MILLISECONDS.sleep(millisLater);
        } finally {
            child.destroyForcibly().waitFor();
        }
        return proofs;
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PracticeChild.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static DetachedTimestamp proof(String line) throws MalformedException {
        assertThat(line).as("a line of the child").isNotNull();
        return DetachedTimestamp.read("child", Bytes.ofHex(line).toArray());
    }
}
