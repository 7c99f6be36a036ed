package org.trialseal.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialseal.app.ui.DesktopTest;
import org.trialseal.app.ui.theme.Theme;
import org.trialseal.app.ui.words.Language;

/** Every setting through the window, by mouse or by keyboard. */
final class SettingsScreenTest extends DesktopTest {
    private static final int MOST_FIELDS = 60;

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
        until(() -> sheet().endsWith("dark.css"), "the dark theme");
        assertThat(Files.readString(home.resolve("config/trialseal/desktop.properties")))
                .contains("theme=" + Theme.DARK.name());
    }

    @Test
    void themes_byArrowKeys_areAllReached() {
        push(KeyCode.SHORTCUT, KeyCode.COMMA);
        tabTo("theme-LIGHT");
        push(KeyCode.RIGHT);
        until(() -> sheet().endsWith("dark.css"), "the dark theme");
        tabTo("theme-DARK");
        push(KeyCode.RIGHT);
        until(() -> sheet().endsWith("contrast.css"), "the theme of high contrast");
    }

    private String sheet() {
        return listWindows().get(0).getScene().getStylesheets().get(0);
    }

    /** Goes on with the key Tab until a node has the focus, as somebody without a mouse does. */
    private void tabTo(String id) {
        for (int i = 0; i < MOST_FIELDS; i++) {
            Node owner = listWindows().get(0).getScene().getFocusOwner();
            if (owner != null && id.equals(owner.getId())) {
                return;
            }
            push(KeyCode.TAB);
        }
        throw new AssertionError("the key Tab does not lead to " + id);
    }

    private void type(String id, String text) {
        tabTo(id);
        push(KeyCode.SHORTCUT, KeyCode.A);
        write(text);
    }

    private void save() throws Exception {
        tabTo("settings-save");
        push(KeyCode.SPACE);
        until(() -> text("notice-text").equals("Saved. It is used from now on."), "what became of it");
    }

    private Properties saved() throws Exception {
        Properties saved = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("config/trialseal/trialseal.properties"))) {
            saved.load(reader);
        }
        return saved;
    }

    @ParameterizedTest
    @CsvSource({
        "calendars,calendars,one=https://one.example.org",
        "quorum,calendars.quorum,1",
        "timeout,calendars.timeout.seconds,30",
        "node,node.rpc,http://127.0.0.1:8332",
        "node_login,node.rpc.login,/home/ann/.bitcoin/.cookie",
        "node_rest,node.rest,http://127.0.0.1:8332",
        "electrum,electrum,electrum.example.org:50002",
        "esplora,esplora,https://explorer.example.org/api",
        "proxy,proxy,proxy.example.org:3128"
    })
    void setting_typedByKeyboardAlone_isSaved(String field, String name, String value) throws Exception {
        clickOn("#door-settings");
        type("setting-" + field, value);
        save();
        assertThat(saved()).containsOnly(Map.entry(name, value));
        TextInputControl shown = await("setting-" + field);
        assertThat(shown.getText()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "quorum,99,from 1 to 16",
        "node,127.0.0.1:8332,begins with http",
        "electrum,electrum.example.org,host:port",
        "esplora,explorer.example.org,the word public",
        "proxy,http://proxy.example.org:3128,host:port",
        "calendars,https://one.example.org,an equals sign",
        "data,relative,the whole path"
    })
    void setting_typedWrong_isExplainedAndNotSaved(String field, String value, String words) {
        clickOn("#door-settings");
        type("setting-" + field, value);
        assertThat(text("setting-" + field + "-problem")).contains(words);
        tabTo("settings-save");
        push(KeyCode.SPACE);
        until(() -> text("notice-text").contains(words), "what is wrong");
        assertThat(home.resolve("config/trialseal/trialseal.properties")).doesNotExist();
        tabTo("setting-" + field);
        push(KeyCode.SHORTCUT, KeyCode.A);
        push(KeyCode.BACK_SPACE);
        assertThat(lookup("#setting-" + field + "-problem").query().isVisible()).isFalse();
    }

    @Test
    void dataFolder_chosenWithTheMouse_isSavedAndUsed() throws Exception {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        clickOn("#door-settings");
        tabTo("setting-data");
        files.next(elsewhere);
        clickOn("#setting-data-choose");
        save();
        assertThat(saved()).containsOnly(Map.entry("folder.data", elsewhere.toString()));
    }

    @Test
    void discard_clicked_putsBackWhatWasSaved() {
        clickOn("#door-settings");
        type("setting-proxy", "proxy.example.org:3128");
        tabTo("settings-discard");
        clickOn("#settings-discard");
        TextInputControl proxy = await("setting-proxy");
        assertThat(proxy.getText()).isEmpty();
        assertThat(lookup("#settings-discard").query().isVisible()).isFalse();
    }
}
