package org.trialseal.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import org.trialseal.app.ui.pictures.Scenes;
import org.trialseal.app.ui.theme.Theme;
import org.trialseal.app.ui.words.Language;

/**
 * Writes a picture of every scene to docs/pictures: light and dark at 1280 x 800, and light as a screen of that size
 * shows it at 200 %. {@code -Dpictures=verify} writes those whose name begins so.
 */
@NullUnmarked
@Tag("pictures")
final class PicturesTest extends SceneTest {
    /** A way to look at a scene. */
    private enum Look {
        LIGHT(Theme.LIGHT, Language.ENGLISH, 1),
        DARK(Theme.DARK, Language.ENGLISH, 1),
        LARGE(Theme.LIGHT, Language.ENGLISH, 2),
        CONTRAST(Theme.HIGH_CONTRAST, Language.GERMAN, 1);

        private final Theme theme;
        private final Language language;
        private final double scale;

        Look(Theme theme, Language language, double scale) {
            this.theme = theme;
            this.language = language;
            this.scale = scale;
        }
    }

    @Test
    void everyScene_inEveryLook_isWritten() throws Exception {
        String wanted = System.getProperty("pictures", "");
        Path target = Path.of(System.getProperty("pictures.to", "../docs/pictures"));
        for (Look look : Look.values()) {
            look(look.theme, look.language, look.scale);
            for (Map.Entry<String, Scenes.Scene> scene : scenes.entrySet()) {
                if (scene.getKey().matches(wanted + ".*")) {
                    scene.getValue().open(this);
                    rest();
                    write(target.resolve(scene.getKey() + "-" + look.name().toLowerCase(Locale.ROOT) + ".png"), look);
                }
            }
        }
    }

    private void write(Path file, Look look) throws IOException {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(look.scale == 1 ? new Scale(1, 1) : Transform.scale(look.scale, look.scale));
        parameters.setViewport(new Rectangle2D(0, 0, WIDTH, HEIGHT));
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Parent root = desktop().scene().getRoot();
            root.requestFocus();
            root.applyCss();
            root.layout();
            return root.snapshot(parameters, null);
        });
        assertThat(image.getWidth()).as("width of " + file).isEqualTo(WIDTH);
        assertThat(image.getHeight()).as("height of " + file).isEqualTo(HEIGHT);
        Files.createDirectories(file.getParent());
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    }

    private static void rest() {
        WaitForAsyncUtils.waitForFxEvents(5);
    }
}
