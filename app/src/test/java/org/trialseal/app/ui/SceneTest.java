package org.trialseal.app.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.trialseal.app.testing.SmallChain;
import org.trialseal.app.testing.SmallNetwork;
import org.trialseal.app.ui.part.Expander;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.pictures.AllScenes;
import org.trialseal.app.ui.pictures.PictureStudies;
import org.trialseal.app.ui.pictures.Scenes;
import org.trialseal.app.ui.route.Navigator;
import org.trialseal.app.ui.route.Notice;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.ui.settings.Preferences;
import org.trialseal.app.ui.testing.Profiles;
import org.trialseal.app.ui.testing.Samples;
import org.trialseal.app.ui.theme.Theme;
import org.trialseal.app.ui.words.Language;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.study.SampleStudy;

/** Brings the window to every scene that has a picture. */
@NullUnmarked
abstract class SceneTest extends DesktopTest implements Scenes.Stage {
    static final double WIDTH = 1280;
    static final double HEIGHT = 800;

    final Map<String, Scenes.Scene> scenes = new LinkedHashMap<>();
    private SampleStudy sample;
    private SmallNetwork network;

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
            sample = Samples.in(home);
        } catch (Exception e) {
            throw new IOException(e);
        }
        AllScenes.addTo((name, scene) -> scenes.put(name, scene));
    }

    /** Has the window look so, and its content be as large as a screen of 1280 x 800 has room for at this scale. */
    void look(Theme theme, Language language, double scale) {
        interact(() -> {
            Preferences now = desktop().looks().now();
            try {
                desktop().looks().change(now.with(theme).with(language));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            desktop().resize(WIDTH / scale, HEIGHT / scale);
        });
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
    public boolean isThere(String id) {
        return lookup("#" + id).tryQuery().isPresent();
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
    public void tell(Notice notice) {
        interact(() -> desktop().model().tell(notice));
    }

    @Override
    public String explained(Exception failure) {
        Trouble trouble = Trouble.of(Words.in(desktop().looks().now().language()), failure);
        return trouble.title() + " " + trouble.advice();
    }

    @Override
    public void type(String id, String text) {
        TextInputControl field = await(id);
        interact(() -> field.setText(text));
    }

    @Override
    public void expand(String id) {
        Node line = await(id);
        interact(() -> {
            expander(line).expandedProperty().set(true);
            show(line);
        });
    }

    private static Expander expander(Node line) {
        Node node = line;
        while (!(node instanceof Expander)) {
            node = node.getParent();
        }
        return (Expander) node;
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
