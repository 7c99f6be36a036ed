package org.trialseal.app.ui.route;

/** The parts of the desktop that the side bar leads to. */
public enum Door {
    /** The first screen. */
    HOME,
    /** I have data. */
    SEAL,
    /** I was given a proof. */
    VERIFY,
    /** What I keep. */
    STUDIES,
    /** How the desktop behaves. */
    SETTINGS
}
