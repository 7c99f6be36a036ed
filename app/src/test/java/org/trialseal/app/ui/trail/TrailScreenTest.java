package org.trialseal.app.ui.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.trialseal.app.ui.DesktopTest;
import org.trialseal.app.ui.testing.Samples;

/** The proof as a picture through the window. */
final class TrailScreenTest extends DesktopTest {
    private int percent() {
        return Integer.parseInt(text("trail-zoom").replace(" %", ""));
    }

    @Test
    void picture_openedZoomedSavedAndLeft() throws Exception {
        drop(Samples.in(home).fieldPackage());
        await("verify-picture");
        clickOn("#verify-picture");
        await("trail-drawing");
        int fitted = percent();
        push(KeyCode.PLUS);
        assertThat(percent()).isGreaterThan(fitted);
        clickOn("#trail-smaller");
        clickOn("#trail-smaller");
        assertThat(percent()).isLessThan(fitted);
        clickOn("#trail-fit");
        assertThat(percent()).isEqualTo(fitted);
        Path saved = home.resolve("proof.png");
        files.next(saved);
        clickOn("#trail-save");
        await("notice-text");
        BufferedImage image = ImageIO.read(saved.toFile());
        assertThat(image.getWidth()).isGreaterThan(1_000);
        clickOn("#trail-back");
        assertThat(text("verify-file")).isEqualTo("field.trialseal");
    }
}
