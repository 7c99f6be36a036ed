package org.trialseal.app.ui.route;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A message that stands in the window until it is closed or another one comes. It never blocks.
 *
 * @param tone how serious it is
 * @param text what happened and what to do
 * @param saved the file that it tells of, to be shown in its folder
 */
public record Notice(Tone tone, String text, Optional<Path> saved) {
    /** A notice of no file. */
    public Notice(Tone tone, String text) {
        this(tone, text, Optional.empty());
    }

    /** A file was saved. */
    public static Notice ofSaved(String text, Path file) {
        return new Notice(Tone.SUCCESS, text, Optional.of(file));
    }

    /** How serious a notice is. */
    public enum Tone {
        INFORMATION,
        SUCCESS,
        WARNING,
        TROUBLE
    }
}
