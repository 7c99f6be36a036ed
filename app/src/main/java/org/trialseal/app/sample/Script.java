package org.trialseal.app.sample;

import java.util.Map;
import java.util.Optional;

/**
 * What is not left to chance: the subject whose result the demo tampers with, two more rises of liver enzymes, and the
 * study's one death.
 */
final class Script {
    /** The subject of the tampering. */
    static final String TAMPERED = "014-0007";

    private static final Map<String, LiverEpisode> LIVER = Map.of(
            TAMPERED,
            new LiverEpisode(Visit.WEEK_2, 81),
            "012-0011",
            new LiverEpisode(Visit.WEEK_8, 104),
            "017-0003",
            new LiverEpisode(Visit.WEEK_4, 136));

    private static final String DIED = "016-0012";

    private Script() {}

    /**
     * A rise of liver enzymes that was seen at a planned visit and had fallen at an unscheduled one.
     *
     * @param visit the planned visit
     * @param alt alanine aminotransferase there, U/L
     */
    record LiverEpisode(Visit visit, int alt) {}

    static Optional<LiverEpisode> liverEpisode(String number) {
        return Optional.ofNullable(LIVER.get(number));
    }

    /** The outcome of a subject whose course is fixed. */
    static Optional<Outcome> outcome(String number) {
        if (number.equals(DIED)) {
            return Optional.of(Outcome.DEATH);
        }
        return LIVER.containsKey(number) ? Optional.of(Outcome.COMPLETED) : Optional.empty();
    }
}
