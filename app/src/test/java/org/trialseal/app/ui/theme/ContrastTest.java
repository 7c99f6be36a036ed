package org.trialseal.app.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of each theme against their grounds: WCAG 2.2, success criteria 1.4.3 and 1.4.11. */
final class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;

    private static final List<String> GROUNDS = List.of(
            "-ts-window",
            "-ts-rail",
            "-ts-surface",
            "-ts-sunken",
            "-ts-accent-ground",
            "-ts-passed-ground",
            "-ts-failed-ground",
            "-ts-open-ground");

    private static final Pattern TOKEN = Pattern.compile("(-[a-z0-9-]+):\\s*(#[0-9a-f]{6}|-[a-z0-9-]+);");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "contrast"})
    void words_onEveryGround_haveAContrastOf4Point5(String sheet) throws IOException {
        Tokens tokens = Tokens.of(sheet);
        for (String ground : GROUNDS) {
            tokens.assertContrast("-ts-text", ground, TEXT);
            tokens.assertContrast("-ts-muted", ground, TEXT);
        }
        for (String ground : List.of("-ts-window", "-ts-rail", "-ts-surface", "-ts-accent-ground")) {
            tokens.assertContrast("-ts-accent-text", ground, TEXT);
        }
        for (String result : List.of("passed", "failed", "open")) {
            tokens.assertContrast("-ts-" + result, "-ts-" + result + "-ground", TEXT);
            tokens.assertContrast("-ts-" + result, "-ts-surface", TEXT);
        }
        tokens.assertContrast("-ts-on-accent", "-ts-accent", TEXT);
        tokens.assertContrast("-ts-on-accent", "-ts-accent-hover", TEXT);
        tokens.assertContrast("-color-fg-default", "-color-bg-default", TEXT);
        tokens.assertContrast("-color-fg-muted", "-color-bg-subtle", TEXT);
        tokens.assertContrast("-color-fg-subtle", "-color-bg-default", TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "contrast"})
    void edgesOfControlsAndTheFocus_onEveryGround_haveAContrastOf3(String sheet) throws IOException {
        Tokens tokens = Tokens.of(sheet);
        for (String ground : GROUNDS) {
            tokens.assertContrast("-ts-focus", ground, SHAPE);
            tokens.assertContrast("-ts-line-strong", ground, SHAPE);
        }
        tokens.assertContrast("-ts-accent", "-ts-window", SHAPE);
        tokens.assertContrast("-ts-accent", "-ts-surface", SHAPE);
    }

    /** The colours of a sheet by their names. */
    private record Tokens(String sheet, Map<String, String> values) {
        static Tokens of(String sheet) throws IOException {
            try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(sheet + ".css"))) {
                Matcher tokens = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                Map<String, String> values = new HashMap<>();
                while (tokens.find()) {
                    values.put(tokens.group(1), tokens.group(2));
                }
                return new Tokens(sheet, values);
            }
        }

        void assertContrast(String front, String ground, double least) {
            assertThat(contrast(front, ground))
                    .as("%s on %s in %s.css", front, ground, sheet)
                    .isGreaterThanOrEqualTo(least);
        }

        private double contrast(String front, String ground) {
            double one = luminance(front);
            double other = luminance(ground);
            return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        }

        private double luminance(String name) {
            String value = name;
            while (!value.startsWith("#")) {
                value = Objects.requireNonNull(values.get(value), value + " in " + sheet + ".css");
            }
            int colour = Integer.parseInt(value.substring(1), 16);
            return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8 & 0xff) + 0.0722 * linear(colour & 0xff);
        }

        private static double linear(int part) {
            double share = part / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
        }
    }
}
