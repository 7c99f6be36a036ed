package org.trialseal.app.ui.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.trialseal.app.ui.settings.Preferences.WindowPlace;
import org.trialseal.app.ui.theme.Theme;
import org.trialseal.app.ui.words.Language;

/**
 * Keeps the preferences in {@code desktop.properties}. What cannot be read is left at its default: a damaged file of
 * looks must not keep the program from opening.
 */
public final class PreferencesFile {
    private final Path file;
    private final Locale system;

    /**
     * @param folder the configuration folder
     * @param system the platform's language, for the first start
     */
    public PreferencesFile(Path folder, Locale system) {
        this.file = folder.resolve("desktop.properties");
        this.system = system;
    }

    /** What was saved, or the defaults. */
    public Preferences load() {
        Properties saved = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            saved.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            saved.clear();
        }
        return new Preferences(
                constant(Language.class, saved, "language").orElse(Language.nearest(system)),
                constant(Theme.class, saved, "theme").orElse(Theme.LIGHT),
                window(saved));
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, Properties saved, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(saved.getProperty(name))) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    private static Optional<WindowPlace> window(Properties saved) {
        try {
            return Optional.of(new WindowPlace(
                    number(saved, "window.x"),
                    number(saved, "window.y"),
                    number(saved, "window.width"),
                    number(saved, "window.height"),
                    Boolean.parseBoolean(saved.getProperty("window.maximised"))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static double number(Properties saved, String name) {
        return Integer.parseInt(saved.getProperty(name, ""));
    }

    /** Saves, replacing the file as a whole. */
    public void save(Preferences preferences) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("language", preferences.language().name());
        properties.setProperty("theme", preferences.theme().name());
        preferences.window().ifPresent(place -> put(properties, place));
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Files.createDirectories(file.getParent());
        Path partial = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(partial, text.toString());
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void put(Properties properties, WindowPlace place) {
        properties.setProperty("window.x", whole(place.x()));
        properties.setProperty("window.y", whole(place.y()));
        properties.setProperty("window.width", whole(place.width()));
        properties.setProperty("window.height", whole(place.height()));
        properties.setProperty("window.maximised", Boolean.toString(place.maximised()));
    }

    private static String whole(double value) {
        return Long.toString(Math.round(value));
    }
}
