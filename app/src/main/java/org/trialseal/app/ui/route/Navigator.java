package org.trialseal.app.ui.route;

import java.nio.file.Path;

/** How a screen asks for what lies outside it. */
public interface Navigator {
    /** Opens a new screen. */
    void open(Route route);

    /** Returns to the screen before. */
    void back();

    /** Shows in the platform's own window where a file or folder lies. */
    void showFolder(Path saved);
}
