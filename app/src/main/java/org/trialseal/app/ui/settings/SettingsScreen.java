package org.trialseal.app.ui.settings;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import org.trialseal.app.ui.part.Styles;
import org.trialseal.app.ui.route.Screen;
import org.trialseal.app.ui.words.Language;
import org.trialseal.app.ui.words.Words;

/** Binds the settings to their model. */
public final class SettingsScreen implements Screen {
    private final SettingsView view;
    private final SettingsModel model;

    /** The settings in a language. */
    public SettingsScreen(Words words, SettingsModel model) {
        this.view = new SettingsView(words);
        this.model = model;
        view.languages.forEach((language, button) -> {
            button.setSelected(language == model.language());
            choosing(button, () -> {
                if (language != model.language()) {
                    model.choose(language);
                    view.languages.forEach((each, other) -> other.setSelected(each == model.language()));
                }
            });
        });
        view.themes.forEach((theme, button) -> {
            button.setSelected(theme == model.theme());
            choosing(button, () -> {
                if (theme != model.theme()) {
                    model.choose(theme);
                }
            });
        });
        view.fields.forEach(this::bind);
        view.choosers.forEach((setting, button) -> button.setOnAction(event -> model.chooseFolder(setting)));
        view.save.disableProperty().bind(model.changedProperty().not());
        view.discard.visibleProperty().bind(model.changedProperty());
        view.save.setOnAction(event -> model.save());
        view.discard.setOnAction(event -> model.discard());
    }

    private void bind(Setting setting, TextInputControl field) {
        field.textProperty().bindBidirectional(model.value(setting));
        Label problem = view.problems.get(setting);
        field.textProperty().addListener((value, before, now) -> {
            if (problem != null) {
                problem.setText(model.problem(setting).orElse(""));
                Styles.show(problem, model.problem(setting).isPresent());
            }
        });
    }

    /** By mouse, Space or arrow key; one of them is always chosen, and pressing it again changes nothing. */
    private static void choosing(ToggleButton button, Runnable change) {
        button.selectedProperty().addListener((value, before, selected) -> {
            if (selected) {
                change.run();
            }
        });
        button.getToggleGroup().selectedToggleProperty().addListener((value, before, now) -> {
            if (now == null && before == button) {
                before.setSelected(true);
            }
        });
    }

    @Override
    public Parent root() {
        return view.page.root();
    }

    @Override
    public Node first() {
        ToggleButton first = view.languages.get(Language.ENGLISH);
        return first == null ? view.page.root() : first;
    }
}
