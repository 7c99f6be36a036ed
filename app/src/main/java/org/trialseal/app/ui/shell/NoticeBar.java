package org.trialseal.app.ui.shell;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.Icon;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Styles;
import org.trialseal.app.ui.route.Notice;
import org.trialseal.app.ui.words.Words;

/** Shows the window's notice below its screen. */
final class NoticeBar extends StackPane {
    private final Label text = Labels.of("body");
    private final Button close;
    private final Button folder;
    private final HBox bar;

    NoticeBar(Words words) {
        close = Buttons.icon("notice-close", Icon.CLOSE, words.of("shell.notice.close"));
        folder = Buttons.quiet("notice-folder", words.of("part.folder"));
        folder.setMinWidth(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setId("notice-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        bar = new HBox(text, close);
        bar.getStyleClass().add("notice");
        bar.setMaxWidth(720);
        setPadding(new Insets(8, 24, 16, 24));
        setPickOnBounds(false);
        getChildren().add(bar);
        show(Optional.empty());
    }

    Button close() {
        return close;
    }

    Button folder() {
        return folder;
    }

    void show(Optional<Notice> notice) {
        Styles.show(this, notice.isPresent());
        notice.ifPresent(shown -> {
            bar.getStyleClass().setAll("notice", shown.tone().name().toLowerCase(Locale.ROOT));
            bar.getChildren().setAll(icon(shown.tone()).node(20, colour(shown.tone())), text, folder, close);
            Styles.show(folder, shown.saved().isPresent());
            text.setText(shown.text());
            text.notifyAccessibleAttributeChanged(javafx.scene.AccessibleAttribute.TEXT);
        });
    }

    private static Icon icon(Notice.Tone tone) {
        switch (tone) {
            case SUCCESS:
                return Icon.PASSED;
            case WARNING:
                return Icon.WARNING;
            case TROUBLE:
                return Icon.FAILED;
            default:
                return Icon.INFORMATION;
        }
    }

    private static String colour(Notice.Tone tone) {
        switch (tone) {
            case SUCCESS:
                return "icon-passed";
            case WARNING:
                return "icon-open";
            case TROUBLE:
                return "icon-failed";
            default:
                return "icon-accent";
        }
    }
}
