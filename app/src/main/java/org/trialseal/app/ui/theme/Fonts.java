package org.trialseal.app.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The typeface of the desktop, which comes with it so that it looks alike everywhere. */
public final class Fonts {
    private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-SemiBold.otf");
    private static final double ANY_SIZE = 14;

    private Fonts() {}

    /** Makes the typeface known to the toolkit. Where that fails, the platform's own is used. */
    public static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream(file)) {
                Font.loadFont(in, ANY_SIZE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
