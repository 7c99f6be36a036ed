package org.trialseal.app.ui.testing;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.trialseal.app.ui.Surroundings;
import org.trialseal.app.work.Places;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.importers.Formats;

/** Makes surroundings whose settings and data lie in a folder of the test. */
public final class Profiles {
    private Profiles() {}

    /** The places in {@code home}. */
    public static Places places(Path home) {
        Map<String, String> environment = Map.of(
                "XDG_CONFIG_HOME", home.resolve("config").toString(),
                "XDG_DATA_HOME", home.resolve("data").toString());
        return new Places(environment, home, "Linux");
    }

    /** A computer that nobody used before. */
    public static Surroundings clean(Path home) {
        return onChain(home, Checkpoints::shipped);
    }

    /** A computer that nobody used before, on another chain that counts as the main one. */
    public static Surroundings onChain(Path home, Supplier<Checkpoints> bitcoin) {
        return new Surroundings(
                places(home), Formats.installed(), new SecureRandom(), Clock.systemUTC(), Locale.ENGLISH, bitcoin);
    }
}
