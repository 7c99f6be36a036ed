package org.trialseal.core.prove;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trialseal.core.digest.Bytes;

/** The bytes of a package, and those that stand in it in hexadecimal, to be searched. */
final class Haystack {
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{16,}");

    private static final int WINDOW = 16;

    private final String bytes;
    private final Set<Bytes> windows;

    private Haystack(byte[] bytes) {
        this.bytes = new String(bytes, StandardCharsets.ISO_8859_1);
        this.windows = windows(WINDOW);
    }

    static Haystack of(Path file) throws Exception {
        return of(Files.readAllBytes(file));
    }

    /** The bytes, and after them each run of 16 hexadecimal digits or more, decoded from its first and from its second digit. */
    static Haystack of(byte[] file) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(file);
        Matcher runs = HEX.matcher(new String(file, StandardCharsets.ISO_8859_1));
        while (runs.find()) {
            for (int from = 0; from < 2; from++) {
                String run = runs.group().substring(from);
                all.writeBytes(HexFormat.of().parseHex(run.substring(0, run.length() / 2 * 2)));
            }
        }
        return new Haystack(all.toByteArray());
    }

    byte[] bytes() {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The same with more bytes at the end. */
    Haystack and(byte[] more) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(bytes());
        all.writeBytes(more);
        return new Haystack(all.toByteArray());
    }

    boolean holds(byte[] needle) {
        boolean mayHold = needle.length < WINDOW || windows.contains(Bytes.copyOf(needle, 0, WINDOW));
        return mayHold && bytes.contains(new String(needle, StandardCharsets.ISO_8859_1));
    }

    boolean holds(String text) {
        return holds(text.getBytes(StandardCharsets.UTF_8));
    }

    /** All strings of this length, wherever they begin. */
    final Set<Bytes> windows(int length) {
        byte[] all = bytes();
        Set<Bytes> windows = new HashSet<>();
        for (int from = 0; from + length <= all.length; from++) {
            windows.add(Bytes.copyOf(all, from, from + length));
        }
        return windows;
    }
}
