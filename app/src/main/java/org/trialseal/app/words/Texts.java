package org.trialseal.app.words;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Texts in one language, from resource bundles. {@code {0}}, {@code {1}} ... stand for values; nothing else is special, no
 * apostrophe and no brace.
 */
public final class Texts {
    private final Locale locale;
    private final Map<String, String> texts = new TreeMap<>();

    private Texts(Locale locale) {
        this.locale = locale;
    }

    /**
     * The texts of some bundles.
     *
     * @param locale English or German; its numbers and days go with the texts
     * @param bundles names of packages, each with a bundle {@code words}
     */
    public static Texts in(Locale locale, List<String> bundles) {
        Texts texts = new Texts(locale);
        bundles.forEach(texts::add);
        return texts;
    }

    private void add(String name) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                name + ".words", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        for (Enumeration<String> keys = bundle.getKeys(); keys.hasMoreElements(); ) {
            String key = keys.nextElement();
            texts.put(key, bundle.getString(key));
        }
    }

    /** The locale of numbers and days. */
    public Locale locale() {
        return locale;
    }

    /**
     * The text of a key.
     *
     * @param values what stands for {@code {0}}, {@code {1}} ...; numbers and days are written as the language does
     * @throws IllegalArgumentException when there is no such key
     */
    public String of(String key, Object... values) {
        @Nullable String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return filled(text, values);
    }

    /** A text with its values, which are written as those of {@link #of}. */
    public String filled(String pattern, Object... values) {
        String text = pattern;
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", shown(values[i]));
        }
        return text;
    }

    /** The text of {@code key.one} or {@code key.other}, with the number as {@code {0}}. */
    public String count(String key, long number) {
        return of(key + (number == 1 ? ".one" : ".other"), number);
    }

    /** Whether a key has a text: for words that come from the core, whose list may grow. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** A whole number with the language's separators. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A day, in full: 14 March 2026. */
    public String day(LocalDate day) {
        boolean german = locale.getLanguage().equals(Locale.GERMAN.getLanguage());
        return DateTimeFormatter.ofPattern(german ? "d. MMMM uuuu" : "d MMMM uuuu", locale)
                .format(day);
    }

    /** A moment, to the minute and in UTC: 14 March 2026, 09:30 UTC. */
    public String moment(Instant moment) {
        OffsetDateTime utc = moment.atOffset(ZoneOffset.UTC);
        return day(utc.toLocalDate()) + ", "
                + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(utc) + " UTC";
    }

    private String shown(Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return number(((Number) value).longValue());
        }
        return value instanceof LocalDate day ? day(day) : value.toString();
    }
}
