package org.trialseal.importers.xport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.fault.DataFault;
import org.trialseal.importers.fault.Part;

/**
 * One card of a transport file: 80 bytes, and where they stand.
 *
 * <p>Not a value: it hands its array over without copying, and nobody writes to it.
 */
final class Card {
    /** Bytes of a card. */
    static final int LENGTH = 80;

    /** Bytes of a header card that tell which header it is. */
    static final int TITLE_LENGTH = 48;

    private final String file;
    private final long offset;
    private final byte[] bytes;

    Card(String file, long offset, byte[] bytes) {
        this.file = file;
        this.offset = offset;
        this.bytes = bytes;
    }

    /** The first bytes of the header card called {@code name}, e.g. {@code OBS}. */
    static byte[] title(String name) {
        StringBuilder padded = new StringBuilder(name);
        while (padded.length() < 8) {
            padded.append(' ');
        }
        return ("HEADER RECORD*******" + padded + "HEADER RECORD!!!!!!!").getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether this is the header card called {@code name}. */
    boolean isHeader(String name) {
        return Arrays.equals(bytes, 0, TITLE_LENGTH, title(name), 0, TITLE_LENGTH);
    }

    /** @throws MalformedException when this is not the header card called {@code name} */
    void requireHeader(String name) throws MalformedException {
        if (!isHeader(name)) {
            throw malformed(0, DataFault.NO_HEADER, name);
        }
    }

    /** Requires fixed characters from {@code at} on. */
    void require(int at, String characters, Part what) throws MalformedException {
        if (!text(at, characters.length()).equals(characters)) {
            throw malformed(at, DataFault.PART_DIFFERS, what.of());
        }
    }

    /** Characters, one for each byte. */
    String text(int at, int length) {
        return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }

    /** The array that holds the card; not to be written to. */
    byte[] bytes() {
        return bytes;
    }

    /**
     * A decimal number, with blanks before or behind it.
     *
     * @throws MalformedException when there is no such number, or it is negative
     */
    int number(int at, int length, Part what) throws MalformedException {
        String digits = text(at, length).strip();
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw malformed(at, DataFault.PART_NO_NUMBER, what.of());
        }
        return Integer.parseInt(digits);
    }

    /** Refuses bytes outside ASCII in a field that the format gives to the program that wrote the file. */
    void requireAscii(int at, int length, Part what) throws MalformedException {
        for (int i = at; i < at + length; i++) {
            if (bytes[i] < 0) {
                throw malformed(i, DataFault.PART_NOT_ASCII, what.of());
            }
        }
    }

    MalformedException malformed(int at, DataFault fault, Object... values) {
        return fault.at(file, offset + at, values);
    }
}
