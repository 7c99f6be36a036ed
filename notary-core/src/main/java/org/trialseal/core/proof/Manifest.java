package org.trialseal.core.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;

/** The manifest: a line {@code <digest>  <name>\n} for each entry after it, in their order. */
final class Manifest {
    private static final int HEX = 2 * Sha256.LENGTH;
    private static final Bytes SEPARATOR = Bytes.copyOf(new byte[] {' ', ' '});

    private final List<Sha256> digests = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    static Manifest read(String source, InputStream in) throws IOException, MalformedException {
        StrictInput input = new StrictInput(source, in);
        Manifest manifest = new Manifest();
        while (!input.atEnd()) {
            manifest.readLine(input);
            if (!Limit.ARCHIVE_ENTRIES.allows(manifest.names.size())) {
                throw input.error(
                        MalformedException.Kind.TOO_LARGE, "more than " + Limit.ARCHIVE_ENTRIES.max() + " lines");
            }
        }
        return manifest;
    }

    private void readLine(StrictInput input) throws IOException, MalformedException {
        StringBuilder digest = new StringBuilder();
        for (int i = 0; i < HEX; i++) {
            digest.append((char) input.octet());
        }
        input.expect(SEPARATOR, "two spaces stand between digest and name");
        StringBuilder name = new StringBuilder();
        for (int c = input.octet(); c != '\n'; c = input.octet()) {
            if (!Limit.NAME.allows(name.length() + 1)) {
                throw input.error(MalformedException.Kind.TOO_LARGE, "a name is longer than " + Limit.NAME.max());
            }
            name.append((char) c);
        }
        names.add(name.toString());
        digests.add(digest(input, digest.toString()));
    }

    private static Sha256 digest(StrictInput input, String hex) throws MalformedException {
        try {
            return Sha256.ofHex(hex);
        } catch (IllegalArgumentException e) {
            throw input.error("a digest is " + e.getMessage());
        }
    }

    List<String> names() {
        return names;
    }

    Sha256 digest(int line) {
        return digests.get(line);
    }

    static String line(Sha256 digest, String name) {
        return digest.hex() + "  " + name + "\n";
    }
}
