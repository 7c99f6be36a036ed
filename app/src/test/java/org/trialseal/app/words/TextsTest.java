package org.trialseal.app.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.app.testing.Bundles;
import org.trialseal.core.bitcoin.Finding;
import org.trialseal.core.bitcoin.Tier;
import org.trialseal.core.verify.CheckId;
import org.trialseal.core.verify.NotShown;
import org.trialseal.core.verify.Reason;

/** The bundles that both faces share: complete, and every word is used. */
final class TextsTest {
    private static final List<String> FOLDERS = List.of("story", "certificate");

    /** Keys that are put together: from codes of the core, and from steps of an anchor. */
    private static final Set<String> FAMILIES = Set.of(
            "story.question.", "story.passed.", "story.reason.", "story.tier.", "story.left.", "certificate.anchor.");

    @ParameterizedTest
    @ValueSource(strings = {"story", "certificate"})
    void bundles_inBothLanguages_haveTheSameKeysAndPlaces(String name) throws IOException {
        Bundles.assertAlike(name, name + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"story", "certificate"})
    void keys_ofABundle_areAllUsed(String name) throws IOException {
        Bundles.assertUsed(name, Bundles.sources(FOLDERS), "one|other|unnamed", FAMILIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void keys_thatTheSourcesUse_areAllThere(String language) throws IOException {
        Texts texts = texts(language);
        Matcher used = Pattern.compile("words\\.of\\(\\s*\"([a-z.-]+[a-z])\"").matcher(Bundles.sources(FOLDERS));
        int count = 0;
        while (used.find()) {
            assertThat(texts.has(used.group(1))).as(used.group(1)).isTrue();
            count++;
        }
        assertThat(count).isGreaterThan(50);
    }

    private static Texts texts(String language) {
        return Texts.in(
                Locale.forLanguageTag(language), List.of("org.trialseal.app.story", "org.trialseal.app.certificate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void texts_forEveryCodeOfTheCore_areThere(String language) {
        Texts texts = texts(language);
        Stream<String> codes = Stream.of(
                        Arrays.stream(Reason.values()).map(reason -> "story.reason." + reason.code()),
                        Arrays.stream(Finding.values()).map(finding -> "story.reason." + finding.code()),
                        Arrays.stream(Tier.values()).map(tier -> "story.tier." + tier.jsonName()),
                        Arrays.stream(NotShown.values())
                                .map(left -> "story.left." + left.name().toLowerCase(Locale.ROOT)),
                        Stream.concat(CheckId.ALWAYS.stream(), Stream.of("completeness", "append", "signatures"))
                                .map(id -> "story.question." + id))
                .flatMap(keys -> keys);
        codes.forEach(key -> assertThat(texts.has(key)).as(key).isTrue());
    }

    @Test
    void of_anUnknownKey_isABug() {
        assertThatThrownBy(() -> texts("de").of("story.nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("story.nowhere");
    }
}
