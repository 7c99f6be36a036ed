package org.trialseal.core.anchor;

import java.util.List;
import org.trialseal.core.ots.Timestamp;

/**
 * The outcome of a stamping.
 *
 * @param timestamps one for each digest, in order; none when no calendar gave anything that counts
 * @param calendars what each configured calendar did, in the order of configuration
 * @param required how many operators had to answer
 */
public record StampResult(List<Timestamp> timestamps, List<CalendarReport> calendars, int required) {
    /** Copies the lists. */
    public StampResult {
        timestamps = List.copyOf(timestamps);
        calendars = List.copyOf(calendars);
    }

    /** Different operators among the calendars whose answers count. */
    public int operators() {
        return (int) calendars.stream()
                .filter(CalendarReport::stamped)
                .map(CalendarReport::operator)
                .distinct()
                .count();
    }

    /** Different operators among all configured calendars; with a single one the quorum is 1 and proves less. */
    public int configuredOperators() {
        return (int) calendars.stream().map(CalendarReport::operator).distinct().count();
    }

    /** How it ended. */
    public Status status() {
        if (timestamps.isEmpty()) {
            return Status.NONE;
        }
        return operators() < required ? Status.BELOW_QUORUM : Status.STAMPED;
    }

    /** How a stamping can end. */
    public enum Status {
        /** Enough operators answered. */
        STAMPED,
        /** Some answered; worth keeping, and worth stamping again. */
        BELOW_QUORUM,
        /** Nobody gave anything that counts; there are no timestamps. */
        NONE
    }
}
