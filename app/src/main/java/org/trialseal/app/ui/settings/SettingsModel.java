package org.trialseal.app.ui.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.trialseal.app.ui.file.FileChoice;
import org.trialseal.app.ui.route.Notice;
import org.trialseal.app.ui.route.Notices;
import org.trialseal.app.ui.settings.Setting.Shape;
import org.trialseal.app.ui.theme.Theme;
import org.trialseal.app.ui.words.Language;
import org.trialseal.app.ui.words.Words;
import org.trialseal.core.anchor.AllowList;

/** The settings as they are and as they are changed. Looks change at once, everything else when it is saved. */
public final class SettingsModel {
    /** Stands for the servers that the program knows. */
    private static final String PUBLIC = "public";

    private static final int MAX_PORT = 65535;

    private final Looks looks;
    private final ProgramSettings settings;
    private final FileChoice files;
    private final Notices notices;
    private final Words words;
    private final Function<Exception, String> explanation;
    private final Map<Setting, StringProperty> values = new EnumMap<>(Setting.class);
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();

    /** @param explanation tells of a failure in words */
    public SettingsModel(
            Looks looks,
            ProgramSettings settings,
            FileChoice files,
            Notices notices,
            Words words,
            Function<Exception, String> explanation) {
        this.looks = looks;
        this.settings = settings;
        this.files = files;
        this.notices = notices;
        this.words = words;
        this.explanation = explanation;
        for (Setting setting : Setting.values()) {
            StringProperty value = new SimpleStringProperty(saved(setting));
            value.addListener((property, before, now) -> changed.set(!changes().isEmpty()));
            values.put(setting, value);
        }
    }

    /** The language in use. */
    public Language language() {
        return looks.now().language();
    }

    /** The theme in use. */
    public Theme theme() {
        return looks.now().theme();
    }

    /** Changes the language at once, unless something is being made. */
    public void choose(Language language) {
        if (!isHeld()) {
            change(looks.now().with(language));
        }
    }

    /** What makes the window anew has to wait while something is being made in it. */
    private boolean isHeld() {
        if (looks.isHeld()) {
            notices.tell(new Notice(Notice.Tone.WARNING, words.of("settings.held")));
        }
        return looks.isHeld();
    }

    /** Changes the theme at once. */
    public void choose(Theme theme) {
        change(looks.now().with(theme));
    }

    private void change(Preferences next) {
        try {
            looks.change(next);
        } catch (IOException e) {
            notices.tell(new Notice(Notice.Tone.TROUBLE, explanation.apply(e)));
        }
    }

    /** What stands in the field of a setting. */
    StringProperty value(Setting setting) {
        StringProperty value = values.get(setting);
        if (value == null) {
            throw new IllegalArgumentException("this version has no setting " + setting);
        }
        return value;
    }

    /** Whether something differs from what is saved. */
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Lets choose a folder for a setting. */
    void chooseFolder(Setting setting) {
        files.folder(words.of(setting.words())).map(Path::toString).ifPresent(value(setting)::set);
    }

    /** What is wrong with what stands in a field. */
    Optional<String> problem(Setting setting) {
        String text = value(setting).get().strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (setting.shape() == Shape.NUMBER && !isNumber(text, setting.most())) {
            return Optional.of(words.of("settings.problem.number", setting.most()));
        }
        if (setting == Setting.CALENDARS && !text.lines().allMatch(line -> isCalendar(line.strip()))) {
            return Optional.of(words.of("settings.problem.calendars"));
        }
        if (setting.shape() == Shape.FOLDER && !Path.of(text).isAbsolute()) {
            return Optional.of(words.of("settings.problem.folder"));
        }
        return addressProblem(setting, text);
    }

    private Optional<String> addressProblem(Setting setting, String text) {
        List<String> each = List.of(text.split("\\s+"));
        switch (setting) {
            case PROXY:
                return unless(each.size() == 1 && isServer(text), words.of("settings.problem.proxy"));
            case ELECTRUM:
                return unless(
                        each.stream()
                                .allMatch(word -> word.equals(PUBLIC) || isServer(word.replaceFirst("^tcp://", ""))),
                        words.of("settings.problem.electrum"));
            case NODE:
                return unless(
                        each.size() == 1 && isAddress(text) && (text.startsWith("https") || isOnThisComputer(text)),
                        words.of("settings.problem.node"));
            case NODE_REST:
                return unless(each.size() == 1 && isAddress(text), words.of("settings.problem.address"));
            case ESPLORA:
                return unless(
                        each.stream().allMatch(word -> word.equals(PUBLIC) || isAddress(word)),
                        words.of("settings.problem.address-or-public"));
            default:
                return Optional.empty();
        }
    }

    private static Optional<String> unless(boolean right, String problem) {
        return right ? Optional.empty() : Optional.of(problem);
    }

    private static boolean isServer(String word) {
        return word.matches("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):[0-9]{1,5}") && isPort(word);
    }

    private static boolean isPort(String word) {
        int port = Integer.parseInt(word.substring(word.lastIndexOf(':') + 1));
        return port >= 1 && port <= MAX_PORT;
    }

    private static boolean isOnThisComputer(String address) {
        return address.matches("http://(127(\\.[0-9]{1,3}){3}|localhost|\\[::1])([:/].*)?");
    }

    /** By the rule of who asks it. */
    private static boolean isCalendar(String line) {
        if (!line.matches("[^=\\s]+=[^\\s*]+")) {
            return false;
        }
        try {
            AllowList.of(List.of(line.substring(line.indexOf('=') + 1)));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isAddress(String word) {
        return word.matches("https?://[^/\\s]+\\S*");
    }

    private static boolean isNumber(String text, int most) {
        return text.matches("\\d{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most;
    }

    /** Saves what was changed, unless something is wrong with it. */
    void save() {
        Optional<String> problem = values.keySet().stream()
                .flatMap(setting -> problem(setting).map(text -> words.of(setting.words()) + ": " + text).stream())
                .findFirst();
        if (problem.isPresent()) {
            notices.tell(new Notice(Notice.Tone.WARNING, problem.get()));
            return;
        }
        if (isHeld()) {
            return;
        }
        try {
            settings.change(changes());
            values.forEach((setting, value) -> value.set(saved(setting)));
            changed.set(false);
            notices.tell(new Notice(Notice.Tone.SUCCESS, words.of("settings.saved")));
        } catch (IOException e) {
            notices.tell(new Notice(Notice.Tone.TROUBLE, explanation.apply(e)));
        }
    }

    /** Puts back what is saved. */
    void discard() {
        values.forEach((setting, value) -> value.set(saved(setting)));
    }

    private Map<String, String> changes() {
        Map<String, String> changes = new LinkedHashMap<>();
        values.forEach((setting, value) -> {
            if (!value.get().equals(saved(setting))) {
                changes.put(setting.key(), String.join(" ", value.get().strip().split("\\R+", -1)));
            }
        });
        return changes;
    }

    private String saved(Setting setting) {
        String value = settings.now().values().getOrDefault(setting.key(), "");
        return setting.shape() == Shape.LINES ? String.join("\n", value.strip().split("\\s+", -1)) : value;
    }
}
