package org.trialseal.app.ui.route;

/**
 * A message that stands in the window until it is closed or another one comes. It never blocks.
 *
 * @param tone how serious it is
 * @param text what happened and what to do
 */
public record Notice(Tone tone, String text) {
    /** How serious a notice is. */
    public enum Tone {
        INFORMATION,
        SUCCESS,
        WARNING,
        TROUBLE
    }
}
