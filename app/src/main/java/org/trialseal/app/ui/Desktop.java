package org.trialseal.app.ui;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialseal.app.ui.file.FileChoice;
import org.trialseal.app.ui.file.FolderWindow;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.route.Notice;
import org.trialseal.app.ui.settings.Looks;
import org.trialseal.app.ui.settings.Preferences;
import org.trialseal.app.ui.settings.Preferences.WindowPlace;
import org.trialseal.app.ui.settings.PreferencesFile;
import org.trialseal.app.ui.settings.ProgramSettings;
import org.trialseal.app.ui.shell.ShellController;
import org.trialseal.app.ui.shell.ShellModel;
import org.trialseal.app.ui.shell.ShellView;
import org.trialseal.app.ui.studies.Anchors;
import org.trialseal.app.ui.theme.Fonts;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.ConfigurationFile;
import org.trialseal.app.work.RefusedException;

/** One window and all that it works with, made here by hand. Belongs to the interface thread. */
public final class Desktop implements AutoCloseable {
    private static final double WIDTH = 1200;
    private static final double HEIGHT = 780;
    private static final double LEAST_WIDTH = 560;
    private static final double LEAST_HEIGHT = 360;

    private final Stage stage;
    private final Surroundings surroundings;
    private final FileChoice files;
    private final FolderWindow folders;
    private final Jobs jobs = Jobs.onThreads(Platform::runLater);
    private final Anchors anchors;
    private final PreferencesFile preferencesFile;
    private final Scene scene;
    private final Looks looks = new WindowLooks();
    private Preferences preferences;
    private Configuration configuration;
    private @Nullable ShellController shell;
    private @Nullable ShellModel model;
    private @Nullable Composition composition;

    /** A desktop in a window that is not shown yet. */
    public Desktop(Stage stage, Surroundings surroundings, FileChoice files, FolderWindow folders) {
        this.stage = stage;
        this.surroundings = surroundings;
        this.files = files;
        this.folders = folders;
        anchors = new Anchors(Platform::runLater, surroundings.random());
        preferencesFile = new PreferencesFile(surroundings.places().config(), surroundings.locale());
        preferences = preferencesFile.load();
        configuration = Configuration.standard(surroundings.places());
        Fonts.load();
        scene = new Scene(new StackPane(), WIDTH, HEIGHT);
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        build();
        anchors.follow(parts().upkeep());
    }

    /** Makes the frame and its screens anew, in the language and theme that are chosen now. */
    private void build() {
        Words words = Words.in(preferences.language());
        Optional<Notice> trouble = Optional.empty();
        try {
            configuration = Configuration.load(Optional.empty(), Optional.empty(), surroundings.places());
        } catch (IOException | RefusedException e) {
            trouble = Optional.of(new Notice(Notice.Tone.TROUBLE, explain(words, e)));
        }
        Composition parts = new Composition(
                surroundings,
                configuration,
                words,
                jobs,
                files,
                folders,
                failure -> explain(words, failure),
                looks,
                new SharedSettings(),
                notice -> model().tell(notice),
                anchors);
        ShellView view = new ShellView(words);
        ShellModel next = parts.shell();
        shell = new ShellController(view, next, parts.screens());
        model = next;
        composition = parts;
        preferences.theme().applyTo(scene);
        scene.setRoot(view.root());
        stage.setTitle(words.of("shell.window"));
        shell.bind();
        shell.bindKeys(scene);
        trouble.ifPresent(next::tell);
    }

    private static String explain(Words words, Exception failure) {
        Trouble trouble = Trouble.of(words, failure);
        String detail = trouble.detail().isEmpty() ? "" : "\n" + trouble.detail();
        return trouble.title() + " " + trouble.advice() + detail;
    }

    /** Lets the settings change how the window looks. */
    private final class WindowLooks implements Looks {
        @Override
        public Preferences now() {
            return preferences;
        }

        @Override
        public boolean isHeld() {
            return shell != null && shell.isWorking();
        }

        @Override
        public void change(Preferences changed) throws IOException {
            boolean language = changed.language() != preferences.language();
            preferences = changed;
            changed.theme().applyTo(scene);
            preferencesFile.save(changed);
            if (language) {
                rebuild();
            }
        }
    }

    /** Lets the settings change what the program works with. */
    private final class SharedSettings implements ProgramSettings {
        @Override
        public Configuration now() {
            return configuration;
        }

        @Override
        public void change(Map<String, String> changes) throws IOException {
            ConfigurationFile.change(configuration.file(), changes);
            rebuild();
            anchors.follow(parts().upkeep());
        }
    }

    /** Makes the frame anew and opens the same place in it. */
    private void rebuild() {
        if (model != null && shell != null) {
            ShellModel.Visit here = model.visitProperty().get();
            shell.close();
            build();
            model.open(here.route());
        }
    }

    /** Shows the window where it was when it was last closed. */
    public void show() {
        Optional<WindowPlace> place = preferences.window().filter(Desktop::isOnScreen);
        place.ifPresent(this::place);
        stage.show();
        if (!stage.isMaximized()) {
            // Openbox forgets the size that was asked for before it showed the window.
            stage.setWidth(place.map(WindowPlace::width).orElse(WIDTH));
            stage.setHeight(place.map(WindowPlace::height).orElse(HEIGHT));
        }
        if (shell != null) {
            shell.focus();
        }
    }

    private void place(WindowPlace place) {
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximised());
    }

    /** A screen may have been unplugged since. */
    private static boolean isOnScreen(WindowPlace place) {
        Rectangle2D window = new Rectangle2D(place.x(), place.y(), place.width(), place.height());
        return Screen.getScreens().stream()
                .anyMatch(screen -> screen.getVisualBounds().intersects(window));
    }

    /** How the window looks, to be changed. */
    Looks looks() {
        return looks;
    }

    /** What the window shows. */
    Scene scene() {
        return scene;
    }

    /** Gives what the window shows a size, in pixels. */
    void resize(double width, double height) {
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width + stage.getWidth() - scene.getWidth());
        stage.setHeight(height + stage.getHeight() - scene.getHeight());
    }

    /** The window's model, for whoever tests the whole. */
    ShellModel model() {
        if (model == null) {
            throw new IllegalStateException("not built yet");
        }
        return model;
    }

    private Composition parts() {
        if (composition == null) {
            throw new IllegalStateException("not built yet");
        }
        return composition;
    }

    /** Remembers the window's place and ends all work. */
    @Override
    public void close() {
        try {
            preferencesFile.save(preferences.with(new WindowPlace(
                    stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized())));
        } catch (IOException e) {
            Logger log = LoggerFactory.getLogger(Desktop.class);
            log.warn("the window's place could not be saved", e);
        }
        if (shell != null) {
            shell.close();
        }
        anchors.close();
        jobs.close();
    }
}
