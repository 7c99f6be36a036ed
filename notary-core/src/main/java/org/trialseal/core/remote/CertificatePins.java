package org.trialseal.core.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.DurableFiles;

/**
 * Which certificate a server showed when it was first used: a text file of lines {@code host:port digest}, the digest
 * that of the certificate (SHA-256, lower-case hexadecimal). Whoever trusts a new certificate removes the line.
 */
public final class CertificatePins {
    private static final int MAX_FILE_BYTES = 1 << 20;
    private static final Pattern LINE = Pattern.compile("(\\S+) ([0-9a-f]{64})");

    private final Path file;

    /** The pins in a file, which need not exist. */
    public CertificatePins(Path file) {
        this.file = file;
    }

    /** Where they are. */
    public Path file() {
        return file;
    }

    /** What {@code server} showed when it was first used. */
    Optional<Sha256> of(String server) throws IOException {
        return Optional.ofNullable(all().get(server));
    }

    /** Remembers what {@code server} shows. */
    void remember(String server, Sha256 certificate) throws IOException {
        Map<String, Sha256> pins = all();
        pins.put(server, certificate);
        StringBuilder text = new StringBuilder();
        pins.forEach((name, digest) ->
                text.append(name).append(' ').append(digest.hex()).append('\n'));
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        DurableFiles.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Sha256> all() throws IOException {
        Map<String, Sha256> pins = new TreeMap<>();
        if (Files.exists(file)) {
            String text = new String(DurableFiles.readSmall(file, MAX_FILE_BYTES), StandardCharsets.UTF_8);
            text.lines()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .forEach(line -> pins.put(line.group(1), Sha256.ofHex(line.group(2))));
        }
        return pins;
    }
}
