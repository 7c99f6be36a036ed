package org.trialseal.importers.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.trialseal.core.digest.MalformedException;

/** The beginning of a text in UTF-8. Not a value: it hands its array out without copying. */
final class Sample {
    private final byte[] text;
    private final boolean whole;

    private Sample(byte[] text, boolean whole) {
        this.text = text;
        this.whole = whole;
    }

    /** Reads about {@code most} bytes of text, or all when there are fewer, and closes the input. */
    static Sample read(InputStream input, TextEncoding encoding, String file, int most)
            throws IOException, MalformedException {
        byte[] text = new byte[most];
        int used = 0;
        boolean ended = false;
        try (Utf8Source source = encoding.utf8Of(input, file)) {
            while (!ended && most - used >= Utf8Source.MIN_READ) {
                int count = source.read(text, used, most - used);
                ended = count < 0;
                used += Math.max(0, count);
            }
        }
        return new Sample(Arrays.copyOf(text, used), ended);
    }

    /** The text; not to be written to. */
    byte[] text() {
        return text;
    }

    /** Whether nothing follows it. */
    boolean isWhole() {
        return whole;
    }
}
