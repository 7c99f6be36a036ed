package org.trialseal.app.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.app.sample.AdverseEvent.Seriousness;
import org.trialseal.app.sample.Script.LiverEpisode;
import org.trialseal.app.sample.Subject.Doses;

/** Draws the adverse events of one subject, in agreement with how its course ended. */
final class AdverseEvents {
    private static final String UNCHANGED = "DOSE NOT CHANGED";
    private static final String RESOLVED = "RECOVERED/RESOLVED";
    private static final String NOT_APPLICABLE = "NOT APPLICABLE";

    private final Subject subject;
    private final Draw draw;
    private final List<AdverseEvent> events = new ArrayList<>();

    private AdverseEvents(Subject subject) {
        this.subject = subject;
        this.draw = Draw.of("AE", subject.number());
    }

    /** In order of their first days. */
    static List<AdverseEvent> of(Subject subject) {
        AdverseEvents events = new AdverseEvents(subject);
        events.addBeforeTreatment();
        subject.doses().ifPresent(events::addDuringTreatment);
        return events.events.stream().sorted(AdverseEvent.BY_START).toList();
    }

    private void addBeforeTreatment() {
        if (draw.chance(40)) {
            LocalDate start = subject.consent().toLocalDate().plusDays(1);
            events.add(ordinary(draw.pick(AdverseEventTerms.COMMON), start, "NOT RELATED", NOT_APPLICABLE));
        }
    }

    private void addDuringTreatment(Doses doses) {
        while (events.size() < 6 && draw.chance(580)) {
            int days = (int) ChronoUnit.DAYS.between(doses.first(), subject.end()) - 1;
            LocalDate start = doses.first().plusDays(draw.between(0, days));
            events.add(draw.chance(30) ? serious(start) : ordinary(term(), start, relation(), actionOn(start)));
        }
        Script.liverEpisode(subject.number()).ifPresent(this::addLiverEpisode);
        if (subject.outcome() == Outcome.ADVERSE_EVENT) {
            events.add(reasonForStopping(doses.last()));
        } else if (subject.outcome() == Outcome.DEATH) {
            events.add(fatal());
        }
    }

    private String term() {
        boolean typical = draw.chance(subject.arm() == Arm.ACTIVE ? 400 : 150);
        return draw.pick(typical ? AdverseEventTerms.TYPICAL : AdverseEventTerms.COMMON);
    }

    private String relation() {
        return draw.chance(300) ? "POSSIBLY RELATED" : "NOT RELATED";
    }

    private String actionOn(LocalDate start) {
        boolean treated = subject.doses().filter(d -> !start.isAfter(d.last())).isPresent();
        return treated ? UNCHANGED : NOT_APPLICABLE;
    }

    private AdverseEvent ordinary(String term, LocalDate start, String relation, String action) {
        String severity = draw.chance(720) ? "MILD" : draw.chance(850) ? "MODERATE" : "SEVERE";
        LocalDate end = start.plusDays(draw.between(0, 20));
        String comment = comment();
        String startText = draw.chance(40) ? PartialDate.month(start) : start.toString();
        boolean over = end.isBefore(subject.end());
        return new AdverseEvent(
                term,
                severity,
                Seriousness.NOT_SERIOUS,
                relation,
                action,
                over ? RESOLVED : openOutcome(),
                start,
                startText,
                over ? Optional.of(lastDay(end)) : Optional.empty(),
                comment);
    }

    private String lastDay(LocalDate end) {
        return draw.chance(50) ? PartialDate.month(end) : end.toString();
    }

    private String comment() {
        String general = draw.pick(AdverseEventTerms.COMMENTS);
        int kind = draw.between(1, 100);
        return kind <= 4 ? AdverseEventTerms.localComment(subject.site()) : kind <= 12 ? general : "";
    }

    private String openOutcome() {
        if (subject.outcome() == Outcome.LOST) {
            return "UNKNOWN";
        }
        return draw.chance(600) ? "RECOVERING/RESOLVING" : "NOT RECOVERED/NOT RESOLVED";
    }

    private AdverseEvent serious(LocalDate start) {
        LocalDate end = start.plusDays(draw.between(2, 12));
        boolean over = end.isBefore(subject.end());
        return new AdverseEvent(
                draw.pick(AdverseEventTerms.SERIOUS),
                draw.chance(500) ? "SEVERE" : "MODERATE",
                Seriousness.HOSPITAL,
                "NOT RELATED",
                actionOn(start),
                over ? RESOLVED : openOutcome(),
                start,
                start.toString(),
                over ? Optional.of(end.toString()) : Optional.empty(),
                "Admitted, discharge letter filed");
    }

    private void addLiverEpisode(LiverEpisode episode) {
        List<LocalDate> seen = subject.attendances().stream()
                .filter(a -> a.visit() == episode.visit())
                .map(Attendance::date)
                .toList();
        events.add(new AdverseEvent(
                "Raised alanine aminotransferase",
                "MODERATE",
                Seriousness.NOT_SERIOUS,
                "POSSIBLY RELATED",
                UNCHANGED,
                RESOLVED,
                seen.get(0),
                seen.get(0).toString(),
                Optional.of(seen.get(seen.size() - 1).plusDays(7).toString()),
                "ALT " + episode.alt() + " U/L at " + episode.visit().label + ", repeated at an unscheduled visit"));
    }

    private AdverseEvent reasonForStopping(LocalDate lastDose) {
        boolean over = lastDose.plusDays(1).isBefore(subject.end());
        return new AdverseEvent(
                draw.pick(AdverseEventTerms.TYPICAL),
                "SEVERE",
                Seriousness.NOT_SERIOUS,
                "RELATED",
                "DRUG WITHDRAWN",
                over ? RESOLVED : "NOT RECOVERED/NOT RESOLVED",
                lastDose,
                lastDose.toString(),
                over ? Optional.of(lastDose.plusDays(1).toString()) : Optional.empty(),
                "Treatment stopped for good");
    }

    private AdverseEvent fatal() {
        LocalDate start = subject.end().minusDays(1);
        return new AdverseEvent(
                "Acute myocardial infarction",
                "SEVERE",
                Seriousness.DEATH,
                "NOT RELATED",
                NOT_APPLICABLE,
                "FATAL",
                start,
                start.toString(),
                Optional.of(subject.end().toString()),
                "Reported by the family; hospital report requested");
    }
}
