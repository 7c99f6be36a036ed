package org.trialseal.core.remote.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.anchor.Deadline;

@Timeout(30)
class FolderLockTest {
    @TempDir
    private Path folder;

    private FolderLock lock() throws IOException {
        return new FolderLock(folder.resolve("lock"));
    }

    private static Deadline in(long millis) {
        return Deadline.in(Duration.ofMillis(millis));
    }

    @Test
    void holding_whileAnotherHolds_failsAtTheDeadline() throws IOException {
        try (FolderLock one = lock();
                FolderLock other = lock()) {
            one.holding(in(1000), () -> {
                assertThatThrownBy(() -> other.holding(in(100), () -> "worked"))
                        .isInstanceOf(IOException.class)
                        .hasMessage("the practice folder is in use by another program");
                return "held";
            });
            assertThat(other.holding(in(1000), () -> "worked")).isEqualTo("worked");
        }
    }

    @Test
    void holding_workThatFails_letsGo() throws IOException {
        try (FolderLock one = lock();
                FolderLock other = lock()) {
            assertThatThrownBy(() -> one.holding(in(1000), () -> {
                        throw new IOException("disk");
                    }))
                    .hasMessage("disk");
            assertThat(other.holding(in(1000), () -> "worked")).isEqualTo("worked");
        }
    }

    @Test
    void holding_manyThreads_neverTwoAtOnce() throws IOException, InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger worst = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        try (FolderLock one = lock();
                FolderLock other = lock()) {
            Thread[] threads = new Thread[4];
            for (int i = 0; i < threads.length; i++) {
                FolderLock used = i % 2 == 0 ? one : other;
                threads[i] = new Thread(() -> {
                    for (int n = 0; n < 25; n++) {
                        try {
                            used.holding(in(10_000), () -> {
                                worst.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                Thread.onSpinWait();
                                inside.decrementAndGet();
                                return done.incrementAndGet();
                            });
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    }
                });
                threads[i].start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(done.get()).isEqualTo(100);
        assertThat(worst.get()).isEqualTo(1);
    }
}
