package org.trialseal.app.ui.settings;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.trialseal.app.ui.part.Buttons;
import org.trialseal.app.ui.part.Header;
import org.trialseal.app.ui.part.Labels;
import org.trialseal.app.ui.part.Page;
import org.trialseal.app.ui.part.Styles;
import org.trialseal.app.ui.part.Tabs;
import org.trialseal.app.ui.settings.Setting.Shape;
import org.trialseal.app.ui.theme.Theme;
import org.trialseal.app.ui.words.Language;
import org.trialseal.app.ui.words.Words;

/** Builds the nodes of the settings: looks first, the program's settings below. */
final class SettingsView {
    private static final double NUMBER_WIDTH = 96;

    final Map<Language, ToggleButton> languages = new EnumMap<>(Language.class);
    final Map<Theme, ToggleButton> themes = new EnumMap<>(Theme.class);
    final Map<Setting, TextInputControl> fields = new EnumMap<>(Setting.class);
    final Map<Setting, Label> problems = new EnumMap<>(Setting.class);
    final Map<Setting, Button> choosers = new EnumMap<>(Setting.class);
    final Button save;
    final Button discard;
    final Page page;
    private final Words words;

    SettingsView(Words words) {
        this.words = words;
        save = Buttons.primary("settings-save", words.of("settings.save"));
        discard = Buttons.quiet("settings-discard", words.of("settings.discard"));
        page = new Page(new Header(words.of("settings.title"), words.of("settings.lead")), looks(), program());
    }

    private VBox looks() {
        HBox languageRow = new HBox();
        ToggleGroup language = new ToggleGroup();
        for (Language each : Language.values()) {
            ToggleButton button = toggle("language-" + each.name(), each.ownName(), language);
            languages.put(each, button);
            languageRow.getChildren().add(button);
        }
        join(languageRow);
        HBox themeRow = new HBox();
        ToggleGroup theme = new ToggleGroup();
        for (Theme each : Theme.values()) {
            ToggleButton button = toggle("theme-" + each.name(), name(each), theme);
            themes.put(each, button);
            themeRow.getChildren().add(button);
        }
        join(themeRow);
        VBox card = new VBox(
                24,
                new VBox(8, Labels.of("heading", words.of("settings.language")), languageRow),
                new VBox(8, Labels.of("heading", words.of("settings.theme")), themeRow));
        card.getStyleClass().add("card");
        return card;
    }

    private String name(Theme theme) {
        switch (theme) {
            case LIGHT:
                return words.of("settings.theme.light");
            case DARK:
                return words.of("settings.theme.dark");
            default:
                return words.of("settings.theme.contrast");
        }
    }

    private static ToggleButton toggle(String id, String text, ToggleGroup group) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setToggleGroup(group);
        return button;
    }

    /** Has the buttons of a row look like one bar. */
    private static void join(HBox row) {
        int last = row.getChildren().size() - 1;
        for (int i = 0; i <= last; i++) {
            String shape = i == 0 ? "left-pill" : i == last ? "right-pill" : "center-pill";
            row.getChildren().get(i).getStyleClass().add(shape);
        }
    }

    private VBox program() {
        VBox card = new VBox(24);
        card.getStyleClass().add("card");
        for (Setting setting : Setting.values()) {
            card.getChildren().add(field(setting));
        }
        HBox buttons = new HBox(16, save, discard);
        buttons.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().add(buttons);
        return card;
    }

    private VBox field(Setting setting) {
        String id = "setting-" + setting.name().toLowerCase(Locale.ROOT);
        Label label = Labels.of("heading", words.of(setting.words()));
        TextInputControl field = setting.shape() == Shape.LINES ? new TextArea() : new TextField();
        field.setId(id);
        field.setAccessibleText(words.of(setting.words()));
        field.setAccessibleHelp(words.of(setting.words() + ".hint"));
        label.setLabelFor(field);
        fields.put(setting, field);
        Label problem = Labels.of("problem");
        problem.setId(id + "-problem");
        Styles.show(problem, false);
        problems.put(setting, problem);
        HBox row = new HBox(8, field);
        HBox.setHgrow(field, Priority.ALWAYS);
        if (field instanceof TextArea lines) {
            lines.setPrefRowCount(4);
            lines.setWrapText(true);
            Tabs.leave(lines);
        }
        if (setting.shape() == Shape.NUMBER) {
            field.setMaxWidth(NUMBER_WIDTH);
        }
        if (setting.shape() == Shape.FOLDER) {
            Button choose = Buttons.plain(id + "-choose", words.of("settings.choose"));
            choosers.put(setting, choose);
            row.getChildren().add(choose);
        }
        return new VBox(8, label, Labels.of("muted body", words.of(setting.words() + ".hint")), row, problem);
    }
}
