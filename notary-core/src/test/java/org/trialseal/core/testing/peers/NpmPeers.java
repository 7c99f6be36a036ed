package org.trialseal.core.testing.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The npm packages that {@code src/peers} pins, installed to {@code target/peers}, scripts excluded. */
public final class NpmPeers {
    private static final Duration LONGEST_INSTALL = Duration.ofMinutes(5);
    private static final Duration LONGEST_RUN = Duration.ofSeconds(40);
    private static final String LOCK = "package-lock.json";

    private final Path folder;

    private NpmPeers(Path folder) {
        this.folder = folder;
    }

    /** Installs them unless they are there; the test fails when that cannot be, or is skipped when they are left out. */
    public static NpmPeers require() throws IOException, InterruptedException {
        Peer.NPM.require();
        Path sources = Path.of("src/peers").toAbsolutePath();
        Path folder = Path.of("target/peers").toAbsolutePath();
        boolean installed = Files.exists(folder.resolve("node_modules/.package-lock.json"))
                && Files.mismatch(folder.resolve(LOCK), sources.resolve(LOCK)) < 0;
        Files.createDirectories(folder);
        for (String name : List.of("package.json", LOCK, "bitcoin-node.js")) {
            Files.copy(sources.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!installed) {
            install(folder);
        }
        return new NpmPeers(folder);
    }

    private static void install(Path folder) throws IOException, InterruptedException {
        ProcessBuilder npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        npm.directory(folder.toFile());
        try {
            PeerProcess.Ending ending = PeerProcess.run(npm, LONGEST_INSTALL);
            if (ending.exitCode() != 0) {
                throw Peer.NPM.missing("npm ci: " + ending.words());
            }
        } catch (IOException e) {
            throw Peer.NPM.missing(String.valueOf(e.getMessage()));
        }
    }

    /** Starts a node in regtest; {@code home} gets what its clients need to know. */
    public BitcoinNode startNode(Path home) throws IOException, InterruptedException {
        return BitcoinNode.start(folder, home);
    }

    /**
     * Runs the JavaScript client; the test fails when that does.
     *
     * @param home where it looks for {@code .bitcoin/bitcoin.conf}
     * @return what it said
     */
    public String client(Path home, String... arguments) throws IOException, InterruptedException {
        PeerProcess.Ending ending = run(home, arguments);
        if (ending.exitCode() != 0) {
            throw new AssertionError("ots-cli.js " + List.of(arguments) + ": " + ending.words());
        }
        return ending.words();
    }

    /** Runs the JavaScript client, which must refuse; what it said. */
    public String refusal(Path home, String... arguments) throws IOException, InterruptedException {
        PeerProcess.Ending ending = run(home, arguments);
        if (ending.exitCode() != 1) {
            throw new AssertionError("ots-cli.js " + List.of(arguments) + " did not refuse: " + ending.words());
        }
        return ending.words();
    }

    private PeerProcess.Ending run(Path home, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "node", folder.resolve("node_modules/opentimestamps/ots-cli.js").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = PeerProcess.builder(home, command);
        builder.environment().put("HOME", home.toString());
        return PeerProcess.run(builder, LONGEST_RUN);
    }
}
