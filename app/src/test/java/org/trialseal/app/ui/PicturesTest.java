package org.trialseal.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import org.trialseal.app.testing.SmallChain;
import org.trialseal.app.testing.SmallNetwork;
import org.trialseal.app.ui.part.Expander;
import org.trialseal.app.ui.pictures.AllScenes;
import org.trialseal.app.ui.pictures.PictureStudies;
import org.trialseal.app.ui.pictures.Scenes;
import org.trialseal.app.ui.route.Navigator;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.settings.Preferences;
import org.trialseal.app.ui.testing.Profiles;
import org.trialseal.app.ui.testing.Samples;
import org.trialseal.app.ui.theme.Theme;
import org.trialseal.app.ui.words.Language;
import org.trialseal.app.work.study.SampleStudy;

/**
 * Writes a picture of every scene to docs/pictures: light and dark at 1280 x 800, and light as a screen of that size
 * shows it at 200 %. {@code -Dpictures=verify} writes those whose name begins so.
 */
@NullUnmarked
@Tag("pictures")
final class PicturesTest extends DesktopTest implements Scenes.Stage {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Map<String, Scenes.Scene> scenes = new LinkedHashMap<>();
    private SampleStudy sample;
    private SmallNetwork network;

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

    @Override
    protected Surroundings surroundings() {
        return Profiles.onChain(home, () -> network.chain().checkpoints());
    }

    @AfterEach
    void closeTheNetwork() {
        network.close();
    }

    @Override
    public SmallNetwork network() {
        return network;
    }

    @Override
    protected void prepare() throws IOException {
        network = new SmallNetwork(SmallChain.mined(3));
        try {
            PictureStudies.in(home, network);
        } catch (Exception e) {
            throw new IOException(e);
        }
        AllScenes.addTo((name, scene) -> scenes.put(name, scene));
    }

    @Test
    void everyScene_inEveryLook_isWritten() throws Exception {
        String wanted = System.getProperty("pictures", "");
        Path target = Path.of(System.getProperty("pictures.to", "../docs/pictures"));
        sample = Samples.in(home);
        for (Look look : Look.values()) {
            interact(() -> look(look));
            for (Map.Entry<String, Scenes.Scene> scene : scenes.entrySet()) {
                if (scene.getKey().matches(wanted + ".*")) {
                    scene.getValue().open(this);
                    rest();
                    write(target.resolve(scene.getKey() + "-" + look.name().toLowerCase(Locale.ROOT) + ".png"), look);
                }
            }
        }
    }

    private void look(Look look) {
        Preferences now = desktop().looks().now();
        try {
            desktop().looks().change(now.with(look.theme).with(look.language));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        desktop().resize(WIDTH / look.scale, HEIGHT / look.scale);
    }

    private void write(Path file, Look look) throws IOException {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(look.scale == 1 ? new Scale(1, 1) : Transform.scale(look.scale, look.scale));
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Parent root = desktop().scene().getRoot();
            root.requestFocus();
            root.applyCss();
            root.layout();
            return root.snapshot(parameters, null);
        });
        assertThat(image.getWidth()).as("width of " + file).isEqualTo(WIDTH);
        Files.createDirectories(file.getParent());
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    }

    private static void rest() {
        WaitForAsyncUtils.waitForFxEvents(5);
    }

    @Override
    public Navigator window() {
        return new Navigator() {
            @Override
            public void open(Route route) {
                interact(() -> desktop().model().open(route));
            }

            @Override
            public void back() {
                interact(() -> desktop().model().back());
            }

            @Override
            public void showFolder(Path saved) {}
        };
    }

    @Override
    public SampleStudy sample() {
        return sample;
    }

    @Override
    public Path folder() {
        return home;
    }

    @Override
    public <N extends Node> N node(String id) {
        return await(id);
    }

    @Override
    public void press(String id) {
        ButtonBase button = await(id);
        interact(button::fire);
    }

    @Override
    public void answer(Path file) {
        files.next(file);
    }

    @Override
    public void expand(String id) {
        Node line = await(id);
        interact(() -> {
            ((Expander) line.getParent()).expandedProperty().set(true);
            show(line);
        });
    }

    @Override
    public void scrollTo(String id) {
        Node node = await(id);
        interact(() -> show(node));
    }

    private void show(Node node) {
        Parent root = desktop().scene().getRoot();
        root.applyCss();
        root.layout();
        ScrollPane scroll = lookup(".page-scroll").queryAs(ScrollPane.class);
        double content = scroll.getContent().getBoundsInLocal().getHeight();
        double y = scroll.getContent().sceneToLocal(node.localToScene(0, 0)).getY();
        double room = content - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(room <= 0 ? 0 : Math.min(1, Math.max(0, (y - 60) / room)));
    }
}
