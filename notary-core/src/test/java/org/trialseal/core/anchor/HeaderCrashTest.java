package org.trialseal.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.MiniChain;
import org.trialseal.core.evidence.FolderInUseException;
import org.trialseal.core.testing.ChainSource;
import org.trialseal.core.testing.Seeded;

/** Processes that are killed while they fetch: what they said is on the disk stays there, and the next goes on. */
@Timeout(180)
class HeaderCrashTest {
    private static final int KILLS = 5;
    private static final int FIRST = 32;

    @TempDir
    private Path folder;

    private static final long LONG_PAUSE = 5_000;

    private final MiniChain chain = HeaderChild.chain();

    private HeaderStore store() {
        return new HeaderStore(folder, chain.checkpoints(2));
    }

    private HeaderNews finish() throws IOException {
        return new HeaderFetch(store(), HeaderProgress.silent())
                .extend(ChainSource.of(chain.runFrom(0)), Deadline.in(Duration.ofMinutes(1)));
    }

    @Test
    void kill_atAnyMoment_losesNothingAcknowledged() throws IOException, InterruptedException {
        Random random = Seeded.random("HeaderCrashTest");
        long end = FIRST;
        for (int i = 0; i < KILLS; i++) {
            long acknowledged = end + fetchAndKill(1 + random.nextInt(12), random.nextInt(15));
            end = store().top().map(HeaderRun::endHeight).orElse((long) FIRST);
            assertThat(end).as("kill " + i).isGreaterThanOrEqualTo(acknowledged);
            if (end > FIRST) {
                assertThat(store().top()).contains(chain.run(FIRST, (int) end));
            }
        }
        finish();
        assertThat(store().top()).contains(chain.runFrom(FIRST));
    }

    @Test
    void twoProcesses_atOnce_oneIsToldAndBothCanRead() throws IOException, InterruptedException {
        Process child = start(LONG_PAUSE);
        try (BufferedReader out = child.inputReader(StandardCharsets.US_ASCII)) {
            out.readLine();
            out.readLine();
            assertThatThrownBy(this::finish).isInstanceOf(FolderInUseException.class);
            assertThat(store().top()).isPresent();
        } finally {
            child.destroyForcibly().waitFor();
        }
        finish();
        assertThat(store().top()).contains(chain.runFrom(FIRST));
    }

    /** Kills the process some milliseconds after so many of its answers; gives how many headers it had acknowledged. */
    private long fetchAndKill(int answers, long millisLater) throws IOException, InterruptedException {
        Process child = start(0);
        long acknowledged = 0;
        try (BufferedReader out = child.inputReader(StandardCharsets.US_ASCII)) {
            assertThat(out.readLine()).isEqualTo("ready");
            String line = out.readLine();
            for (int i = 1; i <= answers && !line.equals(HeaderChild.DONE); i++) {
                acknowledged = Long.parseLong(line);
                line = i < answers ? out.readLine() : line;
            }
            TimeUnit.MILLISECONDS.sleep(millisLater);
        } finally {
            child.destroyForcibly().waitFor();
        }
        return acknowledged;
    }

    private Process start(long pause) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeaderChild.class.getName(),
                        folder.toString(),
                        Long.toString(pause))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
