package org.trialseal.importers.odm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Sha256;

/**
 * Where a data element stands in the study, as bytes: for each element from the study down to it {@code kind | name | 00 |
 * [01 | repeat key] | 00}, the kind being above 0. XML has no character 0, so that different elements have different paths,
 * and that of an element begins with those of the elements around it. With {@code 00 | number} behind it, the path of an
 * element sorts before those of the elements inside it, and by number.
 */
final class DataPath {
    private static final int END = 0;
    private static final int REPEAT = 1;

    /** Longer names are represented by {@code ff} and their SHA-256 in hexadecimal; no character is encoded as {@code ff}. */
    private static final int LONGEST = 1 << 10;

    private static final int HASHED = 0xff;
    private static final int NUMBER_LENGTH = 1 + Long.BYTES;

    private DataPath() {}

    /** @param open elements, innermost first */
    static byte[] of(Deque<Context> open) {
        ByteArrayOutputStream path = new ByteArrayOutputStream();
        for (Iterator<Context> outermost = open.descendingIterator(); outermost.hasNext(); ) {
            Context context = outermost.next();
            @Nullable String repeat = context.kind() == Context.Kind.CLINICAL_DATA ? null : context.repeat();
            path.write(context.kind().code());
            write(path, context.name());
            path.write(END);
            if (repeat != null) {
                path.write(REPEAT);
                write(path, repeat);
            }
            path.write(END);
        }
        return path.toByteArray();
    }

    private static void write(ByteArrayOutputStream path, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) {
            path.write(HASHED);
            path.writeBytes(Sha256.of(bytes).hex().getBytes(StandardCharsets.US_ASCII));
        } else {
            path.writeBytes(bytes);
        }
    }

    /** The path with a number. */
    static byte[] numbered(byte[] path, long number) {
        return ByteBuffer.allocate(path.length + NUMBER_LENGTH)
                .put(path)
                .put((byte) END)
                .putLong(number)
                .array();
    }

    /** The length of the path of a numbered one. */
    static int length(byte[] numbered) {
        return numbered.length - NUMBER_LENGTH;
    }

    /** The number of a numbered path. */
    static long number(byte[] numbered) {
        return ByteBuffer.wrap(numbered).getLong(numbered.length - Long.BYTES);
    }
}
