package org.trialseal.app.ui.shell;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Styles;
import org.trialseal.app.ui.words.Words;

/** The window's frame: side bar, screen, notice, and the veil that appears while files hover above it. */
public final class ShellView {
    private static final double NARROW_WINDOW = 960;

    private final BorderPane frame = new BorderPane();
    private final StackPane screen = new StackPane();
    private final NoticeBar notice;
    private final VBox veil;
    private final StackPane root;
    private final Rail rail;

    /** A frame in a language. */
    public ShellView(Words words) {
        rail = new Rail(words);
        notice = new NoticeBar(words);
        veil = new VBox(
                Icon.DROP.node(48, "icon-accent"),
                Labels.of("title", words.of("shell.drop.title")),
                Labels.of("muted", words.of("shell.drop.hint")));
        veil.getStyleClass().add("drop-veil");
        veil.setMouseTransparent(true);
        Styles.show(veil, false);
        // Below the screen, not above it: a notice hides nothing.
        VBox content = new VBox(screen, notice);
        VBox.setVgrow(screen, Priority.ALWAYS);
        notice.setMinHeight(Region.USE_PREF_SIZE);
        notice.setMaxHeight(Region.USE_PREF_SIZE);
        frame.setLeft(rail);
        frame.setCenter(content);
        root = new StackPane(frame, veil);
        root.widthProperty().addListener((value, before, width) -> rail.narrow(width.doubleValue() < NARROW_WINDOW));
    }

    /** The root of the scene. */
    public StackPane root() {
        return root;
    }

    StackPane screen() {
        return screen;
    }

    Rail rail() {
        return rail;
    }

    NoticeBar notice() {
        return notice;
    }

    VBox veil() {
        return veil;
    }
}
