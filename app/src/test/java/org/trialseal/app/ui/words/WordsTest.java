package org.trialseal.app.ui.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trialseal.app.testing.Bundles;
import org.trialseal.core.bitcoin.Tier;
import org.trialseal.core.compare.Note;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.PlanReason;

/** Every word is there in every language, and every word is used. */
final class WordsTest {
    private static final List<String> FOLDERS = List.of("ui");

    /** Keys that are put together from codes of the core; their own tests enumerate them. */
    private static final Set<String> FAMILIES =
            Set.of("studies.cause.", "trail.tier.", "compare.note.", "part.refused.", "seal.fact.");

    /** Bundles beside the desktop's own, whose words it shows, too. */
    private static final List<String> SHARED = List.of("story", "certificate", "ui/words");

    /** Words that say what another word says already, and that word. */
    private static final Map<String, String> ENGLISH_SYNONYMS = Map.of(
            "(?i)\\b(make|made|save) (a |the )?packages?\\b", "proof",
            "(?i)evidence director|proof folder", "evidence folder",
            "(?i)\\bpatients?\\b", "subject",
            "(?i)\\btest ?net(work)?\\b", "practice network");

    private static final Map<String, String> GERMAN_SYNONYMS = Map.of(
            "Beweisordner|Beweispaket|\\b(der|den|ein|einen) Beweis\\b|Beweis (erstellen|speichern)",
                    "Nachweis, Belegordner",
            "(?i)Zeitbeweis|Zeitstempel", "Zeitnachweis",
            "Proband|Patient", "Person",
            "(?i)versiegel", "siegeln, gesiegelt",
            "Datensammlung|Datenbestand|Datensatz-Tabelle", "Tabelle",
            "Siegelkette", "Siegelbuch",
            "Prüfsumme", "Hashwert",
            "Protokoll(nummer| final)|Studienprotokoll", "Prüfplan",
            "Testnetz", "Übungsnetz");

    static Stream<String> features() {
        return Words.FEATURES.stream();
    }

    static Stream<String> bundles() {
        Stream<String> features = Words.FEATURES.stream().map("ui/"::concat);
        return Stream.concat(features, SHARED.stream());
    }

    @ParameterizedTest
    @MethodSource("features")
    void bundles_inBothLanguages_haveTheSameKeysAndPlaces(String feature) throws IOException {
        Bundles.assertAlike("ui/" + feature, feature + ".");
    }

