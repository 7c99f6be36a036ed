package org.trialseal.app.ui.words;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.trialseal.app.words.Texts;
import org.trialseal.app.work.Safe;
import org.trialseal.core.digest.Phrase;

/**
 * All words of the desktop in one language. Each feature has the bundle {@code words} in its own package, whose keys begin
 * with the feature's name. {@code {0}}, {@code {1}} ... stand for values; nothing else is special, no apostrophe and no
 * brace.
 */
public final class Words {
    /** The packages below {@code org.trialseal.app.ui} that have words. */
    public static final List<String> FEATURES = List.of(
            "part", "paper", "shell", "home", "seal", "verify", "trail", "studies", "compare", "prove", "settings");

    /** The package whose words are those of codes of the core. */
    static final String CODES = "words";

    private static final String PACKAGE = "org.trialseal.app.ui.";

    private final Language language;
    private final Texts texts;

    private Words(Language language) {
        this.language = language;
        this.texts = Texts.in(
                language.locale(),
                Stream.concat(FEATURES.stream(), Stream.of(CODES))
                        .map(PACKAGE::concat)
                        .toList());
    }

    /** The words in a language. */
    public static Words in(Language language) {
        return new Words(language);
    }

    /** The language. */
    public Language language() {
        return language;
    }

    /**
     * The text of a key.
     *
     * @param values what stands for {@code {0}}, {@code {1}} ...; numbers and days are written as the language does
     * @throws IllegalArgumentException when there is no such key
     */
    public String of(String key, Object... values) {
        return texts.of(key, values);
    }

    /** What a code of the core says, with its values; harmless whatever they hold. */
    public String say(Phrase phrase) {
        Object[] values = phrase.values().stream().map(this::value).toArray();
        String key = Said.key(phrase.code());
        return texts.has(key)
                ? texts.of(key, values)
                : texts.filled(phrase.code().pattern(), values);
    }

    private Object value(Object value) {
        if (value instanceof Phrase inner) {
            return say(inner);
        }
        return value instanceof String text ? Safe.text(text) : value;
    }

    /** Whether the words of a phrase only say in general what its English sentence says. */
    public boolean isGeneral(Phrase phrase) {
        return Said.isGeneral(phrase.code());
    }

    /** The text of {@code key.one} or {@code key.other}, with the number as {@code {0}}. */
    public String count(String key, long number) {
        return texts.count(key, number);
    }

    /** Whether a key has a text: for words that come from the core, whose list may grow. */
    public boolean has(String key) {
        return texts.has(key);
    }

    /** A whole number with the language's separators. */
    public String number(long number) {
        return texts.number(number);
    }

    /** A day, in full: 14 March 2026. */
    public String day(LocalDate day) {
        return texts.day(day);
    }

    /** A moment, to the minute and in UTC: 14 March 2026, 09:30 UTC. */
    public String moment(Instant moment) {
        return texts.moment(moment);
    }
}
