package org.trialseal.app.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One subject and what happened to it, from which all domains are written.
 *
 * @param number site and subject number, e.g. {@code 014-0007}
 * @param consent when the first consent form was signed
 * @param doses first and last day of treatment; empty for a screen failure
 * @param end the day of the disposition event
 * @param attendances in order of time
 */
record Subject(
        String number,
        Site site,
        Person person,
        LocalDateTime consent,
        Arm arm,
        Outcome outcome,
        Optional<Doses> doses,
        LocalDate end,
        List<Attendance> attendances) {
    Subject {
        attendances = List.copyOf(attendances);
    }

    /** First and last day of treatment, both included. */
    record Doses(LocalDate first, LocalDate last) {}

    /** USUBJID: unique over all studies of the sponsor. */
    String id() {
        return SampleTrial.STUDY_ID + "-" + number;
    }

    /** Study day as SDTM counts it, without a day 0; empty when never randomised. */
    String day(LocalDate date) {
        return doses.map(d -> {
                    long days = ChronoUnit.DAYS.between(d.first(), date);
                    return Long.toString(days < 0 ? days : days + 1);
                })
                .orElse("");
    }

    /** Last day of treatment as it is known: a subject lost to follow-up leaves only the month. */
    String lastDoseText() {
        return doses.map(d -> outcome == Outcome.LOST
                        ? PartialDate.month(d.last())
                        : d.last().toString())
                .orElse("");
    }

    String firstDoseText() {
        return doses.map(d -> d.first().toString()).orElse("");
    }
}
