package org.trialseal.core.testing.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end, or ends it. */
final class PeerProcess {
    /** What a program that cannot reach the loopback interface would need: nowhere. */
    private static final String NOWHERE = "http://127.0.0.1:9";

    private PeerProcess() {}

    /**
     * What a program said, on both outputs.
     *
     * @param exitCode 0 when all went well
     */
    record Ending(int exitCode, String words) {}

    /** A program that is kept from every proxy and so, being tried on a computer with a network, from the outside. */
    static ProcessBuilder builder(Path folder, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        for (String name : List.of("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy")) {
            environment.put(name, NOWHERE);
        }
        environment.put("no_proxy", "127.0.0.1");
        environment.put("NO_PROXY", "127.0.0.1");
        return builder;
    }

    static Ending run(ProcessBuilder builder, Duration longest) throws IOException, InterruptedException {
        Path said = Files.createTempFile("peer", ".txt");
        try {
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                end(process);
            }
            String words = Files.readString(said, StandardCharsets.UTF_8);
            return ended
                    ? new Ending(process.exitValue(), words)
                    : new Ending(-1, words + "\n(ended after " + longest + ")");
        } finally {
            Files.delete(said);
        }
    }

    /** Ends a process that was started here, and whatever it started. */
    static void end(Process process) throws InterruptedException {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
