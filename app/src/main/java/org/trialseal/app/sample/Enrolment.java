package org.trialseal.app.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All subjects of the study in order of their numbers, which at each site is the order of consent. */
final class Enrolment {
    private static final LocalDate FIRST_CONSENT = LocalDate.of(2024, 9, 2);
    private static final int DAYS_OF_RECRUITMENT = 330;
    private static final int BLOCK = 4;

    private Enrolment() {}

    static List<Subject> subjects() {
        return Site.all().stream().flatMap(site -> subjectsOf(site).stream()).toList();
    }

    private static List<Subject> subjectsOf(Site site) {
        List<Subject> subjects = new ArrayList<>();
        ArmList arms = new ArmList(site);
        int number = 1;
        for (LocalDateTime consent : consents(site)) {
            String name = site.id() + "-" + zeroPadded(number++);
            Draw draw = Draw.of("enrolment", name);
            Person person = Person.draw(draw, site, consent.toLocalDate());
            subjects.add(new Course(name, site, person, consent, draw).follow(arms));
        }
        return subjects;
    }

    private static List<LocalDateTime> consents(Site site) {
        Draw draw = Draw.of("recruitment", site.id());
        int opened = draw.between(0, 40);
        return IntStream.range(0, site.subjects())
                .mapToObj(i -> FIRST_CONSENT.plusDays(draw.between(opened, DAYS_OF_RECRUITMENT)))
                .map(day -> WorkingDays.from(day).atTime(draw.between(8, 11), 5 * draw.between(0, 11)))
                .sorted()
                .toList();
    }

    private static String zeroPadded(int number) {
        String digits = Integer.toString(number);
        return "0".repeat(4 - digits.length()) + digits;
    }

    /** Randomisation in permuted blocks of four, apart for each site. */
    static final class ArmList {
        private final Draw draw;
        private final List<Arm> block = new ArrayList<>();

        ArmList(Site site) {
            this.draw = Draw.of("randomisation", site.id());
        }

        Arm next() {
            if (block.isEmpty()) {
                for (int i = 0; i < BLOCK; i++) {
                    block.add(i % 2 == 0 ? Arm.ACTIVE : Arm.PLACEBO);
                }
            }
            return block.remove(draw.between(0, block.size() - 1));
        }
    }
}
