package org.trialseal.app.sample;

import java.math.BigDecimal;

/** What is measured at the bedside: SDTM test code, name, unit, and how values spread between subjects and in one. */
enum VitalSign {
    SYSBP("Systolic Blood Pressure", "mmHg", 0, 152, 7, 5),
    DIABP("Diastolic Blood Pressure", "mmHg", 0, 94, 5, 3.5),
    PULSE("Pulse Rate", "beats/min", 0, 73, 8, 4),
    TEMP("Temperature", "C", 1, 36.6, 0.2, 0.2),
    WEIGHT("Weight", "kg", 1, 81, 10, 0.7),
    HEIGHT("Height", "cm", 0, 172, 7, 0);

    private static final double LOWEST_SYSTOLIC = 140;
    private static final double HIGHEST_SYSTOLIC = 179;

    final String label;
    final String unit;
    final int decimals;
    private final double mean;
    private final double between;
    private final double within;

    VitalSign(String label, String unit, int decimals, double mean, double between, double within) {
        this.label = label;
        this.unit = unit;
        this.decimals = decimals;
        this.mean = mean;
        this.between = between;
        this.within = within;
    }

    /** The subject's own usual value. */
    double usual(Draw draw, Person person) {
        boolean body = this == WEIGHT || this == HEIGHT;
        return draw.normal(body && person.female() ? mean - between : mean, between);
    }

    /** A measured value, as the site writes it. */
    String measure(Draw draw, double usual, Arm arm, Visit visit) {
        double value = eligible(draw.normal(usual - effect(arm, visit), within), arm, visit);
        double scale = decimals == 0 ? 1 : 10;
        return BigDecimal.valueOf(Math.round(value * scale), decimals).toPlainString();
    }

    /** Whoever was randomised had met the protocol's limits of systolic pressure at screening. */
    private double eligible(double value, Arm arm, Visit visit) {
        boolean limited = this == SYSBP && visit == Visit.SCREENING && arm != Arm.SCREEN_FAILURE;
        return limited ? Math.max(LOWEST_SYSTOLIC, Math.min(HIGHEST_SYSTOLIC, value)) : value;
    }

    private double effect(Arm arm, Visit visit) {
        double full = arm == Arm.ACTIVE ? 13 : 4;
        double reached = full * Math.min(visit.weeksTreated(), 8) / 8;
        if (visit == Visit.FOLLOW_UP) {
            reached /= 3;
        }
        return this == SYSBP ? reached : this == DIABP ? reached * 0.55 : 0;
    }

    boolean isMeasuredAt(Visit visit) {
        return this != HEIGHT || visit == Visit.SCREENING;
    }
}
