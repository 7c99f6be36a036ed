package org.trialseal.app.sample;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The planned visits. Day 1 is the day of randomisation and first dose; there is no day 0. */
enum Visit {
    SCREENING(1, "SCREENING", -14, 7, 7),
    RANDOMISATION(2, "RANDOMISATION", 1, 0, 0),
    WEEK_2(3, "WEEK 2", 15, 3, 3),
    WEEK_4(4, "WEEK 4", 29, 3, 3),
    WEEK_8(5, "WEEK 8", 57, 5, 5),
    WEEK_12(6, "WEEK 12", 85, 5, 5),
    FOLLOW_UP(7, "FOLLOW-UP", 113, 7, 7);

    private static final Set<Visit> WITH_HAEMATOLOGY = EnumSet.of(SCREENING, RANDOMISATION, WEEK_4, WEEK_12);

    final int number;
    final String label;
    final int day;
    final int daysEarly;
    final int daysLate;

    Visit(int number, String label, int day, int daysEarly, int daysLate) {
        this.number = number;
        this.label = label;
        this.day = day;
        this.daysEarly = daysEarly;
        this.daysLate = daysLate;
    }

    boolean hasHaematology() {
        return WITH_HAEMATOLOGY.contains(this);
    }

    /** Weeks of treatment before this visit, from 0 to 12. */
    int weeksTreated() {
        return Math.max(0, Math.min(12, (day - 1) / 7));
    }

    /** The visits after randomisation in order. */
    static List<Visit> afterRandomisation() {
        return List.of(WEEK_2, WEEK_4, WEEK_8, WEEK_12, FOLLOW_UP);
    }
}
