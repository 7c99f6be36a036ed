package org.trialseal.app.ui.route;

/** How a screen asks the window for another one. */
public interface Navigator {
    /** Opens a new screen. */
    void open(Route route);

    /** Returns to the screen before. */
    void back();
}
