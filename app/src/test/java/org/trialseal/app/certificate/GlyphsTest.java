package org.trialseal.app.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of text from anywhere before it is set on paper. */
final class GlyphsTest {
    private final Glyphs glyphs = new Glyphs(code -> code < 0x500 || code == 0x202e || code == 0x200b);

    @ParameterizedTest
    @CsvSource({
        "202e, \\u202e",
        "200b, \\u200b",
        "0007, \\u0007",
        "000a, \\u000a",
        "00a0, \\u00a0",
        "00ad, \\u00ad",
        "0301, \\u0301",
        "feff, \\ufeff",
        "d800, \\ud800",
        "65e5, \\u65e5",
        "1f600, \\u{1f600}",
        "e0041, \\u{e0041}"
    })
    void shown_aCharacterThatIsInvisibleOrHasNoGlyph_isAnEscape(String code, String shown) {
        String text = "a" + Character.toString(Integer.parseInt(code, 16)) + "b";
        String expected = code.equals("0301") ? "\u00e1b" : "a" + shown + "b";
        assertThat(glyphs.shown(text)).isEqualTo(expected);
    }

    @Test
    void shown_aMarkWithNothingToCombineWith_isAnEscape() {
        assertThat(glyphs.shown("x\u0301")).isEqualTo("x\\u0301");
    }

    @Test
    void shown_whatBeginsLikeAFormula_staysWhatItIs() {
        assertThat(glyphs.shown("=cmd|' /C calc'!A0")).isEqualTo("=cmd|' /C calc'!A0");
    }

    @Test
    void shown_veryLongText_keepsBothEnds() {
        String shown = glyphs.shown("begin" + "x".repeat(100_000) + "end");
        assertThat(shown).hasSizeLessThan(Glyphs.MOST + 10).startsWith("begin").endsWith("end");
        assertThat(shown).contains(" ... ");
    }
}
