package org.trialseal.app.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Styles;
import org.trialseal.app.ui.route.Door;
import org.trialseal.app.ui.words.Words;

/** The side bar: the program's name, its doors, and the settings below. */
final class Rail extends VBox {
    private static final double WIDE = 216;
    private static final double NARROW = 64;

    private final Map<Door, Button> doors = new EnumMap<>(Door.class);
    private final Label name = Labels.of("wordmark", "TrialSeal");
    private final Label offline;
    private final HBox mark;

    Rail(Words words) {
        super(4);
        getStyleClass().add("rail");
        mark = new HBox(10, Icon.MARK.node(24, "icon-accent"), name);
        mark.setPadding(new javafx.geometry.Insets(0, 8, 20, 8));
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        setVgrow(space, Priority.ALWAYS);
        offline = Labels.of("caption", words.of("shell.offline"));
        offline.setPadding(new javafx.geometry.Insets(8, 12, 8, 12));
        getChildren()
                .addAll(
                        mark,
                        door(Door.HOME, Icon.HOME, words.of("shell.home")),
                        door(Door.SEAL, Icon.SEAL, words.of("shell.seal")),
                        door(Door.VERIFY, Icon.VERIFY, words.of("shell.verify")),
                        door(Door.STUDIES, Icon.STUDIES, words.of("shell.studies")),
                        space,
                        offline,
                        door(Door.SETTINGS, Icon.SETTINGS, words.of("shell.settings")));
        narrow(false);
    }

    private Button door(Door door, Icon icon, String text) {
        Button button = new Button(text, icon.node(20));
        button.setId("door-" + door.name().toLowerCase(java.util.Locale.ROOT));
        button.getStyleClass().add("door");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
        doors.put(door, button);
        return button;
    }

    Map<Door, Button> doors() {
        return doors;
    }

    /** Marks the door behind which the window is. */
    void here(Door here) {
        doors.forEach((door, button) -> Styles.set(button, "here", door == here));
    }

    /** Shows icons only, for a small window. */
    void narrow(boolean narrow) {
        Styles.set(this, "narrow", narrow);
        mark.setAlignment(narrow ? Pos.CENTER : Pos.CENTER_LEFT);
        Styles.show(name, !narrow);
        Styles.show(offline, !narrow);
        doors.values()
                .forEach(
                        button -> button.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        setMinWidth(narrow ? NARROW : WIDE);
        setPrefWidth(narrow ? NARROW : WIDE);
        setMaxWidth(narrow ? NARROW : WIDE);
    }
}
