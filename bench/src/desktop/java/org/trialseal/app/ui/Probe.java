package org.trialseal.app.ui;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;

/**
 * Hands a message to the interface thread every five milliseconds, whether or not the one before has arrived, and notes how
 * long each was on its way: as long as a click at that moment would have had to wait. It also notes how much processor time
 * the interface thread had meanwhile, which other programs on the machine hardly change.
 */
final class Probe {
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(30);
    private static final long STALL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path PEAK = Path.of("/proc/self/clear_refs");

    private final Samples all = new Samples();
    private final AtomicReference<Samples> current = new AtomicReference<>(new Samples());
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long interfaceThread;
    private volatile long lastArrival = System.nanoTime();
    private final Thread thread = new Thread(this::run, "benchmark-probe");

    /**
     * What was seen of one part of the story; times in milliseconds.
     *
     * @param wall until the message arrived
     * @param own of that, what the interface thread itself worked
     * @param peakMegabytes the most memory that was resident
     */
    record Seen(Times wall, Times own, long peakMegabytes) {}

    /**
     * Times in milliseconds.
     *
     * @param stalls how often one was longer than a quarter of a second
     */
    record Times(double p50, double p99, double max, int stalls) {}

    private static final class Samples {
        private final Waits wall = new Waits();
        private final Waits own = new Waits();

        void add(long wallNanos, long ownNanos) {
            wall.add(wallNanos);
            own.add(ownNanos);
        }
    }

    /** Waiting times, in nanoseconds. */
    private static final class Waits {
        private long[] waits = new long[1 << 12];
        private int size;
        private int stalls;
        private boolean stalled;

        private synchronized void add(long nanos) {
            if (size == waits.length) {
                waits = Arrays.copyOf(waits, size * 2);
            }
            waits[size++] = nanos;
            // The messages behind a stall wait too, each a little less: together they are one.
            stalls += nanos > STALL_NANOS && !stalled ? 1 : 0;
            stalled = nanos > STALL_NANOS;
        }

        private synchronized Times times() {
            long[] sorted = Arrays.copyOf(waits, size);
            Arrays.sort(sorted);
            return new Times(at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1), stalls);
        }

        private static double at(long[] sorted, double part) {
            int place = (int) Math.ceil(part * sorted.length) - 1;
            return sorted.length == 0 ? 0 : sorted[Math.max(0, place)] / 1e6;
        }
    }

    /** A probe of the interface thread that has this id. */
    Probe(long interfaceThread) {
        this.interfaceThread = interfaceThread;
    }

    void start() {
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void run() {
        long next = System.nanoTime();
        while (!Thread.interrupted()) {
            Samples samples = current.get();
            long worked = threads.getThreadCpuTime(interfaceThread);
            long sent = System.nanoTime();
            Platform.runLater(() -> {
                lastArrival = System.nanoTime();
                long wall = System.nanoTime() - sent;
                long own = threads.getCurrentThreadCpuTime() - worked;
                samples.add(wall, own);
                all.add(wall, own);
            });
            next = Math.max(next + EVERY_NANOS, sent);
            try {
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Whether no message has arrived for longer than it should take. */
    boolean isWaiting() {
        return System.nanoTime() - lastArrival > LONG_NANOS;
    }

    /** Begins a part of the story. */
    void begin() throws IOException {
        Files.writeString(PEAK, "5", StandardCharsets.US_ASCII);
        current.set(new Samples());
    }

    /** What was seen since the start. */
    Seen all() throws IOException {
        return new Seen(all.wall.times(), all.own.times(), kilobytes("VmHWM:") / 1024);
    }

    /** What was seen since it began. */
    Seen end() throws IOException {
        Samples samples = current.get();
        return new Seen(samples.wall.times(), samples.own.times(), kilobytes("VmHWM:") / 1024);
    }

    private static long kilobytes(String name) throws IOException {
        List<String> lines = Files.readAllLines(STATUS);
        String line = lines.stream().filter(each -> each.startsWith(name)).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
    }
}
