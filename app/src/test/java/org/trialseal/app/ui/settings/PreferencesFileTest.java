package org.trialseal.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.ui.settings.Preferences.WindowPlace;
import org.trialseal.app.ui.theme.Theme;
import org.trialseal.app.ui.words.Language;

final class PreferencesFileTest {
    @TempDir
    private Path folder;

    @Test
    void load_withoutAFile_givesTheLanguageOfTheSystem() {
        Preferences german = new PreferencesFile(folder, Locale.GERMANY).load();
        Preferences turkish = new PreferencesFile(folder, Locale.forLanguageTag("tr-TR")).load();
        assertThat(german).isEqualTo(new Preferences(Language.GERMAN, Theme.LIGHT, Optional.empty()));
        assertThat(turkish.language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void load_whatWasSaved_isEqual() throws IOException {
        Preferences saved = new Preferences(
                Language.GERMAN, Theme.HIGH_CONTRAST, Optional.of(new WindowPlace(-10, 20, 900, 700, true)));
        new PreferencesFile(folder, Locale.ENGLISH).save(saved);
        assertThat(new PreferencesFile(folder, Locale.ENGLISH).load()).isEqualTo(saved);
    }

    @Test
    void load_aDamagedFile_givesTheDefaults() throws IOException {
        Files.writeString(folder.resolve("desktop.properties"), "theme=PINK\nlanguage=\\uZZZZ\nwindow.x=left\n");
        assertThat(new PreferencesFile(folder, Locale.ENGLISH).load())
                .isEqualTo(new Preferences(Language.ENGLISH, Theme.LIGHT, Optional.empty()));
    }
}
