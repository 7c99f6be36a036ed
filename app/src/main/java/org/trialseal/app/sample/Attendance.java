package org.trialseal.app.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * One time that a subject came to the site.
 *
 * @param visit the planned visit, or for an unscheduled one the planned visit before it
 * @param unscheduled whether it was not planned
 * @param when local time at the site
 */
record Attendance(Visit visit, boolean unscheduled, LocalDateTime when) {
    LocalDate date() {
        return when.toLocalDate();
    }

    String number() {
        return unscheduled ? visit.number + ".1" : Integer.toString(visit.number);
    }

    String label() {
        return unscheduled ? "UNSCHEDULED " + number() : visit.label;
    }
}
