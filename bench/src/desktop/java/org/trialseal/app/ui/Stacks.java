package org.trialseal.app.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Looks at what the interface thread does while a message waits for it, and writes what it was seen doing most often. */
final class Stacks {
    private static final long EVERY_MILLIS = 10;
    private static final int DEEPEST = 60;

    private final Map<String, Integer> seen = new HashMap<>();
    private final Thread watched;
    private final Probe probe;
    private final Thread thread = new Thread(this::run, "benchmark-stacks");

    Stacks(Thread watched, Probe probe) {
        this.watched = watched;
        this.probe = probe;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
                if (probe.isWaiting()) {
                    note(watched.getStackTrace());
                }
            }
        } catch (InterruptedException e) {
            // The end.
        }
    }

    private synchronized void note(StackTraceElement[] stack) {
        String text = Arrays.stream(stack)
                .limit(DEEPEST)
                .map(frame -> "    " + frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining("\n"));
        seen.merge(text, 1, Integer::sum);
    }

    /** Writes what was seen since the last time, the most frequent first. */
    synchronized void write(String part, Path file) throws IOException {
        String text = seen.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(100)
                .map(entry -> String.format(Locale.ROOT, "%d samples%n%s%n", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining("\n"));
        Files.writeString(
                file,
                "== " + part + "\n" + text,
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
        seen.clear();
    }

    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
