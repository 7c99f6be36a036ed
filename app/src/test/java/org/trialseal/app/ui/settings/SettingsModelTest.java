package org.trialseal.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.ui.route.Notice;
import org.trialseal.app.ui.testing.ChosenFiles;
import org.trialseal.app.ui.testing.Profiles;
import org.trialseal.app.ui.theme.Theme;
import org.trialseal.app.ui.words.Language;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.ConfigurationFile;
import org.trialseal.app.work.RefusedException;

final class SettingsModelTest {
    @TempDir
    private Path home;

    private final List<Notice> notices = new ArrayList<>();
    private final ChosenFiles files = new ChosenFiles();
    private SettingsModel model;

    /** The real file, without a window. */
    private final class Stored implements ProgramSettings {
        @Override
        public Configuration now() {
            try {
                return Configuration.load(Optional.empty(), Optional.empty(), Profiles.places(home));
            } catch (IOException | RefusedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void change(Map<String, String> changes) throws IOException {
            ConfigurationFile.change(now().file(), changes);
        }
    }

    private static final class NoLooks implements Looks {
        private Preferences now = new Preferences(Language.ENGLISH, Theme.LIGHT, Optional.empty());

        @Override
        public Preferences now() {
            return now;
        }

        @Override
        public void change(Preferences changed) throws IOException {
            now = changed;
            throw new IOException("the disk is full");
        }
    }

    @BeforeEach
    void open() {
        model = new SettingsModel(
                new NoLooks(),
                new Stored(),
                files,
                notices::add,
                Words.in(Language.ENGLISH),
                failure -> "told: " + failure.getMessage());
    }

    @Test
    void fields_atFirst_holdWhatIsInForceAndNothingIsChanged() {
        assertThat(model.value(Setting.QUORUM).get()).isEqualTo("2");
        assertThat(model.value(Setting.CALENDARS).get().lines()).allMatch(line -> line.contains("=https://"));
        assertThat(model.changedProperty().get()).isFalse();
    }

    @Test
    void save_changedValues_areInForceForTheCommandLineToo() throws Exception {
        model.value(Setting.CALENDARS).set("one=https://one.example\ntwo=https://two.example\n");
        model.value(Setting.QUORUM).set("1");
        assertThat(model.changedProperty().get()).isTrue();
        model.save();
        Configuration now = new Stored().now();
        assertThat(now.list(Configuration.CALENDARS))
                .containsExactly("one=https://one.example", "two=https://two.example");
        assertThat(now.number(Configuration.QUORUM, 1, 16)).isEqualTo(1);
        assertThat(model.changedProperty().get()).isFalse();
        assertThat(notices).extracting(Notice::tone).containsExactly(Notice.Tone.SUCCESS);
    }

    @Test
    void save_anEmptiedField_bringsTheDefaultBack() throws Exception {
        model.value(Setting.TIMEOUT).set("99");
        model.save();
        model.value(Setting.TIMEOUT).set("");
        model.save();
        assertThat(new Stored().now().number(Configuration.TIMEOUT, 1, 600)).isEqualTo(10);
        assertThat(model.value(Setting.TIMEOUT).get()).isEqualTo("10");
    }

    @Test
    void save_leavesSettingsOfOthersAsTheyAre() throws Exception {
        Path file = new Stored().now().file();
        Files.createDirectories(file.getParent());
        Files.writeString(file, "folder.studies = /somewhere/else\n");
        model.value(Setting.QUORUM).set("3");
        model.save();
        assertThat(new Stored().now().stores()).isEqualTo(Path.of("/somewhere/else"));
    }

    @Test
    void problem_ofEachWrongValue_saysWhatIsRight() {
        model.value(Setting.QUORUM).set("17");
        assertThat(model.problem(Setting.QUORUM)).contains("This is a whole number from 1 to 16.");
        model.value(Setting.TIMEOUT).set("soon");
        assertThat(model.problem(Setting.TIMEOUT)).isPresent();
        model.value(Setting.CALENDARS).set("https://without-an-operator.example");
        assertThat(model.problem(Setting.CALENDARS).orElseThrow()).contains("an equals sign");
        model.value(Setting.DATA).set("relative");
        assertThat(model.problem(Setting.DATA)).isPresent();
        model.save();
        assertThat(new Stored().now().fileFound()).as("nothing is written").isFalse();
    }

    @Test
    void problem_ofAddressesThatNobodyCouldBeAskedAt_isSaidBeforeTheyAreSaved() {
        model.value(Setting.CALENDARS).set("one=https://one.example\ntwo=two.example");
        assertThat(model.problem(Setting.CALENDARS).orElseThrow()).contains("begins with http:// or https://");
        model.value(Setting.CALENDARS).set("one=https://*.one.example");
        assertThat(model.problem(Setting.CALENDARS)).isPresent();
        model.value(Setting.PROXY).set("proxy.example.org:99999");
        assertThat(model.problem(Setting.PROXY)).isPresent();
        model.value(Setting.NODE).set("http://node.example.org:8332");
        assertThat(model.problem(Setting.NODE).orElseThrow()).contains("on this computer");
        model.value(Setting.NODE).set("http://127.0.0.1:8332");
        assertThat(model.problem(Setting.NODE)).isEmpty();
        model.value(Setting.NODE).set("https://node.example.org:8332");
        assertThat(model.problem(Setting.NODE)).isEmpty();
    }

    @Test
    void save_somethingWrong_namesTheSetting() {
        model.value(Setting.PROXY).set("proxy");
        model.save();
        assertThat(notices.get(0).text()).startsWith("Proxy: This has the form host:port");
    }

    @Test
    void discard_putsBackWhatIsSaved() {
        model.value(Setting.QUORUM).set("9");
        model.discard();
        assertThat(model.value(Setting.QUORUM).get()).isEqualTo("2");
        assertThat(model.changedProperty().get()).isFalse();
    }

    @Test
    void chooseFolder_takesTheAnswer() {
        files.next(home.resolve("elsewhere"));
        model.chooseFolder(Setting.DATA);
        assertThat(model.value(Setting.DATA).get())
                .isEqualTo(home.resolve("elsewhere").toString());
    }

    @Test
    void choose_aThemeThatCannotBeRemembered_isToldAndHolds() {
        model.choose(Theme.DARK);
        assertThat(model.theme()).isEqualTo(Theme.DARK);
        assertThat(notices.get(0).text()).isEqualTo("told: the disk is full");
    }
}
