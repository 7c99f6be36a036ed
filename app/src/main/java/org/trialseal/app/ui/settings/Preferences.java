package org.trialseal.app.ui.settings;

import java.util.Optional;
import org.trialseal.app.ui.theme.Theme;
import org.trialseal.app.ui.words.Language;

/**
 * What the desktop remembers of its looks. Everything else stands in the program's own settings.
 *
 * @param window where the window was, when it was open before
 */
public record Preferences(Language language, Theme theme, Optional<WindowPlace> window) {
    /**
     * A window's place on the screen, in pixels.
     *
     * @param maximised whether it filled the screen; the other values are those from before
     */
    public record WindowPlace(double x, double y, double width, double height, boolean maximised) {}

    /** The same with another language. */
    public Preferences with(Language other) {
        return new Preferences(other, theme, window);
    }

    /** The same with another theme. */
    public Preferences with(Theme other) {
        return new Preferences(language, other, window);
    }

    /** The same with another place of the window. */
    public Preferences with(WindowPlace place) {
        return new Preferences(language, theme, Optional.of(place));
    }
}
