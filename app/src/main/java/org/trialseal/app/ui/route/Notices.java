package org.trialseal.app.ui.route;

/** Where a screen leaves a message for the person at the window. */
@FunctionalInterface
public interface Notices {
    /** Shows a notice instead of the one before. */
    void tell(Notice notice);
}