    @ParameterizedTest
    @MethodSource("features")
    void keys_ofAFeature_areAllUsed(String feature) throws IOException {
        Bundles.assertUsed("ui/" + feature, Bundles.sources(FOLDERS), "one|other|title|advice|text|hint", FAMILIES);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void ellipses_inBothLanguages_areOneCharacterWithoutASpaceBefore(String bundle) throws IOException {
        for (String suffix : List.of("", "_de")) {
            Properties words = Bundles.read(bundle, suffix);
            for (String key : words.stringPropertyNames()) {
                assertThat(words.getProperty(key))
                        .as(key + suffix)
                        .doesNotContain("..")
                        .doesNotContainPattern("\\s\u2026");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void words_ofBothLanguages_haveOneTermForOneThing(String bundle) throws IOException {
        assertNone(Bundles.read(bundle, ""), ENGLISH_SYNONYMS);
        assertNone(Bundles.read(bundle, "_de"), GERMAN_SYNONYMS);
    }

    private static void assertNone(Properties words, Map<String, String> synonyms) {
        for (String key : words.stringPropertyNames()) {
            synonyms.forEach((pattern, instead) -> assertThat(words.getProperty(key))
                    .as("%s: say %s", key, instead)
                    .doesNotContainPattern(pattern));
        }
    }

    @Test
    void keys_thatTheSourcesUse_areAllThere() throws IOException {
        Words words = Words.in(Language.ENGLISH);
        Matcher used = Pattern.compile("words\\.of\\(\"([a-z.-]+[a-z])\"").matcher(Bundles.sources(FOLDERS));
        int count = 0;
        while (used.find()) {
            assertThat(words.has(used.group(1))).as(used.group(1)).isTrue();
            count++;
        }
        assertThat(count).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void words_forEveryTierOfTheCore_areThere(Language language) {
        Words words = Words.in(language);
        for (Tier tier : Tier.values()) {
            assertThat(words.has("trail.tier." + tier.jsonName()))
                    .as(tier.jsonName())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void words_forEveryNoteOfAComparison_areThereWithItsPlaces(Language language) {
        for (Note.Code code : Note.Code.values()) {
            assertSaid(language, "compare.note." + code.word(), code.pattern());
        }
    }

    @ParameterizedTest
    @EnumSource(Said.class)
    void words_forEveryCode_areThereInBothLanguagesWithItsPlaces(Said family) {
        for (Phrase.Code code : family.codes()) {
            for (Language language : Language.values()) {
                Words words = Words.in(language);
                String key = Said.key(code);
                boolean asInTheCore =
                        language == Language.ENGLISH && Said.ofTheCore().contains(family);
                assertThat(asInTheCore || words.has(key)).as(key).isTrue();
                Set<String> places = Bundles.places(words.has(key) ? words.of(key) : code.pattern());
                Set<String> wanted = Bundles.places(code.pattern());
                if (Said.isGeneral(code)) {
                    assertThat(wanted).as(key).containsAll(places);
                } else {
                    assertThat(places).as(key).isEqualTo(wanted);
                }
            }
        }
    }

    @Test
    void words_ofCodes_areAllUsedAndGermanOnesAreNotEnglish() throws IOException {
        Set<String> keys = Said.ofTheCore().stream()
                .flatMap(family -> family.codes().stream())
                .map(Said::key)
                .collect(Collectors.toSet());
        Properties german = Bundles.read("ui/" + Words.CODES, "_de");
        assertThat(german.stringPropertyNames()).isEqualTo(keys);
        assertThat(keys).containsAll(Bundles.read("ui/" + Words.CODES, "").stringPropertyNames());
        assertThat(german.values())
                .allSatisfy(text -> assertThat((String) text)
                        .doesNotContainPattern("(?i)\\b(the|is|has|and|with|this|where|should|there|again|not)\\b"));
    }

    @Test
    void say_nestedPhrase_saysBothAndKeepsOddCharactersHarmless() {
        Phrase inner = Phrase.of(PlanReason.NAMED_BY, "define\u202e.xml");
        Phrase phrase = Phrase.of(PlanReason.KEYS_NAMED, "A", inner, Phrase.of(PlanReason.UNIQUE, 1234));
        assertThat(Words.in(Language.GERMAN).say(phrase))
                .isEqualTo("Schlüssel A: genannt von define\\u202e.xml; eindeutig in allen 1.234 Datensätzen");
        assertThat(Words.in(Language.ENGLISH).say(phrase))
                .isEqualTo("keys A: named by define\\u202e.xml; unique in all 1,234 records");
    }

    private static void assertSaid(Language language, String key, String pattern) {
        Words words = Words.in(language);
        assertThat(words.has(key)).as(key).isTrue();
        assertThat(Bundles.places(words.of(key))).as(key).isEqualTo(Bundles.places(pattern));
    }

    @Test
    void of_anUnknownKey_isABug() {
        assertThatThrownBy(() -> Words.in(Language.GERMAN).of("part.nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("part.nowhere");
    }

    @Test
    void numbersAndDays_areWrittenAsTheLanguageDoes() {
        LocalDate day = LocalDate.of(2026, 3, 14);
        assertThat(Words.in(Language.ENGLISH).day(day)).isEqualTo("14 March 2026");
        assertThat(Words.in(Language.GERMAN).day(day)).isEqualTo("14. März 2026");
        assertThat(Words.in(Language.ENGLISH).number(1_234_567)).isEqualTo("1,234,567");
        assertThat(Words.in(Language.GERMAN).number(1_234_567)).isEqualTo("1.234.567");
    }
}
