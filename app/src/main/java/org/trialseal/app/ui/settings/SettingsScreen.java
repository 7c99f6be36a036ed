package org.trialseal.app.ui.settings;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Header;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Page;
import org.trialseal.app.ui.route.Screen;
import org.trialseal.app.ui.theme.Theme;
import org.trialseal.app.ui.words.Language;
import org.trialseal.app.ui.words.Words;

/** Language and theme, changed at once. */
public final class SettingsScreen implements Screen {
    private final Page page;
    private final HBox languages = new HBox();
    private final HBox themes = new HBox();

    /** The settings in a language. */
    public SettingsScreen(Words words, SettingsModel model) {
        ToggleGroup language = new ToggleGroup();
        for (Language each : Language.values()) {
            ToggleButton button = toggle("language-" + each.name(), each.ownName(), language, each == model.language());
            button.setOnAction(event -> keep(button, () -> model.choose(each)));
            languages.getChildren().add(button);
        }
        ToggleGroup theme = new ToggleGroup();
        for (Theme each : Theme.values()) {
            ToggleButton button = toggle("theme-" + each.name(), name(words, each), theme, each == model.theme());
            button.setOnAction(event -> keep(button, () -> model.choose(each)));
            themes.getChildren().add(button);
        }
        VBox card = new VBox(
                Labels.of("heading", words.of("settings.language")),
                languages,
                Labels.of("heading", words.of("settings.theme")),
                themes);
        card.getStyleClass().add("card");
        page = new Page(new Header(words.of("settings.title"), words.of("settings.lead")), card);
    }

    private static String name(Words words, Theme theme) {
        switch (theme) {
            case LIGHT:
                return words.of("settings.theme.light");
            case DARK:
                return words.of("settings.theme.dark");
            default:
                return words.of("settings.theme.contrast");
        }
    }

    private static ToggleButton toggle(String id, String text, ToggleGroup group, boolean chosen) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setToggleGroup(group);
        button.setSelected(chosen);
        return button;
    }

    /** One of them is always chosen: pressing it again changes nothing. */
    private static void keep(ToggleButton button, Runnable change) {
        if (button.isSelected()) {
            change.run();
        } else {
            button.setSelected(true);
        }
    }

    @Override
    public Parent root() {
        return page.root();
    }

    @Override
    public Node first() {
        return languages.getChildren().get(0);
    }
}
