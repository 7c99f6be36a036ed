package org.trialseal.importers.xport;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text in a field of fixed width, filled up with blanks. */
final class FixedText {
    private FixedText() {}

    /** The end of the text: the offset behind the last byte that is not a blank. */
    static int end(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && bytes[end - 1] == ' ') {
            end--;
        }
        return end;
    }

    /** Whether every byte is ASCII. */
    static boolean isAscii(byte[] bytes, int from, int to) {
        int all = 0;
        for (int i = from; i < to; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    /** The characters; empty when the bytes are not valid in the charset. */
    static Optional<String> decode(byte[] bytes, int from, int to, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether text can be a name: not empty, printable, without blanks when {@code strict}, then in ASCII too. */
    static boolean isName(String text, boolean strict) {
        return !text.isBlank()
                && text.chars().noneMatch(c -> Character.isISOControl(c) || strict && (c == ' ' || c > 0x7F));
    }

    /** A name in a field: its characters without the blanks that fill the field up, if it is one. */
    static Optional<String> name(byte[] bytes, int from, int to, boolean strict) {
        return decode(bytes, from, end(bytes, from, to), StandardCharsets.UTF_8).filter(text -> isName(text, strict));
    }
}
