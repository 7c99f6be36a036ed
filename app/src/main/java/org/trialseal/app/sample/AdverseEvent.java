package org.trialseal.app.sample;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * One adverse event.
 *
 * @param term as the site wrote it
 * @param severity {@code MILD}, {@code MODERATE} or {@code SEVERE}
 * @param seriousness why it was serious, if it was
 * @param relation the investigator's view of the cause
 * @param action what was done with the treatment
 * @param outcome {@code FATAL} only with {@link Seriousness#DEATH}
 * @param start the true first day
 * @param startText the first day as far as it is known
 * @param end the last day as far as it is known; empty while the event goes on
 */
record AdverseEvent(
        String term,
        String severity,
        Seriousness seriousness,
        String relation,
        String action,
        String outcome,
        LocalDate start,
        String startText,
        Optional<String> end,
        String comment) {
    static final Comparator<AdverseEvent> BY_START = Comparator.comparing(AdverseEvent::start);

    /** Why an event counts as serious (ICH E2A). */
    enum Seriousness {
        NOT_SERIOUS,
        HOSPITAL,
        DEATH;

        String isSerious() {
            return this == NOT_SERIOUS ? "N" : "Y";
        }

        String is(Seriousness reason) {
            return this == reason ? "Y" : isSerious().equals("Y") ? "N" : "";
        }
    }
}
