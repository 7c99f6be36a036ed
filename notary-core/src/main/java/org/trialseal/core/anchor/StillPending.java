package org.trialseal.core.anchor;

/**
 * A calendar has nothing more yet, or does not know the commitment, which can be transient. Never a failure.
 *
 * @param reason the calendar's own words, as {@link CalendarText} leaves them
 */
public record StillPending(String reason) implements UpgradeAnswer {
    /** Keeps only what is safe to show. */
    public StillPending {
        reason = CalendarText.sanitised(reason);
    }
}
