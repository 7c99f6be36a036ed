package org.trialseal.app.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.app.sample.Script.LiverEpisode;
import org.trialseal.app.sample.Subject.Doses;

/** Draws the way of one subject through the study, from consent to disposition. */
final class Course {
    private final String number;
    private final Site site;
    private final Person person;
    private final LocalDateTime consent;
    private final Draw draw;
    private final List<Attendance> attendances = new ArrayList<>();

    Course(String number, Site site, Person person, LocalDateTime consent, Draw draw) {
        this.number = number;
        this.site = site;
        this.person = person;
        this.consent = consent;
        this.draw = draw;
    }

    Subject follow(Enrolment.ArmList arms) {
        Outcome outcome = Script.outcome(number).orElseGet(this::drawOutcome);
        screen();
        if (outcome == Outcome.SCREEN_FAILURE) {
            LocalDate end = WorkingDays.near(draw, lastDate().plusDays(7), 4, 7);
            return subject(Arm.SCREEN_FAILURE, outcome, Optional.empty(), end);
        }
        LocalDate first = WorkingDays.near(
                draw, lastDate().plusDays(-Visit.SCREENING.day), Visit.SCREENING.daysEarly, Visit.SCREENING.daysLate);
        attend(Visit.RANDOMISATION, first);
        return outcome == Outcome.COMPLETED ? complete(arms.next(), first) : leave(arms.next(), outcome, first);
    }

    private Outcome drawOutcome() {
        int roll = draw.between(1, 1000);
        if (roll <= 60) {
            return Outcome.SCREEN_FAILURE;
        } else if (roll <= 100) {
            return Outcome.ADVERSE_EVENT;
        } else if (roll <= 140) {
            return Outcome.WITHDRAWAL;
        } else if (roll <= 165) {
            return Outcome.LOST;
        }
        return roll <= 180 ? Outcome.DEVIATION : Outcome.COMPLETED;
    }

    /** Screening follows the signature on the same day, or some days later. */
    private void screen() {
        if (draw.chance(750)) {
            attendances.add(new Attendance(Visit.SCREENING, false, consent.plusMinutes(5L * draw.between(6, 14))));
        } else {
            attend(Visit.SCREENING, WorkingDays.from(consent.toLocalDate().plusDays(draw.between(1, 4))));
        }
    }

    private Subject complete(Arm arm, LocalDate first) {
        attendPlanned(first, Visit.FOLLOW_UP);
        LocalDate last = attendances.stream()
                .filter(a -> a.visit() == Visit.WEEK_12)
                .findFirst()
                .orElseThrow()
                .date();
        return subject(arm, Outcome.COMPLETED, Optional.of(new Doses(first, last)), lastDate());
    }

    private Subject leave(Arm arm, Outcome outcome, LocalDate first) {
        attendPlanned(first, draw.pick(List.of(Visit.RANDOMISATION, Visit.WEEK_2, Visit.WEEK_4, Visit.WEEK_8)));
        LocalDate seen = lastDate();
        if (outcome == Outcome.LOST) {
            LocalDate end = WorkingDays.from(seen.plusDays(draw.between(30, 45)));
            return subject(arm, outcome, Optional.of(new Doses(first, seen.plusDays(draw.between(1, 14)))), end);
        }
        LocalDate end = seen.plusDays(draw.between(3, 10));
        LocalDate last = end.minusDays(outcome == Outcome.DEATH ? 1 : draw.between(0, 2));
        return subject(arm, outcome, Optional.of(new Doses(first, last)), end);
    }

    /** The planned visits after randomisation up to {@code until}; a few in the middle are missed. */
    private void attendPlanned(LocalDate first, Visit until) {
        for (Visit visit : Visit.afterRandomisation()) {
            if (visit.compareTo(until) > 0) {
                return;
            }
            LocalDate date = WorkingDays.near(draw, first.plusDays(visit.day - 1L), visit.daysEarly, visit.daysLate);
            if (!mayMiss(visit, until) || !draw.chance(25)) {
                attend(visit, date);
                followUpLiver(visit, date);
            }
        }
    }

    private boolean mayMiss(Visit visit, Visit until) {
        return visit != until
                && visit != Visit.WEEK_12
                && Script.outcome(number).isEmpty();
    }

    private void followUpLiver(Visit visit, LocalDate date) {
        Optional<LiverEpisode> episode = Script.liverEpisode(number);
        if (episode.isPresent() && episode.get().visit() == visit) {
            LocalDateTime when = WorkingDays.from(date.plusDays(5)).atTime(9, 10);
            attendances.add(new Attendance(visit, true, when));
        }
    }

    private void attend(Visit visit, LocalDate date) {
        attendances.add(new Attendance(visit, false, date.atTime(draw.between(8, 11), 5 * draw.between(0, 11))));
    }

    private LocalDate lastDate() {
        return attendances.get(attendances.size() - 1).date();
    }

    private Subject subject(Arm arm, Outcome outcome, Optional<Doses> doses, LocalDate end) {
        return new Subject(number, site, person, consent, arm, outcome, doses, end, attendances);
    }
}
