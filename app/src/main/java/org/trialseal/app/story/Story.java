package org.trialseal.app.story;

import java.util.List;
import org.trialseal.core.verify.Result;

/**
 * An examination as a person reads it: one sentence, what is shown, the checks, and what is not proven.
 *
 * @param sentence the verdict in one sentence
 * @param because what decided it, when it did not pass; else empty
 * @param when the time in one sentence; empty when nothing is known of it
 * @param shown what the file shows, a line each
 * @param practice whether accepting the practice network could decide it
 * @param picture whether its proof can be drawn
 * @param wantsFile whether naming the original file would help
 */
public record Story(
        Result verdict,
        String sentence,
        String because,
        String when,
        List<String> shown,
        List<CheckLine> checks,
        List<String> notProven,
        boolean practice,
        boolean picture,
        boolean wantsFile) {
    public Story {
        shown = List.copyOf(shown);
        checks = List.copyOf(checks);
        notProven = List.copyOf(notProven);
    }
}
