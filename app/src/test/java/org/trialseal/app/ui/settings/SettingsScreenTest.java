package org.trialseal.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.trialseal.app.ui.DesktopTest;
import org.trialseal.app.ui.theme.Theme;
import org.trialseal.app.ui.words.Language;

/** Language and theme through the window. */
final class SettingsScreenTest extends DesktopTest {
    @Test
    void language_chosen_changesEveryWordAtOnceAndIsRemembered() throws Exception {
        clickOn("#door-settings");
        clickOn("#language-GERMAN");
        until(() -> text("door-verify").equals("Prüfen"), "German words");
        assertThat(lookup("#language-GERMAN").tryQuery()).isPresent();
        assertThat(new PreferencesFile(home.resolve("config/trialseal"), java.util.Locale.ENGLISH)
                        .load()
                        .language())
                .isEqualTo(Language.GERMAN);
    }

    @Test
    void theme_chosenByKeyboard_changesTheSheets() throws Exception {
        push(KeyCode.SHORTCUT, KeyCode.COMMA);
        interact(() -> lookup("#theme-DARK").query().requestFocus());
        push(KeyCode.SPACE);
        until(() -> listWindows().get(0).getScene().getStylesheets().get(0).endsWith("dark.css"), "the dark theme");
        assertThat(Files.readString(home.resolve("config/trialseal/desktop.properties")))
                .contains("theme=" + Theme.DARK.name());
    }

    @Test
    void quorum_typedWrongThenRight_isExplainedThenSaved() throws Exception {
        clickOn("#door-settings");
        interact(() -> lookup("#setting-quorum").query().requestFocus());
        push(KeyCode.SHORTCUT, KeyCode.A);
        write("99");
        assertThat(text("setting-quorum-problem")).contains("from 1 to 16");
        push(KeyCode.SHORTCUT, KeyCode.A);
        write("1");
        assertThat(lookup("#setting-quorum-problem").query().isVisible()).isFalse();
        interact(() -> lookup("#settings-save").queryButton().fire());
        await("notice-text");
        assertThat(text("notice-text")).isEqualTo("Saved. It is used from now on.");
        assertThat(Files.readString(home.resolve("config/trialseal/trialseal.properties")))
                .contains("calendars.quorum=1");
    }
}
