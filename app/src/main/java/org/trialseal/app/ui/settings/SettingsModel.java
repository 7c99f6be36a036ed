package org.trialseal.app.ui.settings;

import java.io.IOException;
import java.util.function.Function;
import org.trialseal.app.ui.route.Notice;
import org.trialseal.app.ui.route.Notices;
import org.trialseal.app.ui.theme.Theme;
import org.trialseal.app.ui.words.Language;

/** The settings as they are and as they are changed. */
public final class SettingsModel {
    private final Looks looks;
    private final Notices notices;
    private final Function<Exception, String> explanation;

    /** @param explanation tells of a failure in words */
    public SettingsModel(Looks looks, Notices notices, Function<Exception, String> explanation) {
        this.looks = looks;
        this.notices = notices;
        this.explanation = explanation;
    }

    /** The language in use. */
    public Language language() {
        return looks.now().language();
    }

    /** The theme in use. */
    public Theme theme() {
        return looks.now().theme();
    }

    /** Changes the language at once. */
    public void choose(Language language) {
        change(looks.now().with(language));
    }

    /** Changes the theme at once. */
    public void choose(Theme theme) {
        change(looks.now().with(theme));
    }

    private void change(Preferences changed) {
        try {
            looks.change(changed);
        } catch (IOException e) {
            notices.tell(new Notice(Notice.Tone.TROUBLE, explanation.apply(e)));
        }
    }
}
