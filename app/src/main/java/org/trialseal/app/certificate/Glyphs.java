package org.trialseal.app.certificate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Text from anywhere as it can be shown on paper, where nothing is invisible and nothing turns around: whatever the faces
 * have no glyph for, and characters that control, format, combine or are blank in another way than the space, become
 * backslash, u and four hexadecimal digits, or braces around more. Long text loses its middle.
 */
final class Glyphs {
    /** Most characters, escapes written out, that are shown of one text. */
    static final int MOST = 1_200;

    private static final int END_KEPT = 100;
    private static final String CUT = " ... ";
    private static final int BASIC = 0xffff;

    private final IntPredicate drawn;

    /** @param drawn whether there is a glyph for a code point */
    Glyphs(IntPredicate drawn) {
        this.drawn = drawn;
    }

    String shown(String text) {
        List<String> characters = Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .mapToObj(this::shown)
                .toList();
        String whole = String.join("", characters);
        if (whole.length() <= MOST) {
            return whole;
        }
        int begin = fitting(characters, MOST - END_KEPT);
        List<String> reversed = new ArrayList<>(characters);
        Collections.reverse(reversed);
        int end = characters.size() - fitting(reversed, END_KEPT);
        return String.join("", characters.subList(0, begin))
                + CUT
                + String.join("", characters.subList(end, characters.size()));
    }

    /** How many characters come to at most this length together. */
    private static int fitting(List<String> characters, int most) {
        int length = 0;
        int count = 0;
        while (count < characters.size() && length + characters.get(count).length() <= most) {
            length += characters.get(count).length();
            count++;
        }
        return count;
    }

    private String shown(int code) {
        if (code == ' ' || isPlain(code) && drawn.test(code)) {
            return Character.toString(code);
        }
        return code <= BASIC
                ? String.format(Locale.ROOT, "\\u%04x", code)
                : String.format(Locale.ROOT, "\\u{%x}", code);
    }

    private static boolean isPlain(int code) {
        switch (Character.getType(code)) {
            case Character.UPPERCASE_LETTER:
            case Character.LOWERCASE_LETTER:
            case Character.TITLECASE_LETTER:
            case Character.MODIFIER_LETTER:
            case Character.OTHER_LETTER:
            case Character.DECIMAL_DIGIT_NUMBER:
            case Character.LETTER_NUMBER:
            case Character.OTHER_NUMBER:
                return true;
            default:
                return isSign(code);
        }
    }

    private static boolean isSign(int code) {
        switch (Character.getType(code)) {
            case Character.DASH_PUNCTUATION:
            case Character.START_PUNCTUATION:
            case Character.END_PUNCTUATION:
            case Character.CONNECTOR_PUNCTUATION:
            case Character.OTHER_PUNCTUATION:
            case Character.INITIAL_QUOTE_PUNCTUATION:
            case Character.FINAL_QUOTE_PUNCTUATION:
            case Character.MATH_SYMBOL:
            case Character.CURRENCY_SYMBOL:
            case Character.MODIFIER_SYMBOL:
            case Character.OTHER_SYMBOL:
                return true;
            default:
                return false;
        }
    }
}
