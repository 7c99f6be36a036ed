package org.trialseal.core.testing.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The reference library, as Debian packs it, behind {@code src/peers/ots_peer.py}. */
public final class PythonPeer {
    private static final Duration LONGEST_RUN = Duration.ofSeconds(60);

    /** Debian's own: another python3 may stand first on the path. */
    private static final String PYTHON = "/usr/bin/python3";

    private PythonPeer() {}

    /** Fails the test when it is not there, or skips it when it is left out. */
    public static PythonPeer require() throws InterruptedException {
        Peer.PYTHON.require();
        try {
            ProcessBuilder probe = new ProcessBuilder(PYTHON, "-c", "import opentimestamps");
            PeerProcess.Ending ending = PeerProcess.run(probe, LONGEST_RUN);
            if (ending.exitCode() != 0) {
                throw Peer.PYTHON.missing("apt-get install python3-opentimestamps");
            }
            return new PythonPeer();
        } catch (IOException e) {
            throw Peer.PYTHON.missing(PYTHON + ": " + e.getMessage());
        }
    }

    /** What the reference library makes of each file. */
    public List<Reading> read(List<Path> files) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("read"));
        files.forEach(file -> arguments.add(file.toString()));
        List<Reading> readings = new ArrayList<>();
        for (JsonNode line : ask(arguments)) {
            List<String> attestations = new ArrayList<>();
            line.path("attestations").forEach(attestation -> attestations.add(attestation.asText()));
            readings.add(
                    new Reading(line.path("error").asText(), line.path("digest").asText(), attestations));
        }
        return readings;
    }

    /**
     * What it read.
     *
     * @param error the kind of its error, or empty
     * @param digest of the file that is timestamped, in hexadecimal
     * @param attestations message in hexadecimal, kind and value of each
     */
    public record Reading(String error, String digest, List<String> attestations) {}

    /** Stamps a file with the calendar at an address. */
    public void stamp(String address, Path file) throws IOException, InterruptedException {
        ask(List.of("stamp", address, file.toString()));
    }

    /** Asks the calendar at an address for everything pending in a proof. */
    public void upgrade(String address, Path proof) throws IOException, InterruptedException {
        ask(List.of("upgrade", address, proof.toString()));
    }

    /** Whether a proof is about the file beside it. */
    public boolean replays(Path proof) throws IOException, InterruptedException {
        return ask(List.of("replays", proof.toString())).get(0).path("fits").asBoolean();
    }

    /** Checks each Bitcoin attestation of a proof; the times of their blocks, which is none when there is none. */
    public List<Long> check(Path proof, List<String> headers) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("check", proof.toString()));
        arguments.addAll(headers);
        List<Long> times = new ArrayList<>();
        ask(arguments).get(0).path("times").forEach(time -> times.add(time.asLong()));
        return times;
    }

    private static List<JsonNode> ask(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                PYTHON, Path.of("src/peers/ots_peer.py").toAbsolutePath().toString()));
        command.addAll(arguments);
        ProcessBuilder builder = PeerProcess.builder(Path.of("").toAbsolutePath(), command);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        PeerProcess.Ending ending = PeerProcess.run(builder, LONGEST_RUN);
        if (ending.exitCode() != 0) {
            throw new AssertionError("ots_peer.py " + arguments.get(0) + ": " + ending.words());
        }
        List<JsonNode> lines = new ArrayList<>();
        for (String line : ending.words().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }
}
