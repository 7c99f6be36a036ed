package org.trialseal.app.ui.shell;

import java.io.File;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import org.trialseal.app.ui.part.Styles;
import org.trialseal.app.ui.route.Door;
import org.trialseal.app.ui.route.Notice;
import org.trialseal.app.ui.route.Screen;
import org.trialseal.app.ui.route.Screens;
import org.trialseal.app.ui.shell.ShellModel.Visit;

/** Binds the frame to its model: doors, screens, notices, dropped files and keys. */
public final class ShellController {
    private final ShellView view;
    private final ShellModel model;
    private final Screens screens;
    private final Map<Visit, Screen> open = new HashMap<>();

    /** A controller that makes its screens with {@code screens}. */
    public ShellController(ShellView view, ShellModel model, Screens screens) {
        this.view = view;
        this.model = model;
        this.screens = screens;
    }

    /** Begins to show what the model says. */
    public void bind() {
        view.rail().doors().forEach((door, button) -> button.setOnAction(event -> enter(door)));
        model.visitProperty().addListener((value, before, visit) -> come(visit));
        model.noticeProperty()
                .addListener((value, before, notice) -> view.notice().show(notice));
        view.notice().close().setOnAction(event -> model.dismiss());
        view.notice()
                .folder()
                .setOnAction(event ->
                        model.noticeProperty().get().flatMap(Notice::saved).ifPresent(model::showFolder));
        model.askWhetherWorking(this::isWorking);
        bindDrops();
        show(model.visitProperty().get());
    }

    /** A door that is entered again leads to its beginning, but not away from what is being made behind it. */
    private void enter(Door door) {
        Visit here = model.visitProperty().get();
        if (here.route().door() != door || !isWorking(here)) {
            model.enter(door);
        }
    }

    private boolean isWorking(Visit visit) {
        Screen screen = open.get(visit);
        return screen != null && screen.isWorking();
    }

    /** Whether something is being made on a screen, shown or not. */
    public boolean isWorking() {
        return open.values().stream().anyMatch(Screen::isWorking);
    }

    /** Keys that work on every screen. */
    public void bindKeys(Scene scene) {
        key(scene, KeyCode.DIGIT0, () -> enter(Door.HOME));
        key(scene, KeyCode.DIGIT1, () -> enter(Door.SEAL));
        key(scene, KeyCode.DIGIT2, () -> enter(Door.VERIFY));
        key(scene, KeyCode.DIGIT3, () -> enter(Door.STUDIES));
        key(scene, KeyCode.COMMA, () -> enter(Door.SETTINGS));
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN), model::back);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), model::dismiss);
    }

    private static void key(Scene scene, KeyCode code, Runnable action) {
        scene.getAccelerators().put(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), action);
    }

    /** Gives the focus to the screen's first control: once the window is shown, since it looks for one itself. */
    public void focus() {
        show(model.visitProperty().get());
    }

    /** Makes the screen, and shows it in a turn of its own: both at one go would keep the window from answering. */
    private void come(Visit visit) {
        screen(visit);
        Platform.runLater(() -> {
            if (visit.equals(model.visitProperty().get())) {
                show(visit);
            }
        });
    }

    private Screen screen(Visit visit) {
        return open.computeIfAbsent(visit, fresh -> screens.make(fresh.route()));
    }

    private void show(Visit visit) {
        Screen screen = screen(visit);
        view.screen().getChildren().setAll(screen.root());
        model.offerDropsTo(screen::drop, screen::add);
        view.rail().here(visit.route().door());
        // A scroll pane takes its content into the scene with its skin only; before, nothing in it takes the focus.
        screen.root().applyCss();
        screen.first().requestFocus();
        forget();
    }

    /** Closes the screens that nobody can return to, once nothing is being made on them. */
    private void forget() {
        for (Iterator<Map.Entry<Visit, Screen>> each = open.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Visit, Screen> entry = each.next();
            if (!model.remembers(entry.getKey()) && !entry.getValue().isWorking()) {
                entry.getValue().close();
                each.remove();
            }
        }
    }

    /** Closes all screens. */
    public void close() {
        open.values().forEach(Screen::close);
        open.clear();
    }

    private void bindDrops() {
        view.root().addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                Styles.show(view.veil(), true);
                event.consume();
            }
        });
        view.root().addEventHandler(DragEvent.DRAG_EXITED, event -> Styles.show(view.veil(), false));
        view.root().addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            boolean files = event.getDragboard().hasFiles();
            if (files) {
                model.drop(event.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .toList());
            }
            Styles.show(view.veil(), false);
            event.setDropCompleted(files);
            event.consume();
        });
    }
}
