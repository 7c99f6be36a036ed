package org.trialseal.app.ui;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;
import org.trialseal.app.work.Places;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.importers.Formats;

/**
 * What the desktop takes from the computer it runs on.
 *
 * @param places folders for settings and data
 * @param clock this computer's clock, whose times are claims
 * @param locale the platform's language, for the first start
 * @param bitcoin the main chain, as the program knows it
 */
public record Surroundings(
        Places places,
        Formats formats,
        SecureRandom random,
        Clock clock,
        Locale locale,
        Supplier<Checkpoints> bitcoin) {
    /** Those of this process. */
    static Surroundings ofThisProcess() {
        return new Surroundings(
                Places.ofThisProcess(),
                Formats.installed(),
                new SecureRandom(),
                Clock.systemUTC(),
                Locale.forLanguageTag(System.getProperty("user.language", "en")),
                Checkpoints::shipped);
    }
}
