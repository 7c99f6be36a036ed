package org.trialseal.app.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/** A look of the desktop: AtlantaFX below, our tokens and our sheet above it. */
public enum Theme {
    LIGHT("light.css"),
    DARK("dark.css"),
    HIGH_CONTRAST("contrast.css");

    private final String tokens;

    Theme(String tokens) {
        this.tokens = tokens;
    }

    /** Gives a scene this look. */
    public void applyTo(Scene scene) {
        // Not of the scene: a list that drops down is styled once before it belongs to a scene, by what holds for all.
        Application.setUserAgentStylesheet(
                this == LIGHT ? new PrimerLight().getUserAgentStylesheet() : new PrimerDark().getUserAgentStylesheet());
        scene.getStylesheets().setAll(List.of(sheet(tokens), sheet("trialseal.css")));
    }

    private static String sheet(String name) {
        URL url = Objects.requireNonNull(Theme.class.getResource(name), name);
        return url.toExternalForm();
    }
}
