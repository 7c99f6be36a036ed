package org.trialseal.app.ui.settings;

import java.io.IOException;

/** Changes how the window looks, at once. */
public interface Looks {
    /** How it looks now. */
    Preferences now();

    /**
     * Changes it and remembers that.
     *
     * @throws IOException when it cannot be remembered; it is changed all the same
     */
    void change(Preferences changed) throws IOException;

    /** Whether the window cannot be made anew for now, since something is being made in it. */
    default boolean isHeld() {
        return false;
    }
}
